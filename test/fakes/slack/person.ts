import type { App } from './app.ts';
import { wire } from './app.ts';
import { type Channel, Channel as NewChannel } from './channel.ts';
import type { Wanted } from './controls.ts';
import type { FakeAck } from './deliveries.ts';
import type { Fields } from './json.ts';
import type { FakeMessage } from './message.ts';
import { describeView } from './methods/views.ts';
import { closeModal, type Given, submitModal } from './person-modals.ts';
import { searchOptions } from './person-options.ts';
import { fillMessage, type PressOptions, press } from './person-presses.ts';
import { readMessage } from './plain.ts';
import { channelType, postedEvent } from './posting.ts';
import { removeFrom } from './removal.ts';
import { show } from './response-url.ts';
import { type FakeFile, storeFile } from './sent-file.ts';
import { describeFile } from './stored-file.ts';
import { asSlackSends, richTextOf } from './typed.ts';
import type { FakeView } from './view.ts';

export interface SaysWhere {
  readonly thread?: string;
  /** The direct message with the bot unless said. */
  readonly channel?: string;
  /** The message's own stamp: for messages that arrive out of order. */
  readonly ts?: string;
  readonly clientMsgId?: string;
  readonly files?: readonly FakeFile[];
  /** The words are in the blocks and `text` is empty, as some clients send them. */
  readonly blocksOnly?: boolean;
  /** `text` is sent as it stands, without Slack's escapes. */
  readonly raw?: boolean;
}

/** A message that was sent, and what the bot made of it. */
export type Said = FakeMessage & { readonly ack: FakeAck };

/**
 * A person at their client. Everything returns when the bot has acknowledged, or after three seconds; it rejects only
 * for what a client would not let a person do, as pressing what is not there.
 */
export interface FakePerson {
  readonly id: string;
  says(text: string, where?: SaysWhere): Promise<Said>;
  edits(ts: string, text: string, where?: { channel?: string }): Promise<FakeAck>;
  /** A link preview comes under a message: it changes, and its words do not. */
  unfurls(ts: string, where?: { channel?: string }): Promise<FakeAck>;
  deletes(ts: string, where?: { channel?: string }): Promise<FakeAck>;
  slash(text: string, options?: { command?: string; channel?: string }): Promise<FakeAck>;
  presses(what: Wanted, options?: PressOptions): Promise<FakeAck>;
  /** Fills in inputs of a message (the newest that has them), which are told with the next press on it. */
  fills(values: Readonly<Record<string, string>>, where?: { in?: string }): void;
  /** Sends the open modal: values by block id, label or action id of an input. */
  submits(values: Given): Promise<FakeAck>;
  /** Types in a menu of the open modal whose options the app knows: they can be chosen from then on. */
  searches(name: string, typed: string): ReturnType<typeof searchOptions>;
  closesModal(): Promise<FakeAck | undefined>;
  modal(): FakeView | undefined;
  home(): FakeView | undefined;
  opensHome(): Promise<FakeAck>;
  opensMessages(): Promise<FakeAck>;
  shortcut(callbackId: string, options?: { message?: { channel: string; ts: string } }): Promise<FakeAck>;
  /** What they alone were shown: acks of commands, response addresses, chat.postEphemeral. */
  readonly ephemerals: readonly FakeMessage[];
  /** Everything they can read in the direct message (or one thread of it), in order. */
  reads(where?: { thread?: string }): string;
}

export function createPerson(app: App, id: string): FakePerson {
  const { world, deliveries } = app;
  const dm = () => world.dmOf(id);
  const at = (name: string | undefined): Channel => {
    if (name === undefined) return dm();
    const channel = world.channels.get(name) ?? new NewChannel(name, 'channel');
    if (channel.kind === 'mpim' && !channel.members.has(id)) throw new Error(`${id} is not in ${name}`);
    world.channels.set(name, channel);
    return channel;
  };
  const ephemerals = () => world.ephemerals.filter(({ ephemeralTo }) => ephemeralTo === id);
  const tell = (channel: Channel, event: Fields) =>
    deliveries.event({ type: 'message', channel: channel.id, channel_type: channelType(channel), ...event });
  const changed = (channel: Channel, before: FakeMessage, after: FakeMessage) => {
    channel.put(after);
    const ts = world.nextTs();
    return tell(channel, {
      subtype: 'message_changed',
      hidden: true,
      ts,
      event_ts: ts,
      message: wire(world, after),
      previous_message: wire(world, before),
    });
  };
  const standing = (channel: Channel, ts: string) => {
    const message = channel.get(ts);
    if (message === undefined) throw new Error(`no message ${ts} in ${channel.id}`);
    return message;
  };

  return {
    id,
    says: async (text, where = {}) => {
      const channel = at(where.channel);
      const ts = where.ts ?? world.nextTs();
      const files = (where.files ?? []).map((file) => storeFile(app, id, channel, ts, file, where.thread));
      const sent = where.raw === true ? text : asSlackSends(text);
      const message: FakeMessage = {
        channel: channel.id,
        ts,
        user: id,
        text: where.blocksOnly === true ? '' : sent,
        client_msg_id: where.clientMsgId ?? crypto.randomUUID(),
        ...(text === '' ? {} : { blocks: [richTextOf(world.nextId('b'), sent)] }),
        ...(where.thread === undefined ? {} : { thread_ts: where.thread }),
        ...(files.length === 0
          ? {}
          : {
              subtype: 'file_share',
              files: files.map((file) => describeFile(file, app.origin, world.teamId)),
            }),
      };
      channel.put(message);
      const ack = await tell(channel, postedEvent(world, channel, ts));
      return { ...message, ack };
    },
    edits: async (ts, text, where = {}) => {
      const channel = at(where.channel);
      const before = standing(channel, ts);
      const edited = { user: id, ts: world.nextTs() };
      const sent = asSlackSends(text);
      const blocks = [richTextOf(world.nextId('b'), sent)];
      return changed(channel, before, { ...before, text: sent, blocks, edited });
    },
    unfurls: async (ts, where = {}) => {
      const channel = at(where.channel);
      const before = standing(channel, ts);
      const attachments = [
        { id: 1, title: 'A page', text: 'What the page is about', from_url: 'https://example.org/' },
      ];
      return changed(channel, before, { ...before, attachments });
    },
    deletes: async (ts, where = {}) => removeFrom(app, at(where.channel).id, ts),
    slash: async (text, options = {}) => {
      const channel = options.channel ?? dm().id;
      const ack = await deliveries.deliver({
        token: 'legacy',
        team_id: world.teamId,
        team_domain: 'comeback-test',
        channel_id: channel,
        channel_name: channel.startsWith('D') ? 'directmessage' : 'general',
        user_id: id,
        user_name: world.users.get(id)?.name.toLowerCase() ?? id,
        command: options.command ?? '/practice-failure',
        text,
        api_app_id: world.appId,
        is_enterprise_install: 'false',
        response_url: `${app.origin}/response/${world.newResponse(id, channel)}`,
        trigger_id: world.newTrigger(id),
      });
      show(app, id, channel, undefined, ack.payload);
      return ack;
    },
    presses: async (what, options = {}) => press(app, id, what, options),
    fills: (values, where = {}) => fillMessage(app, id, values, where.in),
    submits: (values) => submitModal(app, id, values),
    searches: (name, typed) => searchOptions(app, id, name, typed),
    closesModal: () => closeModal(app, id),
    modal: () => world.views.top(id),
    home: () => world.views.home(id),
    opensHome: () => opens('home'),
    opensMessages: () => opens('messages'),
    shortcut: async (callbackId, options = {}) => {
      const base = {
        token: 'legacy',
        action_ts: world.nextTs(),
        team: { id: world.teamId, domain: 'comeback-test' },
        user: world.userFields(id),
        is_enterprise_install: false,
        enterprise: null,
        api_app_id: world.appId,
        callback_id: callbackId,
        trigger_id: world.newTrigger(id),
      };
      if (options.message === undefined) return deliveries.deliver({ type: 'shortcut', ...base });
      const { channel, ts } = options.message;
      const message = standing(at(channel), ts);
      return deliveries.deliver({
        type: 'message_action',
        ...base,
        message_ts: ts,
        channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'general' },
        message: wire(world, message),
        response_url: `${app.origin}/response/${world.newResponse(id, channel)}`,
      });
    },
    get ephemerals() {
      return ephemerals();
    },
    reads: ({ thread } = {}) => {
      const channel = dm();
      const own = ephemerals().filter((each) => each.channel === channel.id);
      const inThread = own.filter((each) => thread === undefined || each.thread_ts === thread);
      return [...(thread === undefined ? channel.all() : channel.thread(thread)), ...inThread]
        .sort((a, b) => (a.ts < b.ts ? -1 : 1))
        .map(readMessage)
        .join('\n');
    },
  };

  function opens(tab: 'home' | 'messages'): Promise<FakeAck> {
    const ts = world.nextTs();
    const view = world.views.home(id);
    const shown = tab === 'messages' || view === undefined ? {} : { view: describeView(world, view) };
    const event = { type: 'app_home_opened', user: id, channel: dm().id, tab, event_ts: ts, ...shown };
    return deliveries.event(event);
  }
}
