/** Everything a terminal would obey instead of show: C0 without tab and line feed, DEL, C1. */
const CONTROLS = /[\p{Cc}]/gu;
/** Marks that turn the direction of all that follows: words of one line could change how the next one reads. */
const BIDI_TURNS = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Of private use, or half a character: no font has them, and two libraries count them as wide as they like. */
const UNSHOWN = /[\p{Co}\p{Cs}]/gu;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/gu;

/** A tab has no width of its own; two spaces have. */
const TAB = '  ';

/**
 * Words as a terminal may show them. An escape sequence somebody typed or pasted loses its escape, so it can neither
 * move the cursor nor set a title; the letters of it stay and are seen. For showing only, never for storing.
 */
export function safeText(words: string): string {
  return words
    .replace(LINE_ENDS, '\n')
    .replace(BIDI_TURNS, '')
    .replace(UNSHOWN, '\ufffd')
    .replace(CONTROLS, (control) => (control === '\n' ? '\n' : control === '\t' ? TAB : ''));
}
