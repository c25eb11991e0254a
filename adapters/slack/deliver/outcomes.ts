import type { Order, Outcome } from '../../../src/coach/ports.ts';
import { PLACE_GONE, SHARE_FAILED } from '../../../src/conversation/undelivered.ts';
import type { Log } from '../../../src/log.ts';
import { answerOf, WAIT_MS } from '../api/answers.ts';
import type { DirectMessages } from './direct-messages.ts';
import type { Attempt } from './posting.ts';
import { NotNow, type Rates } from './rates.ts';

/** What only the operator can mend is said once a minute, not once a card. */
const SAID_AGAIN_MS = 60_000;

const A_MOMENT_MS = 1_000;
/** Of the conversation, not of the person: it may be known wrongly here, and is asked for anew. */
const MAY_PASS: ReadonlySet<string> = new Set(['channel_not_found', 'not_in_channel', 'is_inactive']);

/** For these the conversation with somebody is looked up, or opened. */
const OPENS = new Set<Order['kind']>(['open', 'remind', 'gather', 'file']);
/** The token's end, or, where the token works, that of the account that was written to. */
const ONE_ACCOUNT = 'account_inactive';
/** These write first to an account that may have ended. */
const TO_AN_ACCOUNT = new Set<Order['kind']>(['remind', 'gather', 'file']);

/** Of no place that a talk stands in already. */
const ELSEWHERE = new Set<Order['kind']>(['open', 'point', 'share', 'remind', 'gather', 'file']);
/** What is owed beside the talk must not hold it up for what nobody knows; and a group is better told now that it has no place. */
const NOT_HELD_UP = new Set<Order['kind']>(['share', 'point', 'gather', 'file']);

export interface OutcomesParts {
  readonly rates: Rates;
  readonly direct: Pick<DirectMessages, 'forget'>;
  readonly log: Log;
  readonly now: () => Date;
  readonly tokenDied: (code: string) => void;
}

/** Says what became of a try that threw. */
export interface Outcomes {
  of(attempt: Attempt, error: unknown): Outcome;
}

export function createOutcomes({ rates, direct, log, now, tokenDied }: OutcomesParts): Outcomes {
  const saidAt = new Map<string, number>();
  /** What was refused once. Few, and each is taken out at its second try. */
  const refused = new Set<string>();

  /** A conversation may be closed just now and open in a moment: nothing is given up at the first refusal. */
  function isFirstRefusal(deliveryId: string): boolean {
    if (refused.delete(deliveryId)) return false;
    refused.add(deliveryId);
    return true;
  }

  function saySeldom(code: string): void {
    const at = now().getTime();
    if (at - (saidAt.get(code) ?? Number.NEGATIVE_INFINITY) < SAID_AGAIN_MS) return;
    saidAt.set(code, at);
    log('slack-has-to-be-mended', { code });
  }

  /**
   * Not now. A delivery of which something may be with Slack already stays in doubt, or its next try would send all of
   * it again; the outbox chooses that try's time, so the wait is kept here.
   */
  function notNow(attempt: Attempt, afterMs: number): Outcome {
    if (!attempt.unsure) return { outcome: 'later', afterMs };
    rates.hold(attempt.channel, afterMs);
    return { outcome: 'unknown' };
  }

  return {
    of(attempt, error) {
      if (error instanceof NotNow) return notNow(attempt, error.afterMs);
      const { key, order, place, person } = attempt.delivery;
      const answer = answerOf(error);
      const { kind, code } = answer;
      switch (kind) {
        case 'later':
          if (code === 'ratelimited') rates.hold(attempt.channel, answer.afterMs);
          else log('slack-not-now', { key, code });
          return notNow(attempt, answer.afterMs);
        case 'unknown':
          log('slack-answer-lost', { key, code });
          return { outcome: 'unknown' };
        case 'gone':
          for (const user of [place.channel, person.userId, ...(order.kind === 'share' ? [order.to] : [])]) {
            direct.forget(user);
          }
          if (OPENS.has(order.kind) && MAY_PASS.has(code) && isFirstRefusal(attempt.delivery.deliveryId))
            return notNow(attempt, A_MOMENT_MS);
          // Only a card that was for the practice's own place says that this one is gone.
          return ELSEWHERE.has(order.kind)
            ? { outcome: 'refused', reason: reasonOf(order, code) }
            : { outcome: 'gone', reason: `${PLACE_GONE}${code}` };
        case 'token-dead':
          tokenDied(code);
          // A dead token has taken everybody's data with it by the second try: then it is about this person only.
          if (
            TO_AN_ACCOUNT.has(order.kind) &&
            code === ONE_ACCOUNT &&
            !isFirstRefusal(attempt.delivery.deliveryId)
          )
            return { outcome: 'refused', reason: code };
          return notNow(attempt, WAIT_MS);
        case 'operator':
          saySeldom(code);
          return notNow(attempt, WAIT_MS);
        case 'strange':
          log('slack-code-unknown', { key, code });
          if (NOT_HELD_UP.has(order.kind)) return { outcome: 'refused', reason: reasonOf(order, code) };
          return notNow(attempt, WAIT_MS);
        case 'unreadable':
          log('slack-not-taken', { key, code });
          return { outcome: 'refused', reason: reasonOf(order, code) };
      }
    },
  };
}

function reasonOf(order: Order, code: string): string {
  return order.kind === 'share' ? `${SHARE_FAILED}${code}` : code;
}
