/** The longest text the coach reads, in UTF-16 code units as JavaScript counts them. */
export const MAX_TEXT = 40_000;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * The one function every incoming string passes. Takes out what PostgreSQL cannot store
 * (U+0000, and lone surrogates, which are not valid UTF-8), the byte order mark, other control
 * characters except tab and line feed, and turns CRLF and CR into LF. Anything else stays as typed.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(LONE_SURROGATE, '')
    .replace(/\uFEFF/g, '')
    .replace(/[\p{Cc}]/gu, (control) => (control === '\n' || control === '\t' ? control : ''));
}

/** Two texts are the same to a reader: NFC, case and outer white space aside. For comparison only, never for storing. */
export function sameText(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

/** The form in which texts are compared: NFC, lower case, inner white space folded, trimmed. */
export function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
