import type { App } from './app.ts';
import { byId, type Channel } from './channel.ts';
import { type FakeMessage, isEphemeral } from './message.ts';

/** Which message: where it is not the newest that fits. */
export interface Where {
  /** The message's id. */
  readonly in?: string;
  /** Only in this channel or thread. */
  readonly channel?: string;
  /** How a message looked before it was changed or removed counts as well. */
  readonly again?: boolean;
}

/** Everything that this person can see, newest first. */
export function seenBy(app: App, userId: string, where: Where = {}): FakeMessage[] {
  const { world } = app;
  const channels = [...world.channels.values()].filter(
    (each) => world.canSee(userId, each) && (where.channel === undefined || where.channel === each.id),
  );
  const ids = new Set(channels.map(({ id }) => id));
  const alone = [...world.ephemerals.values()].filter(
    (each) => each.ephemeralTo === userId && ids.has(each.channel_id),
  );
  const now = [...channels.flatMap((channel) => channel.all()), ...alone].sort(byId).reverse();
  const before = where.again === true ? channels.flatMap((channel) => [...channel.earlier()].reverse()) : [];
  return [...now, ...before].filter(({ id }) => where.in === undefined || where.in === id);
}

/** A message in a channel, from the eyes of this person. */
export function messageSeen(app: App, userId: string, id: string): FakeMessage {
  const [found] = seenBy(app, userId, { in: id });
  if (found === undefined) throw new Error(`${userId} sees no message ${id}`);
  return found;
}

export function channelOf(app: App, message: FakeMessage): Channel {
  const channel = app.world.channels.get(message.channel_id);
  if (channel === undefined) throw new Error(`a message nowhere: ${message.channel_id}`);
  return channel;
}

/** What only this person was shown, in order. */
export function aloneTo(app: App, userId: string): FakeMessage[] {
  return [...app.world.ephemerals.values()]
    .filter((each) => each.ephemeralTo === userId && isEphemeral(each))
    .sort(byId);
}
