import type { Fields } from '../slack/json.ts';
import type { App } from './app.ts';
import type { Channel } from './channel.ts';
import { tellChannel, tellMessage, tellRemoved } from './events.ts';
import type { Interacted } from './interacting.ts';
import { type FakeMessage, FLAGS, TYPES } from './message.ts';
import type { FakeModal } from './modals.ts';
import { type CommandUse, slash, useOnMessage } from './person-commands.ts';
import { type FakeFile, type Filled, submitModal } from './person-modals.ts';
import { choose, pick, press } from './person-presses.ts';
import { readMessage } from './plain.ts';
import { keepFile } from './posting.ts';
import { aloneTo, channelOf, messageSeen, seenBy, type Where } from './seen.ts';

export interface SaysWhere {
  /** The direct message with the bot unless said. */
  readonly channel?: string;
  /** A thread's id: the same as `channel`. */
  readonly thread?: string;
  readonly files?: readonly FakeFile[];
  /** A voice message of so many seconds; the text must be empty. */
  readonly voice?: { readonly seconds: number };
  /** The id of the message that is answered; its author is mentioned, as the client does unless told not to. */
  readonly replyTo?: string;
  /** The message's own id: for messages that arrive out of order. */
  readonly id?: string;
}

/** A person at their client. Rejects only for what a client would not let a person do, as pressing what is not there. */
export interface FakePerson {
  readonly id: string;
  says(text: string, where?: SaysWhere): Promise<FakeMessage>;
  edits(messageId: string, text: string): Promise<FakeMessage>;
  /** A link preview comes under a message: it changes, and its words do not. */
  unfurls(messageId: string): Promise<FakeMessage>;
  deletes(messageId: string): Promise<void>;
  /** The verbs above return at once; from here on they return at the bot's first response, or after three seconds. */
  slash(name: string, use?: CommandUse): Promise<Interacted>;
  autocomplete(name: string, typing: { option: string; value: string } & CommandUse): Promise<Interacted>;
  /** Uses the message command (by its name, where there are several). */
  critiques(messageId: string, name?: string): Promise<Interacted>;
  presses(what: string, where?: Where): Promise<Interacted>;
  /** Options of a menu, by label or value. */
  chooses(values: string | readonly string[], where?: Where): Promise<Interacted>;
  /** A person in a user select. */
  picks(userId: string, where?: Where): Promise<Interacted>;
  modal(): FakeModal | undefined;
  submits(filled: Filled): Promise<Interacted>;
  closesModal(): void;
  /** Everything they can read in the direct message (or a channel or thread), in order, with what only they see there. */
  reads(where?: { channel?: string; thread?: string }): string;
  /** What they alone were shown and still see, as plain text. */
  readonly toldAlone: readonly string[];
  readonly ephemerals: readonly FakeMessage[];
  /** Direct messages to them are refused with this code (50007 unless said). */
  closesDms(code?: 50007 | 50278): void;
  opensDms(): void;
  leaves(guildId: string): void;
  joins(guildId: string): void;
  setLocale(locale: string): void;
  /** They are given Manage Server. */
  becomesManager(): void;
}

/** For those who pay; 2,000 for all others. */
const LONGEST = 4000;

export function createPerson(app: App, id: string): FakePerson {
  const { world } = app;
  const at = ({ channel, thread }: { channel?: string; thread?: string }): Channel => {
    const named = thread ?? channel;
    if (named === undefined) return world.dmOf(id);
    const found = world.channel(named);
    if (found === undefined || !world.canSee(id, found)) throw new Error(`${id} sees no channel ${named}`);
    return found;
  };
  const own = (messageId: string): FakeMessage => {
    const message = messageSeen(app, id, messageId);
    if (message.author.id !== id) throw new Error(`${messageId} is not by ${id}`);
    if (channelOf(app, message).archived) throw new Error('nothing can be changed in an archived thread');
    return message;
  };
  const change = (message: FakeMessage, more: Partial<FakeMessage>): FakeMessage => {
    const after = { ...message, ...more };
    channelOf(app, message).put(after);
    tellMessage(app, 'MESSAGE_UPDATE', after);
    app.changed();
    return after;
  };

  return {
    id,
    says: async (text, where = {}) => {
      const channel = at(where);
      if (text === '' && where.files === undefined && where.voice === undefined)
        throw new Error('the client sends no empty message');
      if (text.length > LONGEST) throw new Error(`the client sends no ${text.length} characters`);
      if (channel.locked) throw new Error('nobody can write in a locked thread');
      if (channel.archived) {
        channel.archived = false;
        tellChannel(app, 'UPDATE', channel);
      }
      const answered = where.replyTo === undefined ? undefined : messageSeen(app, id, where.replyTo);
      const message: FakeMessage = {
        id: where.id ?? world.nextId(),
        channel_id: channel.id,
        guild_id: channel.guildId,
        type: answered === undefined ? TYPES.plain : TYPES.reply,
        author: { id },
        content: text,
        components: [],
        embeds: [],
        attachments: attachmentsOf(app, channel, where),
        flags: where.voice === undefined ? 0 : FLAGS.voice,
        timestamp: world.isoNow(),
        edited_timestamp: null,
        mentions: [...mentionsIn(text), ...(answered === undefined ? [] : [answered.author.id])],
        replyTo: where.replyTo,
        nonce: undefined,
        ephemeralTo: undefined,
        interactionId: undefined,
      };
      channel.put(message);
      tellMessage(app, 'MESSAGE_CREATE', message);
      app.changed();
      return message;
    },
    edits: async (messageId, text) =>
      change(own(messageId), { content: text, mentions: mentionsIn(text), edited_timestamp: world.isoNow() }),
    unfurls: async (messageId) =>
      change(messageSeen(app, id, messageId), {
        embeds: [{ type: 'link', url: 'https://example.org/', title: 'A page' }],
      }),
    deletes: async (messageId) => {
      const message = own(messageId);
      channelOf(app, message).remove(messageId);
      tellRemoved(app, message);
      app.changed();
    },
    slash: async (name, use = {}) => slash(app, id, name, use),
    autocomplete: async (name, { option, value, ...use }) => slash(app, id, name, use, { option, value }),
    critiques: async (messageId, name) => useOnMessage(app, id, messageId, name),
    presses: async (what, where = {}) => press(app, id, what, where),
    chooses: async (values, where = {}) =>
      choose(app, id, typeof values === 'string' ? [values] : values, where),
    picks: async (userId, where = {}) => pick(app, id, userId, where),
    modal: () => app.modals.get(id),
    submits: async (filled) => submitModal(app, id, filled),
    closesModal: () => {
      app.modals.delete(id);
    },
    reads: (where = {}) =>
      seenBy(app, id, { channel: at(where).id })
        .reverse()
        .map(readMessage)
        .filter((text) => text !== '')
        .join('\n'),
    get toldAlone() {
      return aloneTo(app, id).map(readMessage);
    },
    get ephemerals() {
      return aloneTo(app, id);
    },
    closesDms: (code = 50007) => {
      world.userOf(id).closedWith = code;
    },
    opensDms: () => {
      world.userOf(id).closedWith = undefined;
    },
    leaves: (guildId) => {
      world.guilds.get(guildId)?.gone.add(id);
      for (const channel of world.channels.values())
        if (channel.guildId === guildId) channel.members.delete(id);
    },
    joins: (guildId) => {
      world.guilds.get(guildId)?.gone.delete(id);
    },
    setLocale: (locale) => {
      world.userOf(id).locale = locale;
    },
    becomesManager: () => {
      world.userOf(id).managesServer = true;
    },
  };
}

function mentionsIn(text: string): string[] {
  return [...text.matchAll(/<@!?(\d+)>/g)].map(([, userId = '']) => userId);
}

function attachmentsOf(app: App, channel: Channel, { files = [], voice }: SaysWhere): readonly Fields[] {
  const plain = files.map((file) =>
    keepFile(app, channel.id, {
      name: file.name,
      bytes: Buffer.from(file.content),
      contentType: file.contentType ?? 'text/plain; charset=utf-8',
    }),
  );
  if (voice === undefined) return plain;
  const spoken = { name: 'voice-message.ogg', bytes: Buffer.from('OggS'), contentType: 'audio/ogg' };
  return [...plain, keepFile(app, channel.id, spoken, { duration_secs: voice.seconds, waveform: 'AAAA' })];
}
