import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Delivery } from '../../../src/coach/ports.ts';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import type { SlackMessage } from '../render/message.ts';
import { DELIVERY_EVENT, postedBefore } from './posted-before.ts';
import { NotNow, type Rates } from './rates.ts';
import { createTriesBook, type Tries } from './tries.ts';

export interface Where {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** One try of a delivery. */
export interface Attempt {
  readonly delivery: Delivery;
  /** The conversation it goes to, once that is known: what Slack says of rates is true for it. */
  channel: string;
  /** Something of it is perhaps with Slack: a next try has to look before it sends. */
  unsure: boolean;
  /** Messages of it that are with Slack, by their `ts`, as far as this try knows. */
  posted: readonly string[];
}

/** What is to be posted: the messages of one card, and how else they may be shown or prepared. */
export interface Posting {
  readonly messages: readonly SlackMessage[];
  /** The same words in the plainest blocks, for when Slack does not take the first. */
  readonly plain?: () => readonly SlackMessage[];
  /** A message of ours that the first of these takes the place of. */
  readonly over?: string | undefined;
  /** Comes before the messages; not again where they, or it, are there already. */
  readonly before?: () => Promise<void>;
}

/** One way to show a card, and under which id each message of it is found again. */
interface Form {
  readonly messages: readonly SlackMessage[];
  readonly idOf: (index: number) => string;
}

export type Post = (attempt: Attempt, where: Where, posting: Posting) => Promise<string>;

const PostedSchema = z.object({ ts: z.string().min(1) });

/** With these a message cannot be changed any more: it is posted anew. */
const CANNOT_CHANGE = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'is_inactive',
]);

/**
 * Posts the messages of a delivery that are not on Slack yet, in order, and resolves with the `ts` of each, a blank between.
 * Throws what the client throws, or `NotNow`.
 */
export function createPost(client: WebClient, rates: Rates, log: Log): Post {
  const book = createTriesBook();

  /** What is there of it already. After a look-up nothing is in doubt any more; without one everything is. */
  async function taken(attempt: Attempt, where: Where): Promise<Tries> {
    const { deliveryId, inDoubt, since } = attempt.delivery;
    const before = book.get(deliveryId);
    const tries = before ?? book.begin(deliveryId);
    if (!inDoubt) return tries;
    const found = await postedBefore(
      client,
      log,
      { ...where, since: before?.since ?? since?.getTime() },
      deliveryId,
    );
    for (const [id, ts] of found ?? []) tries.taken.set(id, ts);
    attempt.unsure = found === undefined || tries.taken.size > 0;
    return tries;
  }

  async function sendOne(
    where: Where,
    { text, blocks }: SlackMessage,
    id: string,
    over: string | undefined,
  ): Promise<string> {
    const message = {
      channel: where.channel,
      text,
      blocks: [...blocks],
      metadata: { event_type: DELIVERY_EVENT, event_payload: { id } },
    };
    if (over !== undefined) {
      try {
        return PostedSchema.parse(await client.chat.update({ ...message, ts: over })).ts;
      } catch (error) {
        if (!cannotChange(error)) throw error;
      }
    }
    const posted = await client.chat.postMessage({
      ...message,
      ...(where.thread === undefined ? {} : { thread_ts: where.thread }),
      unfurl_links: false,
      unfurl_media: false,
    });
    return PostedSchema.parse(posted).ts;
  }

  /** `room`: for how many messages it is taken already; for each of the others just before it is sent. */
  async function sendAll(
    attempt: Attempt,
    where: Where,
    { messages, idOf }: Form,
    tries: Tries,
    over: string | undefined,
    room: number,
  ): Promise<string> {
    const stamps: string[] = [];
    let sent = 0;
    for (const [index, message] of messages.entries()) {
      const id = idOf(index);
      const known = tries.taken.get(id);
      if (known === undefined && sent >= room) await rates.take(where.channel);
      if (known === undefined) sent += 1;
      const ts = known ?? (await sendOne(where, message, id, index === 0 ? over : undefined));
      tries.taken.set(id, ts);
      stamps.push(ts);
      attempt.posted = stamps;
      attempt.unsure = true;
    }
    return stamps.join(' ');
  }

  /** What went out in a form that could not be finished is taken away, before the same words come in another. */
  async function takeAway(where: Where, tries: Tries): Promise<void> {
    for (const [id, ts] of tries.taken) {
      await client.chat
        .delete({ channel: where.channel, ts })
        .catch((error: unknown) => log('slack-not-taken-away', { code: answerOf(error).code }));
      tries.taken.delete(id);
    }
  }

  return async (attempt, where, { messages, plain, over, before }) => {
    const { deliveryId } = attempt.delivery;
    attempt.channel = where.channel;
    const held = rates.heldFor(where.channel);
    if (held > 0) throw new NotNow(held);
    const tries = await taken(attempt, where);
    const whole: Form = {
      messages,
      idOf: (index) => (messages.length === 1 ? deliveryId : `${deliveryId}.${index + 1}`),
    };
    const plainly = (): Form => ({
      messages: plain?.() ?? messages,
      idOf: (index) => `${deliveryId}.p${index + 1}`,
    });
    const form = tries.taken.has(`${deliveryId}.p1`) ? plainly() : whole;
    const isMissing = form.messages.some((_, index) => !tries.taken.has(form.idOf(index)));
    if (isMissing) await rates.take(where.channel);
    if (before !== undefined && tries.taken.size === 0 && !tries.prepared) {
      await before();
      tries.prepared = true;
    }
    let ref: string;
    try {
      ref = await sendAll(attempt, where, form, tries, over, 1);
    } catch (error) {
      const { kind, code } = answerOf(error);
      if (kind !== 'unreadable' || plain === undefined || form !== whole) throw error;
      log('slack-sent-plainly', { key: attempt.delivery.key, code });
      await takeAway(where, tries);
      // They take no room of their own: it was taken for the same words. Slack's own 429 is obeyed.
      ref = await sendAll(attempt, where, plainly(), tries, over, Number.POSITIVE_INFINITY);
    }
    book.end(deliveryId);
    return ref;
  };
}

function cannotChange(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && CANNOT_CHANGE.has(String(error.data.error));
}
