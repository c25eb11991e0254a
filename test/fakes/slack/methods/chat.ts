import type { App, Method } from '../app.ts';
import { wire } from '../app.ts';
import type { Channel } from '../channel.ts';
import { type Fields, fieldsOf, isFields, textOf } from '../json.ts';
import type { FakeMessage } from '../message.ts';
import {
  acceptBlocks,
  acceptText,
  blocksOf,
  channelFor,
  heardOf,
  postedEvent,
  writable,
} from '../posting.ts';
import { refuse } from '../refusal.ts';

const postMessage: Method = (args, context) => {
  const { app, world, ownEvents } = context;
  const channel = writable(world, textOf(args.channel));
  const message = app.world.nextTs();
  const root = rootOf(app, channel, args.thread_ts);
  const content = contentOf(app, 'chat.postMessage', args);
  channel.put({ channel: channel.id, ts: message, bot_id: world.botId, ...root, ...content });
  if (root.thread_ts !== undefined) world.statuses.delete(`${channel.id}:${root.thread_ts}`);
  ownEvents.push({ ...postedEvent(world, channel, message), channel_type: channel.kind });
  return { channel: channel.id, ts: message, message: fieldsOf(postedEvent(world, channel, message)) };
};

const update: Method = (args, context) => {
  const { app, world } = context;
  const channel = channelFor(world, textOf(args.channel));
  const before = channel.get(textOf(args.ts)) ?? refuse('message_not_found');
  if (before.bot_id !== world.botId) refuse('cant_update_message');
  const { text, ...content } = contentOf(app, 'chat.update', args, true);
  const edited = { user: world.botUserId, ts: world.nextTs() };
  const after = channel.put({
    ...before,
    ...content,
    ...(args.text === undefined ? {} : { text }),
    edited,
  });
  heardOf(context, channel, {
    subtype: 'message_changed',
    hidden: true,
    message: wire(world, after),
    previous_message: wire(world, before),
    ts: edited.ts,
    event_ts: edited.ts,
  });
  return { channel: channel.id, ts: after.ts, text: after.text, message: wire(world, after) };
};

const remove: Method = (args, context) => {
  const { world } = context;
  const channel = channelFor(world, textOf(args.channel));
  const ts = textOf(args.ts);
  const before = channel.get(ts) ?? refuse('message_not_found');
  if (before.bot_id !== world.botId) refuse('cant_delete_message');
  channel.remove(ts);
  const at = world.nextTs();
  heardOf(context, channel, {
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: ts,
    previous_message: wire(world, before),
    ts: at,
    event_ts: at,
  });
  return { channel: channel.id, ts };
};

const postEphemeral: Method = (args, { app, world }) => {
  const channel = writable(world, textOf(args.channel));
  const user = textOf(args.user);
  if (!world.users.has(user) || !isIn(channel, user)) refuse('user_not_in_channel');
  const root = rootOf(app, channel, args.thread_ts);
  const ts = world.nextTs();
  const content = contentOf(app, 'chat.postEphemeral', args);
  world.ephemerals.push({
    channel: channel.id,
    ts,
    bot_id: world.botId,
    ephemeralTo: user,
    ...root,
    ...content,
  });
  return { message_ts: ts };
};

const getPermalink: Method = (args, { world }) => {
  const channel = channelFor(world, textOf(args.channel));
  const message = channel.get(textOf(args.message_ts)) ?? refuse('message_not_found');
  const inThread = message.thread_ts === undefined ? '' : `?thread_ts=${message.thread_ts}&cid=${channel.id}`;
  const permalink = `https://comeback-test.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}${inThread}`;
  return { channel: channel.id, permalink };
};

function isIn(channel: Channel, user: string): boolean {
  if (channel.kind === 'mpim') return channel.members.has(user);
  return channel.kind !== 'im' || channel.userId === user;
}

/** The thread that is posted into: its root has to be there, and has to be a root. */
function rootOf(app: App, channel: Channel, value: unknown): { thread_ts?: string } {
  if (value === undefined || value === '') return {};
  const root = channel.get(textOf(value)) ?? refuse('thread_not_found');
  if (app.strict && root.thread_ts !== undefined && root.thread_ts !== root.ts) {
    app.violations.push(`thread_ts ${root.ts} is a reply, not the root of a thread`);
  }
  return { thread_ts: root.ts };
}

function contentOf(
  app: App,
  method: string,
  args: Fields,
  isUpdate = false,
): Pick<FakeMessage, 'text' | 'blocks' | 'metadata'> {
  const text = acceptText(app, method, args.text);
  const blocks = blocksOf(app.world, args.blocks);
  if (blocks !== undefined) acceptBlocks(app, method, blocks, 'message');
  if (text === '' && (blocks ?? []).length === 0 && !(isUpdate && args.metadata !== undefined))
    refuse('no_text');
  if (app.strict && text === '' && blocks !== undefined)
    app.violations.push(`${method}: blocks without text: nothing to notify with`);
  if (args.link_names !== undefined || args.parse === 'full') {
    app.violations.push(`${method}: what a person typed would ping`);
  }
  const { metadata } = args;
  if (metadata !== undefined) acceptMetadata(app, method, metadata);
  return {
    text,
    ...(blocks === undefined ? {} : { blocks }),
    ...(isFields(metadata) ? { metadata } : {}),
  };
}

function acceptMetadata(app: App, method: string, metadata: unknown): void {
  const { event_type: type, event_payload: payload } = fieldsOf(metadata);
  if (typeof type === 'string' && type !== '' && isFields(payload)) return;
  if (app.strict) app.violations.push(`${method}: metadata needs event_type and event_payload`);
  refuse('invalid_metadata_format');
}

export const CHAT: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': remove,
  'chat.postEphemeral': postEphemeral,
  'chat.getPermalink': getPermalink,
};
