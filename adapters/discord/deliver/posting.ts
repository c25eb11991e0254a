import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Delivery } from '../../../src/coach/ports.ts';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import { bodyOf, hasPictures, type Outgoing, withoutPictures } from './outgoing.ts';
import { postedBefore } from './posted-before.ts';

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
}

const PostedSchema = z.object({ id: z.string().min(1) });
/** More than wait at a time in any sane outage; the oldest is forgotten first, and looked up on Discord then. */
const REMEMBERED = 2_000;
/** https://discord.com/developers/docs/resources/message#create-message: `nonce`. */
const LONGEST_NONCE = 25;

/**
 * Posts the messages of a delivery that are not on Discord yet, in order, and resolves with their ids, a blank between.
 * Each goes under a nonce of the delivery's own, so that Discord itself takes it once. Throws what the REST throws.
 */
export function createPost({ rest, log, botId }: PostParts): Post {
  /** Messages of deliveries under way that Discord took, by nonce. */
  const book = new Map<string, Map<string, string>>();

  function takenOf(deliveryId: string): Map<string, string> {
    const known = book.get(deliveryId) ?? new Map<string, string>();
    book.set(deliveryId, known);
    const [oldest] = book.keys();
    if (book.size > REMEMBERED && oldest !== undefined) book.delete(oldest);
    return known;
  }

  async function send(channel: string, message: Outgoing, nonce: string, over: string | undefined) {
    const { body, files } = await bodyOf(message);
    if (over !== undefined) {
      try {
        return PostedSchema.parse(await rest.patch(Routes.channelMessage(channel, over), { body, files })).id;
      } catch (error) {
        if (answerOf(error).kind !== 'message-gone') throw error;
      }
    }
    const named = { ...body, nonce, enforce_nonce: true };
    return PostedSchema.parse(await rest.post(Routes.channelMessages(channel), { body: named, files })).id;
  }

  /** An archived thread is opened first; a picture that may not be sent is left out. Once each. */
  async function sendOne(channel: string, message: Outgoing, nonce: string, over: string | undefined) {
    try {
      return await send(channel, message, nonce, over);
    } catch (error) {
      const { kind, code } = answerOf(error);
      if (kind === 'archived') {
        await rest.patch(Routes.channel(channel), { body: { archived: false } });
        return send(channel, message, nonce, over);
      }
      if (!hasPictures(message) || (kind !== 'forbidden' && kind !== 'unreadable')) throw error;
      log('discord-picture-left-out', { code });
      return send(channel, withoutPictures(message), nonce, over);
    }
  }

  async function sendAll(
    attempt: Attempt,
    channel: string,
    messages: readonly Outgoing[],
    nonceOf: (index: number) => string,
    over: string | undefined,
  ): Promise<string> {
    const taken = takenOf(attempt.delivery.deliveryId);
    const ids: string[] = [];
    for (const [index, message] of messages.entries()) {
      const nonce = nonceOf(index);
      const known = taken.get(nonce);
      const id = known ?? (await sendOne(channel, message, nonce, index === 0 ? over : undefined));
      taken.set(nonce, id);
      ids.push(id);
      attempt.posted = ids;
      attempt.unsure = true;
    }
    return ids.join(' ');
  }

  return async (attempt, channel, { messages, plain, over }) => {
    const { deliveryId, inDoubt, since } = attempt.delivery;
    const whole = (index: number) => nonceFor(deliveryId, messages.length === 1 ? '' : `.${index + 1}`);
    const plainly = (index: number) => nonceFor(deliveryId, `-${index + 1}`);
    const taken = takenOf(deliveryId);
    const isPlain = taken.has(plainly(0));
    if (inDoubt && !isPlain && over === undefined) {
      const found = await postedBefore(
        { rest, log, botId: botId() },
        channel,
        since?.getTime() ?? Date.now(),
        messages,
      );
      for (const [index, id] of found?.entries() ?? []) if (id !== undefined) taken.set(whole(index), id);
    }
    let ref: string;
    try {
      if (isPlain) ref = await sendAll(attempt, channel, plain?.() ?? messages, plainly, over);
      else ref = await sendAll(attempt, channel, messages, whole, over);
    } catch (error) {
      const { kind, code } = answerOf(error);
      if (kind !== 'unreadable' || plain === undefined || isPlain) throw error;
      log('discord-sent-plainly', { key: attempt.delivery.key, code });
      // What went out of the first form is taken away, before the same words come in another.
      for (const id of taken.values())
        await rest
          .delete(Routes.channelMessage(channel, id))
          .catch((gone: unknown) => log('discord-not-taken-away', { code: answerOf(gone).code }));
      taken.clear();
      // An edit cannot take the flag of Components V2 away: in the plain form it is a message of its own.
      ref = await sendAll(attempt, channel, plain(), plainly, undefined);
    }
    book.delete(deliveryId);
    return ref;
  };
}

/** A delivery's id has 22 characters: three are left to number its messages. */
function nonceFor(deliveryId: string, part: string): string {
  return `${deliveryId}${part}`.slice(0, LONGEST_NONCE);
}
