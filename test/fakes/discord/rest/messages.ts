import { fieldsOf, textOf } from '../../slack/json.ts';
import { need, openForPosting, seenChannel } from '../access.ts';
import type { App } from '../app.ts';
import { byId, type Channel } from '../channel.ts';
import { isRedacted, tellRemoved } from '../events.ts';
import { type FakeMessage, TYPES } from '../message.ts';
import { changed, composed, post, repost } from '../posting.ts';
import {
  formBody,
  missingAccess,
  missingPermissions,
  Refusal,
  threadArchived,
  unknownMessage,
} from '../refusal.ts';
import { type Asked, NO_CONTENT, ok, type Route } from '../route.ts';
import { wireMessage } from '../wire.ts';

/** What is written in channels. */
export const messageRoutes: readonly Route[] = [
  { method: 'POST', template: '/channels/{channel_id}/messages', answer: create },
  { method: 'GET', template: '/channels/{channel_id}/messages', answer: list },
  {
    method: 'GET',
    template: '/channels/{channel_id}/messages/{message_id}',
    answer: (asked) => {
      const channel = readable(asked.app, asked.param('channel_id'));
      return ok(read(asked.app, one(channel, asked.param('message_id'))));
    },
  },
  {
    method: 'PATCH',
    template: '/channels/{channel_id}/messages/{message_id}',
    answer: ({ app, call, param }) => {
      const channel = seenChannel(app, param('channel_id'));
      const message = one(channel, param('message_id'));
      if (message.author.id !== app.world.botUserId)
        throw new Refusal(403, 50005, 'Cannot edit a message authored by another user');
      if (channel.archived) throw threadArchived();
      return ok(wireMessage(app.world, repost(app, changed(app, message, call.body, call.files))));
    },
  },
  {
    method: 'DELETE',
    template: '/channels/{channel_id}/messages/{message_id}',
    answer: ({ app, param }) => {
      const channel = seenChannel(app, param('channel_id'));
      const message = one(channel, param('message_id'));
      if (channel.archived) throw threadArchived();
      if (message.author.id !== app.world.botUserId) {
        if (channel.guildId === undefined)
          throw new Refusal(403, 50003, 'Cannot execute action on a DM channel');
        if (app.world.guildOf(channel)?.can('MANAGE_MESSAGES') !== true) throw missingPermissions();
      }
      channel.remove(message.id);
      setImmediate(() => tellRemoved(app, message));
      return NO_CONTENT;
    },
  },
];

function create({ app, call, param }: Asked) {
  const { world } = app;
  const { body, files } = call;
  const channel = seenChannel(app, param('channel_id'));
  openForPosting(app, channel);
  if (files.length > 0) need(app, channel, 'ATTACH_FILES');
  const known = body.enforce_nonce === true ? sameNonce(app, textOf(body.nonce)) : undefined;
  if (known !== undefined) return ok(wireMessage(world, known, { withNonce: true }));
  const replyTo = textOf(fieldsOf(body.message_reference).message_id);
  if (replyTo !== '' && channel.get(replyTo) === undefined) {
    if (fieldsOf(body.message_reference).fail_if_not_exists !== false)
      throw formBody('message_reference: Unknown message');
  }
  const isReply = replyTo !== '' && channel.get(replyTo) !== undefined;
  const message = composed(
    app,
    channel,
    body,
    files,
    isReply ? { type: TYPES.reply, replyTo } : { type: TYPES.plain },
  );
  return ok(wireMessage(world, post(app, message), { withNonce: true }));
}

/** Its own message with this nonce, of the past few minutes. */
function sameNonce({ world, nonceMs }: App, nonce: string): FakeMessage | undefined {
  if (nonce === '') return undefined;
  return [...world.channels.values()]
    .flatMap((channel) => channel.all())
    .find(
      (each) =>
        each.nonce === nonce &&
        each.author.id === world.botUserId &&
        world.now() - Date.parse(each.timestamp) < nonceMs,
    );
}

/** Newest first, as Discord lists them; `after` gives those next to it, newest first as well. */
function list({ app, call, param }: Asked) {
  const channel = seenChannel(app, param('channel_id'));
  const { after, before, around } = call.query;
  const limit = Number(call.query.limit ?? 50);
  if (!(limit >= 1 && limit <= 100)) throw formBody(`limit: ${call.query.limit}`);
  if ([after, before, around].filter((each) => each !== undefined).length > 1)
    throw formBody('after, before and around exclude one another');
  // https://discord.com/developers/docs/resources/message#get-channel-messages: without the right nothing is listed.
  const all = mayRead(app, channel) ? channel.all() : [];
  let found = all.slice(-limit);
  if (after !== undefined)
    found = all.filter((each) => byId(each, { id: after }) > 0 && each.id !== after).slice(0, limit);
  if (before !== undefined) found = all.filter((each) => byId(each, { id: before }) < 0).slice(-limit);
  if (around !== undefined) {
    const at = all.findIndex((each) => byId(each, { id: around }) >= 0 || each.id === around);
    const first = Math.max(0, (at === -1 ? all.length : at) - Math.floor(limit / 2));
    found = all.slice(first, first + limit);
  }
  return ok(found.reverse().map((each) => read(app, each)));
}

/** What an application may read of what stands there: without the intent, only what it may see anyway. */
function read(app: App, message: FakeMessage) {
  return wireMessage(app.world, message, { redact: isRedacted(app, message, app.hasContent) });
}

function readable(app: App, channelId: string): Channel {
  const channel = seenChannel(app, channelId);
  if (!mayRead(app, channel)) throw missingAccess();
  return channel;
}

function mayRead(app: App, channel: Channel): boolean {
  return app.world.guildOf(channel)?.can('READ_MESSAGE_HISTORY') !== false;
}

function one(channel: Channel, id: string): FakeMessage {
  const message = channel.get(id);
  if (message === undefined) throw unknownMessage();
  return message;
}
