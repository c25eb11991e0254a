import { type Block, text } from '../card/card.ts';
import { whyNotJudged } from '../critique/cannot-judge.ts';

/** Said where a practice begins in another language than the coach reads: not only once all of it is written. */
export function otherLanguage(words: string): Block[] {
  const refused = whyNotJudged(words);
  return refused?.cannotJudge === 'not-english' ? [text(refused.advice)] : [];
}
