/**
 * As much of Discord's Markdown as tells whether words act: what a backslash takes the power from, and what acts without
 * one. Written from the help pages, not from `safe-text.ts`.
 */

/** A backslash before anything but a letter, a digit or white space is not shown. */
const ESCAPE = /\\([^0-9A-Za-z\s])/gu;

const LIVE: readonly (readonly [string, RegExp])[] = [
  ['emphasis or a spoiler', /[*_~`|]/],
  ['a backslash', /\\/],
  ['a mention, a time or an emoji', /<(?:@[!&]?\d|#\d|\/\w|t:\d|a?:\w|id:)/],
  ['a link with another text', /\[[^\]]*\]\(/],
  ['a bare link', /(?:https?|steam|discord):\/\//i],
  ['a link in angle brackets', /<[^: >]+:\/?[^ >]+>/],
  ['an emoji by name', /:[^\s:]+:/],
  ['everybody', /@everyone|@here/],
  ['a heading', /^\s*#{1,3}\s/m],
  ['small print', /^\s*-#\s/m],
  ['a list', /^\s*(?:[-*]|\d+\.)\s/m],
  ['a quote', /^\s*>{1,3}\s/m],
  ['an invitation', /discord\.gg\/\w/],
];

/** What acts in a text, by name. */
export function liveIn(markdown: string): string[] {
  const rest = markdown.replace(ESCAPE, 'x');
  return LIVE.filter(([, mark]) => mark.test(rest)).map(([name]) => name);
}

/** What is shown of a text in which nothing acts. */
export function unescaped(markdown: string): string {
  return markdown.replace(ESCAPE, '$1');
}

/** The marks of the coach's own: bold, italics, the beginnings of list and quote lines, times. */
export function withoutOurMarks(markdown: string): string {
  return hidden(markdown)
    .replace(/\*\*([^*\s](?:[^*\n]*[^*\s])?)\*\*(?!\*)/g, '$1')
    .replace(/(?<!\*)\*([^*\s](?:[^*\n]*[^*\s])?)\*(?!\*)/g, '$1')
    .replace(/^(?:> |- )/gm, '')
    .replace(/<t:\d+:[TRFt]>|<#\d+>/g, 'then')
    .replace(HIDDEN, (mark) => `\\${String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xf0000)}`);
}

/** A text as a reader sees it, each quote and list item a line. */
export function readIn(markdown: string): string {
  return unescaped(withoutOurMarks(markdown));
}

const HIDDEN = /[\u{f0000}-\u{f007f}]/gu;

/** Escaped marks out of the way, so that the others can be looked for. */
function hidden(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) =>
    String.fromCodePoint(0xf0000 + mark.charCodeAt(0)),
  );
}
