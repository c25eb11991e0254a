import type { Order, Outcome } from '../../../src/coach/ports.ts';
import { PLACE_GONE, SHARE_FAILED } from '../../../src/conversation/undelivered.ts';
import type { Log } from '../../../src/log.ts';
import { answerOf, WAIT_MS } from '../api/answers.ts';
import type { Attempt } from './posting.ts';

/** What only the operator can mend is said once a minute, not once a card. */
const SAID_AGAIN_MS = 60_000;

/** What is owed beside the practice: that it cannot be had does not say that the practice's place is gone. */
const ELSEWHERE = new Set<Order['kind']>(['open', 'point', 'share', 'export']);

export interface OutcomesParts {
  readonly log: Log;
  readonly now: () => Date;
  readonly tokenDied: () => void;
  /** The person's direct messages are closed. */
  readonly closed: (userId: string) => void;
}

/** Says what became of a try that threw. */
export interface Outcomes {
  of(attempt: Attempt, error: unknown): Outcome;
}

export function createOutcomes({ log, now, tokenDied, closed }: OutcomesParts): Outcomes {
  const saidAt = new Map<string, number>();

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
    of(attempt, error) {
      const { key, order, place, person } = attempt.delivery;
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
          if (place.thread === undefined && order.kind !== 'share') closed(person.userId);
          // Only a card that was for the practice's own place says that this one is gone.
          if (ELSEWHERE.has(order.kind)) return { outcome: 'refused', reason: reasonOf(order, code) };
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
          if (order.kind === 'share' || order.kind === 'point')
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
