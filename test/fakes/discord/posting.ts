import { type Fields, fieldsOf, isFields, listOf, textOf } from '../slack/json.ts';
import type { App } from './app.ts';
import type { SentFile } from './call.ts';
import type { Channel } from './channel.ts';
import { tellMessage } from './events.ts';
import { type FakeMessage, FLAGS, TYPES } from './message.ts';
import { formBody, unknownMessage } from './refusal.ts';

/** A body of the bot as a message, not yet stored. */
export function composed(
  app: App,
  channel: Pick<Channel, 'id' | 'guildId'>,
  body: Fields,
  files: readonly SentFile[],
  more: Partial<FakeMessage> = {},
): FakeMessage {
  const attachments = keepFiles(app, channel.id, files, body);
  return {
    id: app.world.nextId(),
    channel_id: channel.id,
    guild_id: channel.guildId,
    type: TYPES.plain,
    author: { id: app.world.botUserId },
    content: textOf(body.content),
    components: numbered(withAddresses(listOf(body.components), attachments)),
    embeds: listOf(body.embeds),
    attachments,
    flags: Number(body.flags ?? 0),
    timestamp: app.world.isoNow(),
    edited_timestamp: null,
    mentions: [],
    replyTo: undefined,
    nonce: body.nonce === undefined ? undefined : textOf(body.nonce),
    ephemeralTo: undefined,
    interactionId: undefined,
    ...more,
  };
}

/** The message with a body's changes. What a body does not name stays; the flag of Components V2 can't be taken away. */
export function changed(
  app: App,
  message: FakeMessage,
  body: Fields,
  files: readonly SentFile[],
): FakeMessage {
  const kept = keptAttachments(message, body);
  const attachments = [...kept, ...keepFiles(app, message.channel_id, files, body)];
  const flags =
    body.flags === undefined || body.flags === null
      ? message.flags
      : (message.flags & ~FLAGS.loading) | (Number(body.flags) & (FLAGS.componentsV2 | (1 << 2)));
  const after: FakeMessage = {
    ...message,
    content: body.content === undefined ? message.content : textOf(body.content),
    components:
      body.components === undefined
        ? message.components
        : numbered(withAddresses(listOf(body.components), attachments)),
    embeds: body.embeds === undefined ? message.embeds : listOf(body.embeds),
    attachments,
    flags: flags & ~FLAGS.loading,
    edited_timestamp: app.world.isoNow(),
  };
  if ((after.flags & FLAGS.componentsV2) !== 0 && (after.content !== '' || after.embeds.length > 0))
    throw formBody('a message of Components V2 holds no content and no embeds: the edit leaves some');
  if (after.content === '' && after.components.length + after.attachments.length + after.embeds.length === 0)
    throw formBody('the edit leaves an empty message');
  return after;
}

/** Puts it where it belongs, and tells the bots a moment after the answer is on its way. */
export function post(app: App, message: FakeMessage): FakeMessage {
  store(app, message);
  setImmediate(() => tellMessage(app, 'MESSAGE_CREATE', message));
  return message;
}

export function repost(app: App, message: FakeMessage): FakeMessage {
  store(app, message);
  setImmediate(() => tellMessage(app, 'MESSAGE_UPDATE', message));
  return message;
}

function store(app: App, message: FakeMessage): void {
  if (message.ephemeralTo !== undefined) app.world.ephemerals.set(message.id, message);
  else app.world.channels.get(message.channel_id)?.put(message);
  app.changed();
}

/** A message by its id, in a channel or shown to one person alone. */
export function standing(app: App, channelId: string, id: string): FakeMessage {
  const message = app.world.channels.get(channelId)?.get(id) ?? app.world.ephemerals.get(id);
  if (message === undefined) throw unknownMessage();
  return message;
}

/** Keeps bytes where they can be fetched; how Discord describes the file. */
export function keepFile(
  app: App,
  channelId: string,
  file: { name: string; bytes: Buffer; contentType: string },
  more: Fields = {},
): Fields {
  const id = app.world.nextId();
  const path = `/attachments/${channelId}/${id}/${encodeURIComponent(file.name)}`;
  app.world.files.set(path, { bytes: file.bytes, contentType: file.contentType });
  const url = `${app.origin}${path}?ex=1&is=1&hm=1`;
  return {
    id,
    filename: file.name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...more,
  };
}

function keepFiles(app: App, channelId: string, files: readonly SentFile[], body: Fields): readonly Fields[] {
  const described = listOf(body.attachments);
  return files.map((file) => {
    const about = described.find(({ filename }) => filename === file.name);
    const alt = file.description ?? about?.description;
    return keepFile(app, channelId, file, alt === undefined ? {} : { description: alt });
  });
}

function keptAttachments(message: FakeMessage, body: Fields): readonly Fields[] {
  if (!Array.isArray(body.attachments)) return message.attachments;
  const named = new Set(body.attachments.filter(isFields).map(({ id }) => String(id)));
  return message.attachments.filter(({ id }) => named.has(String(id)));
}

/** `attachment://name` becomes the file's address, as it is read back. */
function withAddresses(components: readonly Fields[], attachments: readonly Fields[]): readonly Fields[] {
  return mapTree(components, (each) => {
    const url = textOf(fieldsOf(each.media).url);
    if (!url.startsWith('attachment://')) return each;
    const file = attachments.find(({ filename }) => filename === url.slice('attachment://'.length));
    return file === undefined
      ? each
      : { ...each, media: { url: file.url, proxy_url: file.proxy_url, content_type: file.content_type } };
  });
}

/** Discord numbers components that have no id of their own. */
export function numbered(components: readonly Fields[]): readonly Fields[] {
  let last = 0;
  return mapTree(components, (each) => {
    if (each.type === undefined || each.id !== undefined) return each;
    last += 1;
    return { ...each, id: last };
  });
}

function mapTree(components: readonly Fields[], change: (each: Fields) => Fields): readonly Fields[] {
  return components.map((component) => {
    const each = change(component);
    return {
      ...each,
      ...(Array.isArray(each.components) ? { components: mapTree(listOf(each.components), change) } : {}),
      ...(Array.isArray(each.items) ? { items: mapTree(listOf(each.items), change) } : {}),
      ...(isFields(each.accessory) ? { accessory: mapTree([each.accessory], change)[0] } : {}),
      ...(isFields(each.component) ? { component: mapTree([each.component], change)[0] } : {}),
    };
  });
}
