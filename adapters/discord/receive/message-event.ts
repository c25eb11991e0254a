import { MessageType } from 'discord.js';
import type { Incoming } from '../../../src/coach/incoming.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import type { Place } from '../../../src/who/place.ts';
import { stampedAt } from '../../../src/who/stamp.ts';
import type { Bot } from '../desk.ts';
import { type DiscordFile, filesOf, isForwarded, spokenSeconds } from './files.ts';
import { namesOf } from './names.ts';
import { DeletedSchema, type DiscordMessageIn, MessageSchema } from './payload-schemas.ts';
import { snowflakeOf } from './snowflake.ts';

/** A person wrote or edited a message, in direct messages with the bot or in a server. */
export interface MessageIn {
  readonly kind: 'said' | 'edited';
  /** The event's own id: the same message, or the same edit of it, in two events has the same one. */
  readonly id: string;
  readonly appId: string;
  readonly userId: string;
  /** The channel or thread it stands in. */
  readonly channel: string;
  /** The server, where it stands in one: a message that was read back names none, see `readBack`. */
  readonly guild?: string;
  readonly messageId: string;
  /** When it was said or edited, as a snowflake. */
  readonly stamp: string;
  /** When it was said, in ms since 1970. */
  readonly sentAt: number;
  /** As Discord sends it: not yet what the person typed. */
  readonly text: string;
  /** What the users it mentions are called, by their ids. */
  readonly names: Readonly<Record<string, string>>;
  /** Nothing of it reached the bot: so it is in a server without the Message Content intent. */
  readonly isEmpty: boolean;
  readonly files: readonly DiscordFile[];
  /** It was spoken: there are no words in it. */
  readonly voice?: { readonly seconds: number };
}

/** Messages were deleted. Discord does not say whose they were. */
export interface DeletedIn {
  readonly channel: string;
  readonly guild?: string;
  readonly messageIds: readonly string[];
}

/** In a server, of which the listing of a thread does not say the id. */
const SOME_GUILD = 'some';

/** Every other type is news of the channel, or a bot's: https://discord.com/developers/docs/resources/message#message-object-message-types */
const WORDS: ReadonlySet<number> = new Set([MessageType.Default, MessageType.Reply]);

/**
 * What MESSAGE_CREATE or MESSAGE_UPDATE tells; undefined where no person wrote or edited: bots, webhooks, news of the
 * channel, and updates for link previews, pins and the like, which carry no instant of an edit.
 */
export function messageIn(kind: 'create' | 'update', data: unknown, bot: Bot): MessageIn | undefined {
  const { data: message } = MessageSchema.safeParse(data);
  if (message === undefined || !isWords(message, bot)) return undefined;
  return kind === 'create' ? saidIn(message, bot) : editedIn(message, bot);
}

/** A message that a listing gave, as said and, where it was edited since, as edited. `isThread`: it was listed in one. */
export function readBack(data: unknown, bot: Bot, where: { readonly isThread: boolean }): MessageIn[] {
  const both = [messageIn('create', data, bot), messageIn('update', data, bot)];
  return both.flatMap((message) => {
    if (message === undefined) return [];
    return [where.isThread ? { ...message, guild: message.guild ?? SOME_GUILD } : message];
  });
}

/** What MESSAGE_DELETE or MESSAGE_DELETE_BULK tells. */
export function deletedIn(data: unknown): DeletedIn | undefined {
  const { data: deleted } = DeletedSchema.safeParse(data);
  if (deleted === undefined) return undefined;
  const { id, ids, channel_id: channel, guild_id: guild } = deleted;
  const messageIds = id === undefined ? ids : [id, ...ids];
  if (messageIds.length === 0) return undefined;
  return { channel, ...(guild === undefined ? {} : { guild }), messageIds };
}

/** Messages of a practice's place that are gone. */
export function deletedFrom(place: Place, messageIds: readonly string[]): DeletedIn {
  const { channel, thread } = place;
  return thread === undefined ? { channel, messageIds } : { channel: thread, guild: SOME_GUILD, messageIds };
}

function isWords({ author, webhook_id, type }: DiscordMessageIn, bot: Bot): boolean {
  return !author.bot && author.id !== bot.userId && webhook_id === undefined && WORDS.has(type);
}

/** The id of the event that a message was said in a channel. */
export function saidId(channel: string, messageId: string): string {
  return `discord-${channel}-${messageId}`;
}

function saidIn(message: DiscordMessageIn, bot: Bot): MessageIn {
  return {
    kind: 'said',
    id: saidId(message.channel_id, message.id),
    stamp: message.id,
    ...partsOf(message, bot),
  };
}

function editedIn(message: DiscordMessageIn, bot: Bot): MessageIn | undefined {
  const editedAt = Date.parse(message.edited_timestamp ?? '');
  if (Number.isNaN(editedAt)) return undefined;
  const id = `${saidId(message.channel_id, message.id)}-edited-${editedAt}`;
  return { kind: 'edited', id, stamp: snowflakeOf(editedAt), ...partsOf(message, bot) };
}

function partsOf(message: DiscordMessageIn, bot: Bot): Omit<MessageIn, 'kind' | 'id' | 'stamp'> {
  const { author, guild_id: guild, content, mentions, sticker_items, poll } = message;
  const seconds = spokenSeconds(message);
  const files = filesOf(message);
  const isBare = content === '' && message.attachments.length === 0 && sticker_items.length === 0;
  return {
    appId: bot.appId,
    userId: author.id,
    channel: message.channel_id,
    ...(guild === undefined ? {} : { guild }),
    messageId: message.id,
    sentAt: stampedAt(message.id) ?? 0,
    text: content,
    names: namesOf(mentions),
    isEmpty: isBare && !isForwarded(message) && (poll === undefined || poll === null),
    files,
    ...(seconds === undefined ? {} : { voice: { seconds } }),
  };
}

/**
 * The message for the coach. `text`: what the person typed, decoded, with what their text files hold; `unread`: the
 * names of the files that were not read, which come as a happening of their own with a message newly said.
 */
export function toIncoming(
  m: MessageIn,
  text: string,
  place: Place,
  unread: readonly string[] = [],
): Incoming[] {
  const person: PersonRef = { platform: 'discord', scope: m.appId, userId: m.userId };
  // Direct messages have no threads: a practice may stand elsewhere, and the person is told where.
  const looks =
    place.thread === undefined
      ? ({ atLarge: true, pointer: true } as const)
      : ({ overheard: true, pointer: true } as const);
  const common = { person, place, ...looks };
  const { id, messageId, stamp, voice } = m;
  if (m.kind === 'edited') return [{ id, ...common, what: { type: 'edited', messageId, text, stamp } }];
  const happened: Incoming[] = [];
  if (text.trim() !== '')
    happened.push({ id, ...common, what: { type: 'said', messageId, stamp, text, ends: 'quiet' } });
  if (voice !== undefined)
    happened.push({
      id: `${id}-spoke`,
      ...common,
      what: { type: 'spoke', messageId, seconds: voice.seconds },
    });
  if (unread.length > 0)
    happened.push({ id: `${id}-files`, ...common, what: { type: 'filesUnread', names: unread } });
  return happened;
}
