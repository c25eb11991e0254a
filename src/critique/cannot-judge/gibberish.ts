/** Keys that were only hit: no vowel, or more consonants in a row than any English word has. */
const UNSAYABLE =
  /^[^aeiouyàâäáåãæèêëéîïíìôöóòõøûüúùœ']{4,}$|[bcdfghjklmnpqrstvwxz]{6,}|(.)\1{3,}|(.{2,3})\2{2,}/iu;
const SHARE = 0.4;

/** Whether so many of the words cannot be said that nobody can have meant them. Abbreviations in capitals are no such words. */
export function isGibberish(words: readonly string[]): boolean {
  const unsayable = words.filter((word) => UNSAYABLE.test(word) && !/^[A-Z]+$/u.test(word));
  return unsayable.length > words.length * SHARE;
}
