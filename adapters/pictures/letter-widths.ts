import { shorten } from '../../src/text/graphemes.ts';

/** About how wide letters of DejaVu Sans are, in parts of their size: rather more than less, as a test measures. */
const NARROW = /[iljI.,:;'|!\s()[\]‘’·]/u;
const SLIM = /[frt/\-"“”]/u;
const WIDE = /[mwMW@%—…+=^~#¬±÷×©®¼½¾ÆæŒœŴŵŉĦ]/u;
const CYRILLIC_OR_GREEK = /[\u0370-\u04FF]/u;
const CAPITAL = /\p{Lu}/u;
const BOLDER = 1.12;

/** How wide a line of words is about, in px; hardly ever less than it is. */
export function widthOf(words: string, size: number, bold = false): number {
  let parts = 0;
  for (const letter of words) parts += widthOfLetter(letter);
  return parts * size * (bold ? BOLDER : 1);
}

/** Words cut to a width in px, with "…" where something was cut. */
export function fitted(words: string, width: number, size: number, bold = false): string {
  let kept = words;
  for (let letters = [...words].length; letters > 1 && widthOf(kept, size, bold) > width; letters -= 1)
    kept = shorten(words, letters - 1);
  return kept;
}

/** Words in lines of at most a width in px. A word that is longer stands alone. */
export function inLines(words: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function widthOfLetter(letter: string): number {
  if (NARROW.test(letter)) return 0.38;
  if (SLIM.test(letter)) return 0.46;
  if (WIDE.test(letter)) return 1.02;
  if (CYRILLIC_OR_GREEK.test(letter)) return CAPITAL.test(letter) ? 1.05 : 0.8;
  return CAPITAL.test(letter) ? 0.75 : 0.64;
}
