const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

/** A count in words, for a pattern. */
export const COUNT_WORD = Object.keys(WORDS).join('|');
/** A count as it is typed, in figures or words: for a pattern. */
export const COUNT = String.raw`\d{1,4}|an?|${COUNT_WORD}`;

/** Its number. */
export function countOf(word: string): number {
  return /^an?$/u.test(word) ? 1 : (WORDS[word] ?? Number(word));
}
