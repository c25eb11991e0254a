import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { decodeArguments } from '../fakes/slack/call.ts';
import { listOf, textOf as stringOf } from '../fakes/slack/json.ts';
import { signedHeaders } from '../fakes/slack/signing.ts';

export const SECRET = 'bench-signing-secret';
const TEAM = 'T0BENCH';
const BOT = { user_id: 'U0BENCHBOT', bot_id: 'B0BENCHBOT' };
const EVENTS_PATH = '/slack/events';

/** Somebody in the workspace, with what the newest card in their thread can be pressed for. */
export interface BenchPerson {
  readonly user: string;
  readonly channel: string;
  thread: string;
  readonly buttons: Map<string, string>;
  /** The newest card's `ts`. */
  card: string;
  /** So many have come. */
  cards: number;
  posted: (() => void) | undefined;
}

/**
 * The least of a Slack that a bench needs, in a process that is not the product's: it checks nothing and keeps no
 * messages, so that little of the machine goes to it. What Slack itself would refuse is for `test/fakes/slack` to say.
 * Unlike Slack it does not tell the bot of the bot's own posts.
 */
export interface LoopbackSlack {
  readonly apiUrl: string;
  /** Calls of the Web API so far, by method. */
  readonly calls: ReadonlyMap<string, number>;
  connect(port: number): void;
  person(number: number): BenchPerson;
  /** Sends something signed, and resolves when a card has come to the person's thread: milliseconds from one to the other. */
  turn(person: BenchPerson, send: (person: BenchPerson) => Promise<void>): Promise<number>;
  /** Each resolves when it is acknowledged, and rejects where it was not taken. */
  slash(person: BenchPerson): Promise<void>;
  says(person: BenchPerson, words: string): Promise<void>;
  presses(person: BenchPerson, action: string): Promise<void>;
  close(): Promise<void>;
}

/** As often as Slack sends an event again that was not acknowledged. */
const MOST_RETRIES = 3;
/** A card has to come within this time, in ms. */
const PATIENCE_MS = 20_000;

export async function createLoopbackSlack(): Promise<LoopbackSlack> {
  const calls = new Map<string, number>();
  const byChannel = new Map<string, BenchPerson>();
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  let port = 0;
  let ids = 0;

  const nextTs = () => {
    ids += 1;
    return `${Math.floor(Date.now() / 1000)}.${String(ids % 1_000_000).padStart(6, '0')}`;
  };

  const server = createServer((incoming, response) => void answer(incoming, response));
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = incoming.url?.split('/').at(-1) ?? '';
    const body = await textOf(incoming);
    calls.set(method, (calls.get(method) ?? 0) + 1);
    const args = decodeArguments(incoming.headers['content-type'] ?? '', body, new URLSearchParams());
    const said = JSON.stringify({ ok: true, ...answerTo(method, args) });
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(said);
  }

  function answerTo(method: string, args: Readonly<Record<string, unknown>>): object {
    const channel = stringOf(args.channel);
    switch (method) {
      case 'auth.test':
        return { team_id: TEAM, ...BOT };
      case 'conversations.open':
        return { channel: { id: stringOf(args.users).replace(/^U/, 'D') } };
      case 'chat.getPermalink':
        return { permalink: `https://bench.slack.com/archives/${channel}/p1` };
      case 'chat.postMessage':
        return postedTo(channel, args);
      default:
        return { channel, ts: args.ts };
    }
  }

  function postedTo(channel: string, args: Readonly<Record<string, unknown>>): object {
    const ts = nextTs();
    const person = byChannel.get(channel);
    if (person === undefined) throw new Error(`nobody is in ${channel}`);
    if (args.thread_ts === undefined) person.thread = ts;
    else {
      person.card = ts;
      person.cards += 1;
      person.buttons.clear();
      for (const block of listOf(args.blocks)) {
        for (const element of listOf(block.elements)) {
          const value = element.value;
          if (typeof value === 'string') person.buttons.set(stringOf(element.action_id), value);
        }
      }
      person.posted?.();
    }
    return { channel, ts, message: { ts } };
  }

  /** One signed request, as Slack makes it, and again where the app asks for that; resolves at the acknowledgement. */
  async function send(type: string, body: string, retry = 0): Promise<void> {
    const made = request({
      agent,
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: EVENTS_PATH,
      headers: {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        ...signedHeaders(SECRET, body, Date.now() / 1000),
        ...(retry === 0 ? {} : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_error' }),
      },
    });
    made.end(body);
    const [response] = (await once(made, 'response')) as [IncomingMessage];
    response.resume();
    if (response.statusCode === 503 && retry < MOST_RETRIES) {
      calls.set('(sent again)', (calls.get('(sent again)') ?? 0) + 1);
      return send(type, body, retry + 1);
    }
    if (response.statusCode !== 200) throw new Error(`it answered ${response.statusCode}`);
  }

  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    calls,
    connect: (to) => {
      port = to;
    },
    person(number) {
      const name = `0BENCH${String(number).padStart(5, '0')}`;
      const made = { user: `U${name}`, channel: `D${name}`, thread: nextTs(), card: nextTs(), cards: 0 };
      const person: BenchPerson = { ...made, buttons: new Map(), posted: undefined };
      byChannel.set(person.channel, person);
      return person;
    },
    async turn(person, does) {
      if (person.posted !== undefined) throw new Error('this person still waits for a card');
      let timer: NodeJS.Timeout | undefined;
      const from = performance.now();
      const shown = new Promise<number>((resolve, reject) => {
        person.posted = () => resolve(performance.now() - from);
        timer = setTimeout(() => reject(new Error('no card came')), PATIENCE_MS);
      });
      try {
        const [took] = await Promise.all([shown, does(person)]);
        return took;
      } finally {
        clearTimeout(timer);
        person.posted = undefined;
      }
    },
    slash: ({ user, channel }) =>
      send(
        FORM,
        new URLSearchParams({
          command: '/practice-failure',
          text: '',
          user_id: user,
          team_id: TEAM,
          channel_id: channel,
          trigger_id: nextTs(),
          response_url: 'http://127.0.0.1:1/none',
          api_app_id: 'A0BENCH',
        }).toString(),
      ),
    says({ user, channel, thread }, words) {
      const ts = nextTs();
      return send(
        'application/json',
        JSON.stringify({
          type: 'event_callback',
          team_id: TEAM,
          api_app_id: 'A0BENCH',
          event_id: `Ev${ts.replace('.', '')}`,
          authorizations: [
            { team_id: TEAM, user_id: BOT.user_id, is_bot: true, is_enterprise_install: false },
          ],
          event: {
            type: 'message',
            channel_type: 'im',
            user,
            channel,
            team: TEAM,
            ts,
            thread_ts: thread,
            client_msg_id: crypto.randomUUID(),
            text: words,
          },
        }),
      );
    },
    presses({ user, channel, thread, card, buttons }, action) {
      const value = buttons.get(action);
      if (value === undefined) throw new Error(`no ${action}; there are: ${[...buttons.keys()].join(', ')}`);
      const payload = JSON.stringify({
        type: 'block_actions',
        user: { id: user, team_id: TEAM },
        team: { id: TEAM },
        api_app_id: 'A0BENCH',
        channel: { id: channel },
        message: { ts: card, thread_ts: thread },
        container: { channel_id: channel, message_ts: card, thread_ts: thread },
        trigger_id: nextTs(),
        response_url: 'http://127.0.0.1:1/none',
        actions: [{ type: 'button', block_id: 'b', action_id: action, action_ts: nextTs(), value }],
      });
      return send(FORM, new URLSearchParams({ payload }).toString());
    },
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const FORM = 'application/x-www-form-urlencoded';
