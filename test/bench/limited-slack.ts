import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { decodeArguments } from '../fakes/slack/call.ts';
import { type Fields, fieldsOf, textOf as stringOf } from '../fakes/slack/json.ts';
import { RateLimits } from '../fakes/slack/rates.ts';

/** https://docs.slack.dev/apis/web-api/rate-limits: one a second and channel, "several hundred" a minute and workspace. */
const LIMITS = { perChannelPerSecond: 1, perWorkspacePerMinute: 300 };
/** The same page's Tier 3, to which `conversations.open` belongs: 50 calls a minute and workspace. */
const OPENED_A_MINUTE = 50;

/** What a platform took, and when (ms since 1970). */
export interface TakenPost {
  /** The person in whose direct messages it stands. */
  readonly userId: string;
  readonly at: number;
}

/** A platform that keeps its limits and counts; nothing else of it. */
export interface LimitedPlatform {
  readonly apiUrl: string;
  readonly posts: readonly TakenPost[];
  /** Calls by method; those that had to come again are counted as `method 429`. */
  readonly calls: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/**
 * A Slack of many workspaces that keeps what Slack says of its limits. A workspace is known by the token, a person's
 * direct messages by their id. It keeps what was posted as far as a bot looks for it again, and checks nothing else.
 */
export async function createLimitedSlack(): Promise<LimitedPlatform> {
  const posts: TakenPost[] = [];
  const calls = new Map<string, number>();
  const posted = new Map<string, object[]>();
  const workspaces = new Map<string, { readonly posting: RateLimits; readonly opening: RateLimits }>();
  let ids = 0;

  const count = (name: string) => void calls.set(name, (calls.get(name) ?? 0) + 1);

  function workspaceOf(token: string) {
    const known = workspaces.get(token);
    if (known !== undefined) return known;
    const made = { posting: new RateLimits(), opening: new RateLimits() };
    made.posting.hold(LIMITS);
    made.opening.hold({ perWorkspacePerMinute: OPENED_A_MINUTE });
    workspaces.set(token, made);
    return made;
  }

  /** Seconds to wait, where it is too much. */
  function waitFor(method: string, token: string, channel: string, now: number): number | undefined {
    const workspace = workspaceOf(token);
    if (method === 'chat.postMessage') return workspace.posting.wait(channel, now);
    return method === 'conversations.open' ? workspace.opening.wait(channel, now) : undefined;
  }

  function answerTo(method: string, args: Fields, now: number): object {
    const channel = stringOf(args.channel);
    switch (method) {
      case 'conversations.open':
        return { channel: { id: stringOf(args.users).replace(/^U/, 'D') } };
      case 'chat.postMessage': {
        ids += 1;
        const ts = `${Math.floor(now / 1000)}.${String(ids % 1_000_000).padStart(6, '0')}`;
        posts.push({ userId: channel.replace(/^D/, 'U'), at: now });
        posted.set(channel, [...(posted.get(channel) ?? []), { ts, metadata: fieldsOf(args.metadata) }]);
        return { channel, ts };
      }
      case 'conversations.history':
        return { messages: posted.get(channel) ?? [] };
      default:
        return {};
    }
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = incoming.url?.split('/').at(-1) ?? '';
    const body = await textOf(incoming);
    const args = decodeArguments(incoming.headers['content-type'] ?? '', body, new URLSearchParams());
    const now = Date.now();
    const wait = waitFor(method, incoming.headers.authorization ?? '', stringOf(args.channel), now);
    const json = { 'content-type': 'application/json; charset=utf-8' };
    if (wait !== undefined) {
      count(`${method} 429`);
      const refused = JSON.stringify({ ok: false, error: 'ratelimited' });
      response.writeHead(429, { ...json, 'retry-after': String(wait) }).end(refused);
      return;
    }
    count(method);
    response.writeHead(200, json).end(JSON.stringify({ ok: true, ...answerTo(method, args, now) }));
  }

  return served(posts, calls, '/api/', answer);
}

/** Serves a platform on a port of its own. */
export async function served(
  posts: readonly TakenPost[],
  calls: ReadonlyMap<string, number>,
  path: string,
  answer: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<LimitedPlatform> {
  const server = createServer((incoming, response) => void answer(incoming, response));
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    posts,
    calls,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
