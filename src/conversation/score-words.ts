import { ratingIn } from '../card/scorecard-words.ts';
import type { Score } from '../critique/critique.ts';
import type { Session } from './session.ts';

/** The rating as this person wants to see it: in words, and beside them as a number where they asked for it. */
export function scoreIn(session: Pick<Session, 'manner' | 'first'>, score: Score): string {
  return ratingIn(score, session.manner.numbers && session.first !== true);
}
