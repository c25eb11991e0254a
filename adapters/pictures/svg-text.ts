/**
 * What DejaVu Sans is sure to have: Latin, Greek and Cyrillic letters, and everyday punctuation. resvg draws nothing at
 * all for a glyph that is not there, so it is left out with its space; the alternative text still says it.
 */
const NOT_IN_FONT =
  /[^\u0020-\u007E\u00A1-\u024F\u0370-\u03FF\u0400-\u04FF\u1E00-\u1EFF\u2010-\u2026\u2030-\u203A\u20AC\u2190-\u2193\u2212]/gu;

/** Characters that XML does not allow at all are left out; the five it uses are written as it wants them. */
export function asXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The part of some words that the font can show. */
export function drawable(words: string): string {
  return words.normalize('NFC').replace(NOT_IN_FONT, ' ').replace(/ +/g, ' ').trim();
}

export interface Lettering {
  /** In px. */
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A line of words in a picture; `y` is its baseline. */
export function svgText(
  words: string,
  x: number,
  y: number,
  { size, bold, colour, anchor }: Lettering,
): string {
  const looks = [
    `x="${x}" y="${y}" font-size="${size}"`,
    ...(bold === true ? ['font-weight="bold"'] : []),
    ...(colour === undefined ? [] : [`fill="${colour}"`]),
    ...(anchor === undefined ? [] : [`text-anchor="${anchor}"`]),
  ];
  return `<text ${looks.join(' ')}>${asXml(drawable(words))}</text>`;
}
