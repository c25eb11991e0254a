/** Words that make a sentence of other words. A list of names or key words has next to none of them. */
const JOINING =
  /^(?:i|i'm|i'd|i've|we|he|she|they|it|was|were|is|are|had|have|has|did|do|to|that|because|so|but|when|then|which|not|didn't|my|our|for|in|on|at|with|from|after|before|until|since|now|no|never|always|nobody)$/iu;
const JOINING_SHARE = 0.08;
/** On average so few words between commas, stops and lines. */
const PIECE_WORDS = 3;

/** Whether a text is a list of names or key words: short pieces side by side, and nothing that joins them. */
export function isList(text: string, words: readonly string[]): boolean {
  const joining = words.filter((word) => JOINING.test(word.replace('’', "'"))).length;
  const pieces = text.split(/[,;:.!?/|•\n–—]+/u).filter((piece) => /\p{L}/u.test(piece)).length;
  return joining <= words.length * JOINING_SHARE && words.length <= pieces * PIECE_WORDS;
}
