import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

/** What `conversations.open` answers. */
export const OpenedSchema = z.object({ channel: z.object({ id: z.string().min(1) }) });

/** Enough for the people of a large workspace; whoever was asked for first is asked for again. */
const REMEMBERED = 10_000;

export interface DirectMessages {
  /** The conversation of the bot with this person. Throws what Slack answers: `cannot_dm_bot`, `user_disabled`, … */
  of(userId: string): Promise<string>;
  forget(userId: string): void;
}

/** Finds, or opens, direct messages: the same id for ever, so it is asked for once. */
export function createDirectMessages(client: WebClient): DirectMessages {
  const known = new Map<string, string>();
  return {
    async of(userId) {
      const found = known.get(userId);
      if (found !== undefined) return found;
      const { id } = OpenedSchema.parse(await client.conversations.open({ users: userId })).channel;
      const [first] = known.keys();
      if (known.size >= REMEMBERED && first !== undefined) known.delete(first);
      known.set(userId, id);
      return id;
    },
    forget: (userId) => void known.delete(userId),
  };
}

/** Whether a place's channel is a person (`U…`, in an enterprise `W…`) whose direct messages are meant. */
export function isUser(channel: string): boolean {
  return /^[UW]/.test(channel);
}
