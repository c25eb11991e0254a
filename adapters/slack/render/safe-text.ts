/** C0 without tab and line feed, DEL, C1. */
const CONTROLS = /[\p{Cc}]/gu;
/** Marks that turn the direction of all that follows: words of one line could change how the next one reads. */
const BIDI_TURNS = /[\u202A-\u202E\u2066-\u2069]/gu;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/gu;
/** Half a pair cannot be written as UTF-8, and Slack answers `invalid_blocks` to what it cannot read. */
const LONE_SURROGATES = /\p{Cs}/gu;

/** Words as a Slack block may hold them: whatever acts is left out, whatever is read stays. For showing, never for storing. */
export function safeText(words: string): string {
  return words
    .replace(LINE_ENDS, '\n')
    .replace(BIDI_TURNS, '')
    .replace(LONE_SURROGATES, '')
    .replace(CONTROLS, (control) => (control === '\n' || control === '\t' ? control : ''));
}
