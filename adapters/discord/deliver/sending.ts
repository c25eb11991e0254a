import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import { bodyOf, hasPictures, type Outgoing, withoutPictures } from './outgoing.ts';

export interface Sending {
  /** Posts one message, or puts it in the place of `over`; resolves with its id. Throws what the REST throws. */
  send(channel: string, message: Outgoing, nonce: string, over: string | undefined): Promise<string>;
}

const PostedSchema = z.object({ id: z.string().min(1) });

/** One message at a time: in a thread that has to be opened first, or without a picture that may not be sent. */
export function createSending(rest: REST, log: Log): Sending {
  async function once(channel: string, message: Outgoing, nonce: string, over: string | undefined) {
    const { body, files } = await bodyOf(message, log);
    if (over !== undefined) {
      try {
        // What an earlier version had beside it (a picture) goes with that version.
        const whole = { attachments: [], ...body };
        const route = Routes.channelMessage(channel, over);
        return PostedSchema.parse(await rest.patch(route, { body: whole, files })).id;
      } catch (error) {
        if (answerOf(error).kind !== 'message-gone') throw error;
      }
    }
    const named = { ...body, nonce, enforce_nonce: true };
    return PostedSchema.parse(await rest.post(Routes.channelMessages(channel), { body: named, files })).id;
  }

  return {
    async send(channel, given, nonce, over) {
      let message = given;
      let isOpened = false;
      for (;;) {
        try {
          return await once(channel, message, nonce, over);
        } catch (error) {
          const { kind, code } = answerOf(error);
          if (kind === 'archived' && !isOpened) {
            isOpened = true;
            await rest.patch(Routes.channel(channel), { body: { archived: false } });
          } else if (hasPictures(message) && (kind === 'forbidden' || kind === 'unreadable')) {
            log('discord-picture-left-out', { code });
            message = withoutPictures(message);
          } else throw error;
        }
      }
    },
  };
}
