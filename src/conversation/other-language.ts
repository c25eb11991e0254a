import { type Block, text } from '../card/card.ts';
import { whyNotRead } from '../critique/cannot-judge.ts';

/** Said where a practice begins in another language than the coach reads: not only once all of it is written. */
export function otherLanguage(words: string): Block[] {
  const refused = whyNotRead(words);
  return refused === undefined ? [] : [text(refused.advice)];
}
