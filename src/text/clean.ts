/** The longest text the coach reads, in UTF-16 code units as JavaScript counts them. */
export const MAX_TEXT = 40_000;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Every way a line ends: CRLF, CR, and the vertical tab, form feed and NEL that office programs put in a copied text. */
const LINE_END = /\r\n?|[\v\f\u0085]/g;

/**
 * The one function every incoming string passes. Takes out what PostgreSQL cannot store
 * (U+0000, and lone surrogates, which are not valid UTF-8), the byte order mark, other control
 * characters except tab and line feed, and turns every line end into LF. Anything else stays as typed.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(LINE_END, '\n')
    .replace(LONE_SURROGATE, '')
    .replace(/\uFEFF/g, '')
    .replace(/[\p{Cc}]/gu, (control) => (control === '\n' || control === '\t' ? control : ''));
}

/** Two texts are the same to a reader: NFC, case and outer white space aside. For comparison only, never for storing. */
export function sameText(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

/** The form in which texts are compared: lower case, NFC, inner white space folded, trimmed. */
export function comparable(text: string): string {
  // NFC last: some capitals have no composed form while their small letters do (J̌, ǰ).
  return text.toLowerCase().normalize('NFC').replace(/\s+/gu, ' ').trim();
}
