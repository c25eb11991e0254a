import type { Incoming } from '../../../src/coach/incoming.ts';
import { unreachable } from '../../../src/errors.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import { slackPlace } from '../slack-place.ts';
import { filesOf, type SlackFile } from './files.ts';
import { EnvelopeSchema, MessageEventSchema, MessageSchema, type SlackMessage } from './payload-schemas.ts';
import { mentionedUsers } from './typed-text.ts';
import { type Who, whoOf } from './who.ts';

/** Whose messages are our own. */
export interface Bot {
  readonly userId: string;
  readonly botId?: string | undefined;
}

interface Where {
  /** The event's own id: the same message in two events has the same one. */
  readonly id: string;
  readonly person: PersonRef;
  readonly installation: string;
  readonly channel: string;
  /** The `ts` of the thread's root; none at the top of the conversation. */
  readonly thread?: string;
  /** The message's own `ts`. */
  readonly ts: string;
}

interface Words {
  /** As Slack sends it: not yet what the person typed. */
  readonly text: string;
  /** The ids of the users it mentions. */
  readonly mentions: readonly string[];
  readonly files: readonly SlackFile[];
}

/** What a person did with a message in their direct messages with the bot. */
export type MessageIn =
  | ({ readonly kind: 'said' } & Where & Words)
  /** `edited`: the `ts` of the edit. */
  | ({ readonly kind: 'edited'; readonly edited: string } & Where & Words)
  | ({ readonly kind: 'deleted' } & Where);

/** Subtypes that are a person's words. Every other one is news of the channel or a bot's. */
const WORDS: ReadonlySet<string | undefined> = new Set([
  undefined,
  'file_share',
  'me_message',
  // "Also send to channel": the reply itself, with the same `ts`.
  'thread_broadcast',
]);

/**
 * What a `message` event of the Events API tells (`body`: the whole callback); undefined where nobody did anything: bots
 * and our own posts, `message_changed` for link previews and reply counts, news of the channel, other conversations
 * than direct messages.
 */
export function messageIn(body: unknown, bot: Bot): MessageIn | undefined {
  const envelope = EnvelopeSchema.safeParse(body);
  if (!envelope.success) return undefined;
  const event = MessageEventSchema.safeParse(envelope.data.event);
  if (!event.success) return undefined;
  const { channel, subtype, message, previous_message: previous, deleted_ts: deletedTs } = event.data;
  const who = (of: SlackMessage) =>
    of.user === undefined
      ? undefined
      : whoOf(envelope.data, of.user, { user_team: of.user_team, team: of.team });
  if (subtype === 'message_deleted') return deletedIn(deletedTs, previous, channel, bot, who);
  if (subtype !== 'message_changed') {
    const said = MessageSchema.safeParse(envelope.data.event);
    if (!said.success || !isWords(said.data, bot)) return undefined;
    const by = who(said.data);
    return by === undefined ? undefined : saidIn(said.data, channel, by);
  }
  // Slack puts a tombstone in the place of a deleted message that has replies, and calls it a change.
  if (message?.subtype === 'tombstone') return deletedIn(message.ts, previous, channel, bot, who);
  if (message === undefined || !isWords(message, bot) || message.text === previous?.text) return undefined;
  const by = who(message);
  return by === undefined ? undefined : editedIn(message, channel, by);
}

/** Whether a message holds words of a person, and not of a bot, Slack itself or the channel. */
export function isWords(message: SlackMessage, bot: Bot): boolean {
  const { subtype, user } = message;
  if (!WORDS.has(subtype) || message.hidden === true || message.bot_id !== undefined) return false;
  return user !== undefined && user !== bot.userId && user !== 'USLACKBOT';
}

/** A message as something said. Its id is that of the person's gesture: one has come as two messages 20 s apart. */
export function saidIn(message: SlackMessage, channel: string, who: Who): MessageIn {
  const gesture = message.client_msg_id;
  const id = gesture !== undefined && /^[\w-]+$/.test(gesture) ? gesture : `${channel}-${message.ts}`;
  return { kind: 'said', ...whereOf(message, channel, who, `slack-${id}`), ...wordsOf(message) };
}

/** A message as it stands after its author changed it; undefined where nobody did (a preview, our own update). */
export function editedIn(message: SlackMessage, channel: string, who: Who): MessageIn | undefined {
  if (message.edited === undefined) return undefined;
  const id = `slack-${channel}-${message.ts}-edited-${message.edited.ts}`;
  const edited = message.edited.ts;
  return { kind: 'edited', edited, ...whereOf(message, channel, who, id), ...wordsOf(message) };
}

function deletedIn(
  deletedTs: string | undefined,
  previous: SlackMessage | undefined,
  channel: string,
  bot: Bot,
  who: (of: SlackMessage) => Who | undefined,
): MessageIn | undefined {
  if (deletedTs === undefined || previous === undefined || !isWords(previous, bot)) return undefined;
  const by = who(previous);
  if (by === undefined) return undefined;
  const id = `slack-${channel}-${deletedTs}-deleted`;
  return { kind: 'deleted', ...whereOf({ ...previous, ts: deletedTs }, channel, by, id) };
}

function whereOf(message: SlackMessage, channel: string, who: Who, id: string): Where {
  const { ts, thread_ts: thread } = message;
  const { person, installation } = who;
  // A root that has replies names itself as its thread.
  const inThread = thread === undefined || thread === ts ? {} : { thread };
  return { id, person, installation, channel, ts, ...inThread };
}

function wordsOf(message: SlackMessage): Words {
  return { text: message.text, mentions: mentionedUsers(message.text), files: filesOf(message) };
}

/**
 * The message for the coach. `text`: what the person typed, decoded, with what their text files hold; `unread`: the
 * names of the files that were not read, which come as a happening of their own with a message newly said.
 */
export function toIncoming(m: MessageIn, text: string, unread: readonly string[] = []): Incoming[] {
  const common = {
    person: m.person,
    ...(m.installation === m.person.scope ? {} : { installation: m.installation }),
    place: slackPlace(m.channel, m.thread),
    // Slack offers a thread under any message, the person's own or a line of ours: a practice may stand in none of them.
    ...(m.thread === undefined
      ? ({ atLarge: true, pointer: true } as const)
      : ({ atLargeIfNone: true } as const)),
  };
  const { id, ts } = m;
  switch (m.kind) {
    case 'deleted':
      return [{ id, ...common, what: { type: 'deleted', messageId: ts } }];
    case 'edited':
      return [{ id, ...common, what: { type: 'edited', messageId: ts, text, stamp: m.edited } }];
    case 'said': {
      const said: Incoming = {
        id,
        ...common,
        what: { type: 'said', messageId: ts, stamp: ts, text, ends: 'quiet' },
      };
      const files: Incoming = { id: `${id}-files`, ...common, what: { type: 'filesUnread', names: unread } };
      return [...(text.trim() === '' ? [] : [said]), ...(unread.length === 0 ? [] : [files])];
    }
    default:
      return unreachable(m);
  }
}
