import { isEnglish } from './is-english.ts';

/** Words that make a sentence of other words. A list of names or key words has next to none of them. */
const JOINING =
  /^(?:i|i'm|i'd|i've|we|he|she|they|it|was|were|is|are|had|have|has|did|do|to|that|because|so|but|when|then|which|not|didn't|my|our|for|in|on|at|with|from|after|before|until|since|now|no|never|always|nobody)$/iu;
const JOINING_SHARE = 0.08;
/** On average so few words between commas, stops and lines. */
const PIECE_WORDS = 3;
/** So many words with nothing between them, and not one that joins them, are no sentence: not even in notes. */
const UNBROKEN_WORDS = 12;
const SMALL = /^(?:the|a|an|of|and|or|by|as|their|his|her|me|us|them|this|who|what)$/iu;

/** Who notes a story down names how many, when and how much; a list of key words counts nothing. */
const FIGURES = /(?<![\p{L}\p{N}])\p{N}+/gu;

/** Whether a text is a list of names or key words: short pieces side by side or words in a row, and nothing that joins them. */
export function isList(text: string, words: readonly string[]): boolean {
  if ((text.match(FIGURES) ?? []).length > 1) return false;
  const plain = words.map((word) => word.replace('’', "'"));
  const joining = plain.filter((word) => JOINING.test(word)).length;
  const pieces = text.split(/[,;:.!?/|•\n–—]+/u).filter((piece) => /\p{L}/u.test(piece)).length;
  if (joining <= words.length * JOINING_SHARE && words.length <= pieces * PIECE_WORDS) return true;
  if (words.length <= pieces * UNBROKEN_WORDS || joining > 0) return false;
  // Sentences of another language have none of these words either.
  return (
    words.every((word) => /^\p{Lu}/u.test(word)) ||
    (isEnglish(words) && !plain.some((word) => SMALL.test(word)))
  );
}
