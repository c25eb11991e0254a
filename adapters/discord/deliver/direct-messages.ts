import { type REST, Routes } from 'discord.js';
import { z } from 'zod';

const DirectSchema = z.object({ id: z.string().min(1) });

/** Enough for the people of large servers; whoever was asked for first is asked for again. */
const REMEMBERED = 10_000;
/** A card that failed is followed by a new place at once: that one is not tried for the same reason. */
const CLOSED_FOR_MS = 60_000;

export interface DirectMessages {
  /** The channel of the bot with this person: the same for ever. Throws what Discord answers. */
  of(userId: string): Promise<string>;
  /** Discord did not let the bot write to this person. */
  closed(userId: string): void;
  isClosed(userId: string): boolean;
  /** The person is there: what was refused before is tried again. */
  opened(userId: string): void;
}

/** `now`: milliseconds since 1970. */
export function createDirectMessages(rest: REST, now: () => number): DirectMessages {
  const known = new Map<string, string>();
  const closedAt = new Map<string, number>();
  return {
    async of(userId) {
      const found = known.get(userId);
      if (found !== undefined) return found;
      const body = { recipient_id: userId };
      const { id } = DirectSchema.parse(await rest.post(Routes.userChannels(), { body }));
      const [first] = known.keys();
      if (known.size >= REMEMBERED && first !== undefined) known.delete(first);
      known.set(userId, id);
      return id;
    },
    closed(userId) {
      for (const [other, at] of closedAt) if (now() - at > CLOSED_FOR_MS) closedAt.delete(other);
      closedAt.set(userId, now());
    },
    opened: (userId) => void closedAt.delete(userId),
    isClosed: (userId) => now() - (closedAt.get(userId) ?? Number.NEGATIVE_INFINITY) < CLOSED_FOR_MS,
  };
}
