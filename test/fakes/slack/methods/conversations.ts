import { type CallContext, type Method, wire } from '../app.ts';
import type { Channel } from '../channel.ts';
import { type Fields, isTrue, textOf } from '../json.ts';
import type { FakeMessage } from '../message.ts';
import { channelFor } from '../posting.ts';
import { refuse } from '../refusal.ts';

/** Beside the bot: https://docs.slack.dev/reference/methods/conversations.open */
const MOST_USERS = 8;

const open: Method = (args, { world }) => {
  const named = textOf(args.channel);
  if (named !== '') return { channel: { id: channelFor(world, named).id } };
  const ids = textOf(args.users)
    .split(',')
    .filter((id, at, all) => id !== '' && all.indexOf(id) === at);
  const [id] = ids;
  if (id === undefined) return refuse('users_list_not_supplied');
  if (ids.length > MOST_USERS) return refuse('too_many_users');
  for (const each of ids) {
    const user = world.users.get(each) ?? refuse('user_not_found');
    if (user.isBot) refuse('cannot_dm_bot');
    if (user.deactivated) refuse('user_disabled');
  }
  if (ids.length > 1) return { channel: { id: world.groupOf(ids).id } };
  const known = [...world.channels.values()].some(({ userId }) => userId === id);
  const channel = world.dmOf(id);
  const all = isTrue(args.return_im) ? { is_im: true, user: id, is_open: true } : {};
  return { channel: { id: channel.id, ...all }, ...(known ? { no_op: true, already_open: true } : {}) };
};

const info: Method = (args, { world }) => {
  const channel = channelFor(world, textOf(args.channel));
  return {
    channel: {
      id: channel.id,
      is_im: channel.kind === 'im',
      is_channel: channel.kind === 'channel',
      is_group: channel.kind === 'group',
      is_mpim: channel.kind === 'mpim',
      is_archived: channel.archived,
      context_team_id: world.teamId,
      ...(channel.userId === undefined ? { is_member: channel.botIsMember } : { user: channel.userId }),
    },
  };
};

/** https://docs.slack.dev/reference/methods/conversations.members: a channel may be looked into from outside, a private one not. */
const members: Method = (args, { world }) => {
  const channel = world.channels.get(textOf(args.channel)) ?? refuse('channel_not_found');
  if (channel.kind === 'group' && !channel.botIsMember) refuse('channel_not_found');
  const all = [...channel.members, ...(channel.botIsMember ? [world.botUserId] : [])];
  const { page, next } = cut(all, args);
  return { members: page, response_metadata: { next_cursor: next } };
};

const history: Method = (args, context) => {
  const channel = readable(args, context);
  const top = channel.all().filter((message) => (message.thread_ts ?? message.ts) === message.ts);
  const { page, rest } = pageOf(top.filter(between(args)).reverse(), args);
  return { messages: page.map((message) => shown(message, channel, args, context)), ...rest };
};

const replies: Method = (args, context) => {
  const channel = readable(args, context);
  const named = channel.get(textOf(args.ts)) ?? refuse('thread_not_found');
  const root = named.thread_ts ?? named.ts;
  // The root is always the first, whatever the span that is asked for.
  const within = between(args);
  const all = channel.thread(root).filter((message) => message.ts === root || within(message));
  const { page, rest } = pageOf(all, args);
  return { messages: page.map((message) => shown(message, channel, args, context)), ...rest };
};

function readable(args: Fields, { world }: CallContext): Channel {
  const channel = world.channels.get(textOf(args.channel)) ?? refuse('channel_not_found');
  if (!channel.botIsMember) refuse(channel.kind === 'group' ? 'channel_not_found' : 'not_in_channel');
  return channel;
}

function between(args: Fields): (message: FakeMessage) => boolean {
  const oldest = padded(textOf(args.oldest) || '0');
  const latest = padded(textOf(args.latest) || '9999999999');
  const inclusive = isTrue(args.inclusive);
  return ({ ts }) => (ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest));
}

/** `1764072000` and `1764072000.5` in the form of a `ts`, so that they compare as strings. */
function padded(stamp: string): string {
  const [seconds = '', micros = ''] = stamp.split('.');
  return `${seconds.padStart(10, '0')}.${micros.padEnd(6, '0')}`;
}

function pageOf(all: readonly FakeMessage[], args: Fields): { page: FakeMessage[]; rest: Fields } {
  const { page, next } = cut(all, args);
  return { page, rest: { has_more: next !== '', response_metadata: { next_cursor: next } } };
}

/** One page, and the cursor of the one behind it: an empty string after the last. */
function cut<Item>(all: readonly Item[], args: Fields): { page: Item[]; next: string } {
  const limit = Math.min(Number(textOf(args.limit) || '100'), 999);
  if (!(limit > 0)) refuse('invalid_limit');
  const cursor = textOf(args.cursor);
  const from = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().slice('next:'.length));
  if (!Number.isInteger(from)) refuse('invalid_cursor');
  const hasMore = all.length > from + limit;
  const next = hasMore ? Buffer.from(`next:${from + limit}`).toString('base64') : '';
  return { page: all.slice(from, from + limit), next };
}

function shown(message: FakeMessage, channel: Channel, args: Fields, { world }: CallContext): Fields {
  const answers = channel.thread(message.ts).filter(({ ts }) => ts !== message.ts);
  const last = answers.at(-1);
  const asRoot =
    last === undefined
      ? {}
      : { thread_ts: message.ts, reply_count: answers.length, latest_reply: last.ts, subscribed: false };
  const metadata = isTrue(args.include_all_metadata) ? message.metadata : undefined;
  return { ...wire(world, message), ...asRoot, ...(metadata === undefined ? {} : { metadata }) };
}

export const CONVERSATIONS: Readonly<Record<string, Method>> = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.members': members,
  'conversations.history': history,
  'conversations.replies': replies,
};
