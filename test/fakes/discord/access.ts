import type { App } from './app.ts';
import { CHANNEL, type Channel } from './channel.ts';
import { tellChannel } from './events.ts';
import type { Permission } from './permissions.ts';
import { missingAccess, missingPermissions, Refusal, threadLocked, unknownChannel } from './refusal.ts';

/** The channel, where the bot may see it. Throws what Discord answers where it may not. */
export function seenChannel({ world }: App, id: string): Channel {
  const channel = world.channel(id);
  if (channel === undefined) throw unknownChannel();
  const guild = world.guildOf(channel);
  if (guild !== undefined && !guild.botIsMember) throw missingAccess();
  if (guild?.can('VIEW_CHANNEL') === false) throw missingAccess();
  if (
    channel.type === CHANNEL.privateThread &&
    !channel.members.has(world.botUserId) &&
    guild?.can('MANAGE_THREADS') === false
  )
    throw missingAccess();
  return channel;
}

export function need({ world }: App, channel: Channel, ...permissions: readonly Permission[]): void {
  const guild = world.guildOf(channel);
  if (guild === undefined) return;
  for (const each of permissions) if (!guild.can(each)) throw missingPermissions();
}

/** Whether a message of the bot may go there now. A thread that is archived wakes up, where it is not locked. */
export function openForPosting(app: App, channel: Channel): void {
  const { world } = app;
  if (channel.recipientId !== undefined) {
    const code = world.userOf(channel.recipientId).closedWith;
    if (code === 50278)
      throw new Refusal(403, 50278, 'Cannot send messages to this user due to having no mutual guilds');
    if (code !== undefined) throw new Refusal(403, code, 'Cannot send messages to this user');
    return;
  }
  need(app, channel, channel.isThread ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
  wake(app, channel);
}

/** A message in an archived thread brings it back. Throws where the thread is locked and the bot has no say in it. */
export function wake(app: App, channel: Channel): void {
  if (channel.locked && app.world.guildOf(channel)?.can('MANAGE_THREADS') !== true) throw threadLocked();
  if (!channel.archived) return;
  channel.archived = false;
  channel.archivedAt = app.world.isoNow();
  tellChannel(app, 'UPDATE', channel);
}
