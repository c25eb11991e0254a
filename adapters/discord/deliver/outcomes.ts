import type { Order, Outcome } from '../../../src/coach/ports.ts';
import { PLACE_GONE, SHARE_FAILED } from '../../../src/conversation/undelivered.ts';
import type { Log } from '../../../src/log.ts';
import { type Answer, answerOf, WAIT_MS } from '../api/answers.ts';
import { NO_CHANNEL } from '../api/codes.ts';
import { isOfTeam } from './of-team.ts';
import type { Attempt } from './posting.ts';
import { NOT_REACHED, whyNoThread } from './why-shut.ts';

/** What only the operator can mend is said once a minute, not once a card. */
const SAID_AGAIN_MS = 60_000;

/** What is owed beside the practice: that it cannot be had does not say that the practice's place is gone. */
const ELSEWHERE = new Set<Order['kind']>([
  ...(['open', 'point', 'share', 'export', 'remind', 'gather', 'file'] as const),
]);

export interface OutcomesParts {
  readonly log: Log;
  readonly now: () => Date;
  readonly tokenDied: () => void;
  /** The person's direct messages are closed. */
  readonly closed: (userId: string) => void;
}

/** An answer that nobody knows may pass; one that comes at each of so many tries does not, and holds up what follows. */
const STRANGE_TRIES = 3;

/** Says what became of a try that threw. */
export interface Outcomes {
  of(attempt: Attempt, error: unknown): Outcome;
  /** Why this person's practice cannot go on where it was: the next place says so. Undefined where nothing is known. */
  whyMoved(userId: string): string | undefined;
  /** They were told. */
  moved(userId: string): void;
}

/** Places are given up seldom, and the next one is opened at once. */
const REMEMBERED = 1_000;

export function createOutcomes({ log, now, tokenDied, closed }: OutcomesParts): Outcomes {
  const saidAt = new Map<string, number>();
  const whyMoved = new Map<string, string>();
  /** How often a delivery had an answer that nobody knows: as far as this process tried it. */
  const strange = new Map<string, number>();

  function noteWhy(userId: string, isThread: boolean, answer: Answer): void {
    // A thread that is not there any more needs no reason.
    if (isThread && NO_CHANNEL.has(answer.code)) return;
    whyMoved.set(userId, isThread ? whyNoThread(answer, 'Send Messages in Threads') : NOT_REACHED);
    const [oldest] = whyMoved.keys();
    if (whyMoved.size > REMEMBERED && oldest !== undefined) whyMoved.delete(oldest);
  }

  /** Another answer that nobody knows: whether it was the last try. */
  function isGivenUp(deliveryId: string): boolean {
    const tries = (strange.get(deliveryId) ?? 0) + 1;
    strange.delete(deliveryId);
    if (tries >= STRANGE_TRIES) return true;
    strange.set(deliveryId, tries);
    const [oldest] = strange.keys();
    if (strange.size > REMEMBERED && oldest !== undefined) strange.delete(oldest);
    return false;
  }

  function saySeldom(event: string, code: string): void {
    const at = now().getTime();
    if (at - (saidAt.get(event + code) ?? Number.NEGATIVE_INFINITY) < SAID_AGAIN_MS) return;
    saidAt.set(event + code, at);
    log(event, { code });
  }

  /** Not now. A delivery of which something may be with Discord already stays in doubt: its next try looks first. */
  function notNow({ unsure }: Attempt, afterMs: number): Outcome {
    return unsure ? { outcome: 'unknown' } : { outcome: 'later', afterMs };
  }

  return {
    whyMoved: (userId) => whyMoved.get(userId),
    moved: (userId) => void whyMoved.delete(userId),
    of(attempt, error) {
      const { key, order, place, person, deliveryId } = attempt.delivery;
      const answer = answerOf(error);
      const { kind, code } = answer;
      switch (kind) {
        case 'later':
          if (code !== 'ratelimited') log('discord-not-now', { key, code });
          return notNow(attempt, answer.afterMs);
        case 'unknown':
          log('discord-answer-lost', { key, code });
          return { outcome: 'unknown' };
        case 'gone':
        case 'forbidden':
        case 'archived':
          if (place.thread === undefined && order.kind !== 'share' && !isOfTeam(person))
            closed(person.userId);
          // Only a card that was for the practice's own place says that this one is gone.
          if (ELSEWHERE.has(order.kind)) return { outcome: 'refused', reason: reasonOf(order, code) };
          // A team opens no place of its own that could say why.
          if (!isOfTeam(person)) noteWhy(person.userId, place.thread !== undefined, answer);
          return { outcome: 'gone', reason: `${PLACE_GONE}${code}` };
        case 'token-dead':
          tokenDied();
          saySeldom('discord-token-refused', code);
          return notNow(attempt, WAIT_MS);
        case 'operator':
          saySeldom('discord-has-to-be-mended', code);
          return notNow(attempt, WAIT_MS);
        case 'strange':
        case 'message-gone':
          log('discord-code-unknown', { key, code });
          // What is owed beside the talk must not hold it up for what nobody knows.
          if (order.kind === 'share' || order.kind === 'point' || isGivenUp(deliveryId))
            return { outcome: 'refused', reason: reasonOf(order, code) };
          return notNow(attempt, WAIT_MS);
        case 'unreadable':
          log('discord-not-taken', { key, code });
          return { outcome: 'refused', reason: reasonOf(order, code) };
      }
    },
  };
}

function reasonOf(order: Order, code: string): string {
  return order.kind === 'share' ? `${SHARE_FAILED}${code}` : code;
}
