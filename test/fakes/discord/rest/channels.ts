import { textOf } from '../../slack/json.ts';
import { need, openForPosting, seenChannel } from '../access.ts';
import { CHANNEL, Channel } from '../channel.ts';
import { tellChannel } from '../events.ts';
import { TYPES } from '../message.ts';
import { composed, post } from '../posting.ts';
import { formBody, missingAccess, missingPermissions, Refusal, threadArchived } from '../refusal.ts';
import { type Asked, NO_CONTENT, ok, type Route } from '../route.ts';
import { wireChannel } from '../wire.ts';

/** Channels, direct messages and threads. */
export const channelRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/users/@me/channels',
    answer: ({ app, call }) => {
      const userId = textOf(call.body.recipient_id);
      if (!app.world.users.has(userId)) throw new Refusal(400, 50033, 'Invalid Recipient(s)');
      return ok(wireChannel(app.world, app.world.dmOf(userId)));
    },
  },
  {
    method: 'GET',
    template: '/channels/{channel_id}',
    answer: ({ app, param }) => ok(wireChannel(app.world, seenChannel(app, param('channel_id')))),
  },
  { method: 'PATCH', template: '/channels/{channel_id}', answer: changeChannel },
  {
    method: 'DELETE',
    template: '/channels/{channel_id}',
    answer: ({ app, param }) => {
      const channel = seenChannel(app, param('channel_id'));
      if (channel.guildId !== undefined) need(app, channel, 'MANAGE_THREADS');
      if (channel.guildId !== undefined) channel.isDeleted = true;
      const body = wireChannel(app.world, channel);
      tellChannel(app, 'DELETE', channel);
      return ok(body);
    },
  },
  { method: 'POST', template: '/channels/{channel_id}/threads', answer: startThread },
  {
    method: 'POST',
    template: '/channels/{channel_id}/typing',
    answer: ({ app, param }) => {
      const channel = seenChannel(app, param('channel_id'));
      need(app, channel, channel.isThread ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
      return NO_CONTENT;
    },
  },
  {
    method: 'PUT',
    template: '/channels/{channel_id}/thread-members/{user_id}',
    answer: ({ app, param }) => {
      const thread = seenChannel(app, param('channel_id'));
      const userId = param('user_id');
      if (thread.archived) throw threadArchived();
      need(app, thread, 'SEND_MESSAGES_IN_THREADS');
      if (userId === '@me') thread.members.add(app.world.botUserId);
      else addMember({ app, param }, thread, userId);
      return NO_CONTENT;
    },
  },
  {
    method: 'GET',
    template: '/channels/{channel_id}/thread-members/{user_id}',
    answer: ({ app, param }) => {
      const thread = seenChannel(app, param('channel_id'));
      const userId = param('user_id');
      if (!thread.members.has(userId)) throw new Refusal(404, 10007, 'Unknown Member');
      return ok({ id: thread.id, user_id: userId, join_timestamp: app.world.isoNow(), flags: 0 });
    },
  },
  {
    method: 'DELETE',
    template: '/channels/{channel_id}/thread-members/{user_id}',
    answer: ({ app, param }) => {
      const thread = seenChannel(app, param('channel_id'));
      if (thread.archived) throw threadArchived();
      thread.members.delete(param('user_id') === '@me' ? app.world.botUserId : param('user_id'));
      return NO_CONTENT;
    },
  },
  {
    method: 'GET',
    template: '/guilds/{guild_id}/threads/active',
    answer: ({ app, param }) => {
      const guild = app.world.guilds.get(param('guild_id'));
      if (guild?.botIsMember !== true) throw missingAccess();
      const threads = [...app.world.channels.values()].filter(
        (each) => each.guildId === guild.id && each.isThread && !each.archived && !each.isDeleted,
      );
      return ok({
        threads: threads.map((each) => wireChannel(app.world, each)),
        members: [],
        has_more: false,
      });
    },
  },
  {
    method: 'GET',
    template: '/channels/{channel_id}/threads/archived/private',
    answer: (asked) => {
      need(asked.app, seenChannel(asked.app, asked.param('channel_id')), 'MANAGE_THREADS');
      return archivedThreads(asked);
    },
  },
  {
    method: 'GET',
    template: '/channels/{channel_id}/users/@me/threads/archived/private',
    answer: archivedThreads,
  },
];

function archivedThreads({ app, param }: Asked) {
  const channel = seenChannel(app, param('channel_id'));
  need(app, channel, 'READ_MESSAGE_HISTORY');
  const threads = app.world
    .threads(channel.id)
    .filter(({ archived, members }) => archived && members.has(app.world.botUserId))
    .reverse();
  return ok({ threads: threads.map((each) => wireChannel(app.world, each)), members: [], has_more: false });
}

function startThread({ app, call, param }: Asked) {
  const { world } = app;
  const parent = seenChannel(app, param('channel_id'));
  if (parent.guildId === undefined || parent.isThread)
    throw new Refusal(400, 50024, 'Cannot execute action on this channel type');
  const type = Number(call.body.type ?? CHANNEL.privateThread);
  const isPrivate = type === CHANNEL.privateThread;
  if (isPrivate && parent.type !== CHANNEL.text)
    throw new Refusal(400, 50024, 'Cannot execute action on this channel type');
  need(app, parent, isPrivate ? 'CREATE_PRIVATE_THREADS' : 'CREATE_PUBLIC_THREADS');
  const guild = world.guildOf(parent);
  const active = [...world.channels.values()].filter(
    (each) => each.guildId === parent.guildId && each.isThread && !each.archived && !each.isDeleted,
  );
  if (active.length >= (guild?.threadCap ?? 1000))
    throw new Refusal(400, 160006, 'Maximum number of active threads reached');
  const thread = new Channel({
    id: world.nextId(),
    type,
    name: threadName(call.body.name),
    at: world.isoNow(),
    guildId: parent.guildId,
    parentId: parent.id,
  });
  thread.invitable = call.body.invitable !== false;
  thread.autoArchiveMinutes = Number(call.body.auto_archive_duration ?? 4320);
  thread.members.add(world.botUserId);
  world.channels.set(thread.id, thread);
  setImmediate(() => tellChannel(app, 'CREATE', thread));
  return ok(wireChannel(world, thread), 201);
}

/** What is left of a name when Discord has taken out what it does not show. */
function threadName(given: unknown): string {
  const name = textOf(given)
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  if (name === '' || name.length > 100) throw formBody(`a thread name of ${name.length} characters`);
  return name;
}

/** Adding somebody leaves a line in the thread that nobody wrote. */
function addMember({ app }: Pick<Asked, 'app' | 'param'>, thread: Channel, userId: string): void {
  const { world } = app;
  if (!world.users.has(userId)) throw new Refusal(404, 10013, 'Unknown User');
  if (world.guildOf(thread)?.gone.has(userId) === true) throw new Refusal(404, 10007, 'Unknown Member');
  if (thread.members.has(userId)) return;
  thread.members.add(userId);
  post(app, composed(app, thread, {}, [], { type: TYPES.added, mentions: [userId] }));
}

/** https://discord.com/developers/docs/resources/channel#modify-channel: an archived thread takes nothing but to be opened. */
function changeChannel({ app, call, param }: Asked) {
  const channel = seenChannel(app, param('channel_id'));
  const { archived, locked, name } = call.body;
  if (!channel.isThread) throw missingPermissions();
  const guild = app.world.guildOf(channel);
  const manages = guild?.can('MANAGE_THREADS') === true;
  if (channel.archived && archived !== false) throw threadArchived();
  if (locked !== undefined && !manages) throw missingPermissions();
  if (channel.locked && !manages) throw missingPermissions();
  if (archived === false && channel.archived) openForPosting(app, channel);
  if (archived === true) {
    channel.archived = true;
    channel.archivedAt = app.world.isoNow();
  }
  if (typeof locked === 'boolean') channel.locked = locked;
  if (name !== undefined) channel.name = threadName(name);
  if (typeof call.body.auto_archive_duration === 'number')
    channel.autoArchiveMinutes = call.body.auto_archive_duration;
  setImmediate(() => tellChannel(app, 'UPDATE', channel));
  return ok(wireChannel(app.world, channel));
}
