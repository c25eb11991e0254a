import { isBlank, safeText, weightOf } from './safe-text.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** An accent, a joiner or a skin tone after white space belongs to it. */
const GOES_ON = /^[\p{M}\p{Cf}\p{EMod}]/u;

/**
 * A text in pieces that weigh at most `most` each; put together they are the text again. Cuts are between two words, in a
 * word that is longer than a piece between two letters as a reader sees them. It is cut before it is escaped: so no cut
 * parts a backslash from its mark, and a piece is escaped as the beginning of a line that it becomes.
 */
export function splitText(text: string, most: number, weigh: (words: string) => number = weightOf): string[] {
  if (text === '') return [];
  if (weigh(text) <= most) return [text];
  const words = wordsIn(text).flatMap((word) =>
    weigh(word) <= most ? [word] : lettersIn(word, most, weigh),
  );
  const pieces: string[] = [];
  let room = 0;
  for (const word of words) {
    const weight = weigh(word);
    if (weight > room || pieces.length === 0) {
      pieces.push(word);
      room = most - weight;
    } else {
      pieces.push(`${pieces.pop() ?? ''}${word}`);
      room -= weight;
    }
  }
  return pieces;
}

/** Words, each with the white space after it. */
function wordsIn(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(/\S+\s*|\s+/gu))
    if (GOES_ON.test(word)) words.push(`${words.pop() ?? ''}${word}`);
    else words.push(word);
  return words;
}

/** A letter with accents without end is no letter but play, and is cut. */
function lettersIn(word: string, most: number, weigh: (words: string) => number): string[] {
  return graphemesOf(word).flatMap((letter) => (weigh(letter) <= most ? [letter] : [...letter]));
}

/** In UTF-16 code units; a longer letter than that is play. */
const WINDOW = 200;

/** Letters as a reader sees them. Looked at a window at a time: a step of the segmenter costs as much as its text is long. */
function graphemesOf(text: string): string[] {
  const letters: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = start + WINDOW;
    // Half a pair at the end would hide that the letter before it goes on.
    const part = text.slice(start, isHighSurrogate(text, end - 1) ? end + 1 : end);
    const found = [...segmenter.segment(part)].map(({ segment }) => segment);
    if (start + part.length < text.length && found.length > 1) found.pop();
    letters.push(...found);
    start += found.reduce((sum, { length }) => sum + length, 0);
  }
  return letters;
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** A text of at most `most` UTF-16 code units, shortened between two letters as a reader sees them, with "…". */
export function fitted(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const letter of graphemesOf(text.slice(0, most + WINDOW))) {
    if (kept.length + letter.length > most - 1) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** A label in one line that fits; never empty, which Discord would refuse. Nothing is parsed in a label: it is not escaped. */
export function labelOf(words: string, most: number): string {
  const line = safeText(words).replace(/\s+/gu, ' ').trim();
  return isBlank(line) ? '…' : fitted(line, most);
}
