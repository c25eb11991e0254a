/** C0 without tab and line feed, DEL, C1. */
const CONTROLS = /[\p{Cc}]/gu;
/** Marks that turn the direction of all that follows: words of one line could change how the next one reads. */
const BIDI_TURNS = /[\u202A-\u202E\u2066-\u2069]/gu;
const LINE_ENDS = /\r\n?|[\u2028\u2029]/gu;
/** Half a pair cannot be written as UTF-8. */
const LONE_SURROGATES = /\p{Cs}/gu;

/** Words as a message may hold them: whatever acts beyond Markdown is left out, whatever is read stays. For showing, never for storing. */
export function safeText(words: string): string {
  return words
    .replace(LINE_ENDS, '\n')
    .replace(BIDI_TURNS, '')
    .replace(LONE_SURROGATES, '')
    .replace(CONTROLS, (control) => (control === '\n' || control === '\t' ? control : ''));
}

/**
 * What Discord's Markdown acts on (https://discord.com/developers/docs/reference#message-formatting and
 * https://support.discord.com/hc/en-us/articles/210298617). A backslash before any of these is not shown, and the mark is.
 */
const ACTS = new RegExp(
  [
    // Emphasis, code, spoilers, links with another text; a mention, a time or an emoji of a server begins with "<".
    /[\\*_~`|<[\]]/,
    // An emoji by its name, and an address: Discord shows a backslash inside one, so none may begin. Other words may follow
    // the last colon without a space.
    /:(?!\s)/,
    /@(?=everyone|here)/,
    // Headings, lists, small print and quotes begin a line.
    /[-+#>](?<=^[^\S\n]*.)/,
    /\.(?<=^[^\S\n]*\d+.)/,
    // An invitation unfolds without "https" before it.
    /\/(?<=discord(?:app)?\.(?:gg|gift|com|new).)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

/**
 * Words that are read as they were typed: no mark in them formats, links, pings or unfolds. An address in them is text, not a
 * link. Where the words begin is taken for the beginning of a line. At most `weightOf` long.
 */
export function escaped(words: string): string {
  return safeText(words).replace(ACTS, '\\$&');
}

/** Each may get a backslash. */
const MAY_ACT = /[\\*_~`|<[\]:@#>.+/-]/g;

/** How long words are at most once they are escaped. Of words put together it is the sum. */
export function weightOf(words: string): number {
  return words.length + (words.match(MAY_ACT)?.length ?? 0);
}

/** White space, and letters that leave no mark: Discord takes a message of these alone for an empty one. */
const SEEN = /[^\p{Z}\p{C}\p{DI}\u2800]/u;

/** Whether there is nothing to see. */
export function isBlank(words: string): boolean {
  return !SEEN.test(words);
}
