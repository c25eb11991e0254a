import type { Score } from '../critique/critique.ts';
import type { Session } from './session.ts';

/** A score in words: the first practice shows no numbers. */
export const SCORE_WORDS: Readonly<Record<Score, string>> = { 0: 'not yet', 1: 'thin', 2: 'clear' };

/** The rating as this person wants to see it: in words, and beside them as a number where they asked for it. */
export function scoreIn(session: Pick<Session, 'manner' | 'first'>, score: Score): string {
  const shows = session.manner.numbers && session.first !== true;
  return shows ? `${SCORE_WORDS[score]} (${score} of 2)` : SCORE_WORDS[score];
}
