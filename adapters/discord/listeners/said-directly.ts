import { createHash } from 'node:crypto';
import { MessageFlags, Routes } from 'discord.js';
import { z } from 'zod';
import { triedAgain } from '../../beside-outbox/tried-again.ts';
import { answerOf } from '../api/answers.ts';
import type { Desk } from '../desk.ts';
import { type DiscordMessage, NO_PINGS } from '../render/message.ts';

const DirectSchema = z.object({ id: z.string() });

/** Says something outside of every practice, where the person reads it: in their direct messages. Never rejects. */
export async function inDirectMessages(
  desk: Desk,
  userId: string,
  messages: readonly DiscordMessage[],
  about: string,
): Promise<void> {
  try {
    const body = { recipient_id: userId };
    const opened = await triedAgain(() => desk.rest.post(Routes.userChannels(), { body }), answerOf);
    const { id } = DirectSchema.parse(opened);
    await inChannel(desk, id, messages, about);
  } catch (error) {
    desk.log('discord-not-told', { code: answerOf(error).code });
  }
}

/**
 * The same, in a channel that is known. `about`: the id of what it answers, so that two processes that heard it say it
 * once. False where something of it was not sent. Never rejects.
 */
export async function inChannel(
  desk: Desk,
  channel: string,
  messages: readonly DiscordMessage[],
  about: string,
): Promise<boolean> {
  try {
    for (const [index, { components }] of messages.entries()) {
      const body = {
        components,
        flags: MessageFlags.IsComponentsV2,
        allowed_mentions: NO_PINGS,
        nonce: nonceOf(channel, about, index),
        enforce_nonce: true,
      };
      await triedAgain(() => desk.rest.post(Routes.channelMessages(channel), { body }), answerOf);
    }
    return true;
  } catch (error) {
    desk.log('discord-not-told', { code: answerOf(error).code });
    return false;
  }
}

/** Discord takes 25 characters at most: https://discord.com/developers/docs/resources/message#create-message */
function nonceOf(channel: string, about: string, index: number): string {
  return createHash('sha256').update(`${channel} ${about} ${index}`).digest('base64url').slice(0, 22);
}
