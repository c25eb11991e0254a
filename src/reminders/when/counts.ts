const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
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

/** A count as it is typed, in figures or words: for a pattern. */
export const COUNT = String.raw`\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve`;

/** Its number. */
export function countOf(word: string): number {
  return WORDS[word] ?? Number(word);
}
