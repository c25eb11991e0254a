import { type REST, Routes } from 'discord.js';
import type { Delivery } from '../../../src/coach/ports.ts';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import type { Outgoing } from './outgoing.ts';
import { postedBefore } from './posted-before.ts';
import { createSending } from './sending.ts';
import { createTakenBook, type Taken } from './taken-book.ts';

/** One try of a delivery. */
export interface Attempt {
  readonly delivery: Delivery;
  /** Something of it is perhaps with Discord: a next try has to look before it sends. */
  unsure: boolean;
  /** Messages of it that are with Discord, as far as this try knows. */
  posted: readonly string[];
}

/** What is to be posted: the messages of one card, and how else they may be shown. */
export interface Posting {
  readonly messages: readonly Outgoing[];
  /** The same words in the plainest form, for when Discord does not take the first. */
  readonly plain?: () => readonly Outgoing[];
  /** A message of ours that the first of these takes the place of. */
  readonly over?: string | undefined;
}

export type Post = (attempt: Attempt, channel: string, posting: Posting) => Promise<string>;

export interface PostParts {
  readonly rest: REST;
  readonly log: Log;
  readonly botId: () => string | undefined;
  readonly now: () => Date;
}

/** One way to show a card, and the nonce of each of its messages. */
interface Form {
  readonly messages: readonly Outgoing[];
  readonly nonceOf: (index: number) => string;
}

/** The outbox gives a delivery up after a day. */
const OLDEST_TRY_MS = 24 * 60 * 60_000;

/**
 * Posts the messages of a delivery that are not on Discord yet, in order, and resolves with their ids, a blank between.
 * Each goes under a nonce of the delivery's own, so that Discord itself takes it once. Throws what the REST throws.
 */
export function createPost({ rest, log, botId, now }: PostParts): Post {
  const book = createTakenBook();
  const sending = createSending(rest, log);

  /** What is there of it already. After a look-up nothing is in doubt any more; without one everything is. */
  async function lookUp(attempt: Attempt, channel: string, taken: Taken, whole: Form, plainly: () => Form) {
    const { since } = attempt.delivery;
    const from = since?.getTime() ?? now().getTime() - OLDEST_TRY_MS;
    const own = await postedBefore(
      { rest, log, botId: botId() },
      channel,
      from,
      book.othersThan(attempt.delivery.deliveryId),
    );
    attempt.unsure = own === undefined || taken.size > 0;
    if (own === undefined) return;
    for (const form of [whole, plainly()]) {
      for (const [index, id] of own.find(form.messages).entries())
        if (id !== undefined) taken.set(form.nonceOf(index), id);
      if (taken.size > 0) break;
    }
    attempt.unsure = taken.size > 0;
  }

  async function sendAll(
    attempt: Attempt,
    channel: string,
    { messages, nonceOf }: Form,
    taken: Taken,
    over: string | undefined,
  ): Promise<string> {
    const ids: string[] = [];
    for (const [index, message] of messages.entries()) {
      const nonce = nonceOf(index);
      const known = taken.get(nonce);
      const id = known ?? (await sending.send(channel, message, nonce, index === 0 ? over : undefined));
      taken.set(nonce, id);
      ids.push(id);
      attempt.posted = ids;
      attempt.unsure = true;
    }
    return ids.join(' ');
  }

  /** What went out in a form that could not be finished is taken away, before the same words come in another. */
  async function takeAway(channel: string, ids: Iterable<string>): Promise<void> {
    for (const id of ids)
      await rest
        .delete(Routes.channelMessage(channel, id))
        .catch((error: unknown) => log('discord-not-taken-away', { code: answerOf(error).code }));
  }

  return async (attempt, channel, { messages, plain, over }) => {
    const { deliveryId, inDoubt, key } = attempt.delivery;
    const taken = book.of(deliveryId);
    // A delivery's id has 22 characters, a nonce at most 25: three are left to number its messages.
    const whole: Form = {
      messages,
      nonceOf: (index) => (messages.length === 1 ? deliveryId : `${deliveryId}.${index + 1}`),
    };
    const plainly = (): Form => ({
      messages: plain?.() ?? messages,
      nonceOf: (index) => `${deliveryId}-${index + 1}`,
    });
    // A change that is made twice is the same change: there is nothing to look for.
    if (inDoubt && over === undefined) await lookUp(attempt, channel, taken, whole, plainly);
    const isPlain = [...taken.keys()].some((nonce) => nonce.startsWith(`${deliveryId}-`));
    let ref: string;
    try {
      ref = await sendAll(attempt, channel, isPlain ? plainly() : whole, taken, isPlain ? undefined : over);
    } catch (error) {
      const { kind, code } = answerOf(error);
      if (kind !== 'unreadable' || plain === undefined || isPlain) throw error;
      log('discord-sent-plainly', { key, code });
      // An edit cannot take the flag of Components V2 away: in the plain form it is a message of its own.
      await takeAway(channel, new Set([...(over === undefined ? [] : [over]), ...taken.values()]));
      taken.clear();
      ref = await sendAll(attempt, channel, plainly(), taken, undefined);
    }
    book.end(deliveryId);
    return ref;
  };
}
