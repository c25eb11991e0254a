import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { flat } from '../fakes/discord/controls.ts';
import { Gateway } from '../fakes/discord/gateway.ts';
import { INTENT } from '../fakes/discord/gateway-line.ts';
import { INTERACTION } from '../fakes/discord/interaction.ts';
import { type Fields, fieldsOf, listOf, parseJson, textOf as stringOf } from '../fakes/slack/json.ts';

const APP = '1111111111111111111';
const BOT = '1111111111111111112';
/** https://discord.com/developers/docs/reference#snowflakes */
const EPOCH_MS = 1_420_070_400_000;

/** Somebody with direct messages to the bot, and what the newest card there can be pressed for. */
export interface BenchPerson {
  readonly user: string;
  readonly channel: string;
  /** The whole custom id by the action in it. */
  readonly buttons: Map<string, string>;
  /** The newest card's id. */
  card: string;
  /** So many have come. */
  cards: number;
  posted: (() => void) | undefined;
}

/** What a press or a command took, in ms: to the first response, and to what was asked for. */
export interface Took {
  readonly first: number;
  readonly whole: number;
}

/**
 * The least of a Discord that a bench needs, in a process that is not the product's: it checks nothing and keeps no
 * messages. What Discord itself would refuse is for `test/fakes/discord` to say.
 */
export interface LoopbackDiscord {
  readonly botToken: string;
  readonly apiUrl: string;
  /** Calls of the REST API so far, by method and kind. */
  readonly calls: ReadonlyMap<string, number>;
  person(number: number): BenchPerson;
  says(person: BenchPerson, words: string): void;
  /** Resolves when the next card stands in their direct messages. */
  presses(person: BenchPerson, action: string): Promise<Took>;
  /** `start` brings a card; of every other the answer is the response itself. */
  commands(person: BenchPerson, sub: string): Promise<Took>;
  close(): Promise<void>;
}

/** Everything has to come within this time, in ms. */
const PATIENCE_MS = 20_000;

export async function createLoopbackDiscord(): Promise<LoopbackDiscord> {
  const calls = new Map<string, number>();
  const byChannel = new Map<string, BenchPerson>();
  /** What waits for the first response and for the answer of an interaction, by its token. */
  const waiting = new Map<string, { first?: () => void; answered?: () => void }>();
  let ids = 0n;
  let origin = '';
  const nextId = () => {
    ids += 1n;
    return ((BigInt(Date.now() - EPOCH_MS) << 22n) + (ids % 4_194_304n)).toString();
  };
  const botToken = 'bench-token';
  const gateway = new Gateway({
    token: botToken,
    heartbeatMs: 41_250,
    privileged: 0,
    greeting: ({ id, shard }, resumeUrl) => ({
      v: 10,
      user: { id: BOT, username: 'comeback', bot: true },
      guilds: [],
      session_id: id,
      resume_gateway_url: resumeUrl,
      shard,
      application: { id: APP, flags: 0 },
    }),
    opening: () => [],
    origin: () => origin,
    changed: () => undefined,
    started: () => undefined,
    now: Date.now,
  });
  const server = createServer((incoming, response) => void answer(incoming, response));
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent((incoming.url ?? '').replace(/^\/api\/v10|\?.*$/g, ''));
    const body = fieldsOf(parseJson(await textOf(incoming)));
    const call = `${incoming.method} ${path.split('/')[1]}/…/${path
      .split('/')
      .at(-1)
      ?.replace(/^\d+$|^.{40,}$/, '…')}`;
    calls.set(call, (calls.get(call) ?? 0) + 1);
    const said = answerTo(incoming.method ?? '', path, body);
    if (said === undefined) response.writeHead(204).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  }

  function answerTo(method: string, path: string, body: Fields): object | undefined {
    const [, kind, first = '', second = ''] = path.split('/');
    if (path === '/gateway/bot') return gatewayBot();
    if (path === '/users/@me/channels') return { id: dmOf(stringOf(body.recipient_id)), type: 1 };
    switch (kind) {
      case 'applications':
        if (path.endsWith('/@me')) return { id: APP, flags: 0, bot: { id: BOT } };
        return method === 'GET' ? [] : { ...body, id: nextId(), application_id: APP };
      case 'interactions':
        waiting.get(second)?.first?.();
        return undefined;
      case 'webhooks':
        waiting.get(second)?.answered?.();
        return { id: nextId() };
      default:
        if (path.endsWith('/typing')) return undefined;
        return method === 'POST' ? postedTo(first, body) : [];
    }
  }

  function gatewayBot(): object {
    const session_start_limit = { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 };
    return { url: `${origin.replace('http', 'ws')}/gateway`, shards: 1, session_start_limit };
  }

  function postedTo(channel: string, body: Fields): object {
    const person = byChannel.get(channel);
    if (person === undefined) throw new Error(`nobody is in ${channel}`);
    const id = nextId();
    const buttons = flat(listOf(body.components)).flatMap(
      ({ custom_id: customId }) => stringOf(customId) || [],
    );
    // The first lines of a practice have none, and are no card.
    if (buttons.length > 0) {
      person.card = id;
      person.cards += 1;
      person.buttons.clear();
      for (const customId of buttons) person.buttons.set(customId.split('~')[2] ?? '', customId);
      person.posted?.();
    }
    return { id, channel_id: channel };
  }

  /** Tells the bot; resolves when both the first response and what was asked for are there. */
  async function interact(
    person: BenchPerson,
    type: number,
    more: Fields,
    ends: 'card' | 'answer',
  ): Promise<Took> {
    const token = `aW50ZXJhY3Rpb24${randomBytes(24).toString('base64url')}`;
    const { user, channel } = person;
    const began = performance.now();
    const passed = () => performance.now() - began;
    let timer: NodeJS.Timeout | undefined;
    const first = new Promise<number>((resolve) => {
      waiting.set(token, { first: () => resolve(passed()) });
    });
    const whole = new Promise<number>((resolve, reject) => {
      const done = () => resolve(passed());
      if (ends === 'card') person.posted = done;
      else waiting.set(token, { ...waiting.get(token), answered: done });
      timer = setTimeout(() => reject(new Error('nothing came')), PATIENCE_MS);
    });
    tell('INTERACTION_CREATE', 0, {
      id: nextId(),
      application_id: APP,
      type,
      token,
      version: 1,
      channel_id: channel,
      channel: { id: channel, type: 1 },
      user: userOf(user),
      context: 1,
      locale: 'en-US',
      authorizing_integration_owners: { '0': '0' },
      ...more,
    });
    try {
      const [toFirst, toAll] = await Promise.all([first, whole]);
      return { first: toFirst, whole: toAll };
    } finally {
      clearTimeout(timer);
      waiting.delete(token);
      person.posted = undefined;
    }
  }

  function tell(type: string, intent: number, data: Fields): void {
    gateway.dispatch({ type, guildId: undefined, intent, data: () => data });
  }

  return {
    botToken,
    apiUrl: `${origin}/api`,
    calls,
    person(number) {
      const user = `4444444444444${String(number).padStart(6, '0')}`;
      const person: BenchPerson = {
        user,
        channel: dmOf(user),
        card: '0',
        cards: 0,
        buttons: new Map(),
        posted: undefined,
      };
      byChannel.set(person.channel, person);
      return person;
    },
    says: ({ user, channel }, words) =>
      tell('MESSAGE_CREATE', INTENT.directMessages, {
        id: nextId(),
        channel_id: channel,
        author: userOf(user),
        content: words,
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        type: 0,
        flags: 0,
        attachments: [],
        mentions: [],
      }),
    presses(person, action) {
      const customId = person.buttons.get(action);
      if (customId === undefined)
        throw new Error(`no ${action}; there are: ${[...person.buttons.keys()].join(', ')}`);
      const data = { component_type: 2, custom_id: customId };
      return interact(
        person,
        INTERACTION.component,
        { data, message: { id: person.card, flags: 0 } },
        'card',
      );
    },
    commands(person, sub) {
      const data = {
        id: '1111111111111111113',
        name: 'practice-failure',
        type: 1,
        options: [{ name: sub, type: 1, options: [] }],
      };
      return interact(person, INTERACTION.command, { data }, sub === 'start' ? 'card' : 'answer');
    },
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function userOf(id: string): Fields {
  return { id, username: `p${id}`, global_name: 'Pat', discriminator: '0' };
}

function dmOf(user: string): string {
  return user.replace(/^4/, '5');
}
