import { later, msFrom } from './instants.ts';
import type { Group, Mock, Phase, Twist } from './mock.ts';

/** The script that the coach keeps, each way: a minute to settle, two to answer, four of follow-ups, two for the cards, three to talk. */

const MINUTE_MS = 60_000;

/** How long those who are not there yet are waited for. */
export const GRACE_MS = 5 * MINUTE_MS;

/** The recap waits so long for who agrees to be named, and for a card that comes late. */
export const RECAP_AFTER_MS = 10 * MINUTE_MS;

/** A coach that was away over the beginning still begins so late; later than that people have gone. */
export const LATEST_START_MS = 15 * MINUTE_MS;

/** A mark that comes later than that is not caught up with: the script goes on from now. */
export const LATE_MARK_MS = MINUTE_MS;

/** A live group whose mark comes so late has gone on without the coach, or gone: its script is not taken up again. */
export const GONE_AFTER_MS = 30 * MINUTE_MS;

/** A typed answer is the partner's to read for a week. */
export const LENT_MS = 7 * 24 * 60 * MINUTE_MS;

/** How long the candidate has, in seconds. */
export function answerSeconds(twist: Twist): number {
  return twist === 'first-telling' || twist === 'another-failure' ? 120 : 60;
}

const ANSWER_AND_ASKING_SECONDS = 360;

/** How long a phase of a live session is, in seconds. What a short answer leaves is for the follow-ups. */
export function phaseSeconds(phase: Exclude<Phase, 'over'>, twist: Twist): number {
  switch (phase) {
    case 'settle':
      return 60;
    case 'answer':
      return answerSeconds(twist);
    case 'asking':
      return ANSWER_AND_ASKING_SECONDS - answerSeconds(twist);
    case 'cards':
      return 120;
    case 'talk':
      return 180;
  }
}

/** Both ways, after the time that is waited. */
export const EACH_ROUND_MS = 2 * (60 + ANSWER_AND_ASKING_SECONDS + 120 + 180) * 1_000;

/** How long a live session is, in minutes: 30 with one round. */
export function liveMinutes(rounds: number): number {
  return Math.ceil((GRACE_MS + rounds * EACH_ROUND_MS + MINUTE_MS) / MINUTE_MS);
}

/** The phases of one telling, in their order. */
export function phasesOf({ mode }: Pick<Mock, 'mode'>): readonly Phase[] {
  return mode.kind === 'live'
    ? ['settle', 'answer', 'asking', 'cards', 'talk']
    : ['answer', 'asking', 'talk'];
}

/** The phase whose end opens the cards. */
export function phaseOfCards({ mode }: Pick<Mock, 'mode'>): Phase {
  return mode.kind === 'live' ? 'cards' : 'asking';
}

/** When a phase that begins at `at` ends by itself. */
export function phaseEnd(
  mock: Mock,
  { turn, swapAt }: Pick<Group, 'turn' | 'swapAt'>,
  phase: Phase,
  at: string,
): string {
  if (phase === 'over') return at;
  if (mock.mode.kind === 'live') return later(at, phaseSeconds(phase, mock.twist) * 1_000);
  // Whoever is early leaves the time to the others: what is left until the swap, or the end, is halved.
  const until = turn === 0 ? (swapAt ?? middle(mock.startsAt, mock.endsAt)) : mock.endsAt;
  const left = Math.max(0, msFrom(at, until));
  return phase === 'answer' ? later(at, left / 2) : later(at, left);
}

/** When the first of two has had their half of the time. */
export function middle(from: string, to: string): string {
  return later(from, Math.max(0, msFrom(from, to)) / 2);
}
