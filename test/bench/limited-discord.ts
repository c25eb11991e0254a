import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { fieldsOf, parseJson, textOf as stringOf } from '../fakes/slack/json.ts';
import { type LimitedPlatform, served, type TakenPost } from './limited-slack.ts';

/** https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
const CALLS_A_SECOND = 50;
/** The same page: five messages in five seconds a channel are usual; a reminder is one. */
const WINDOW_MS = 1_000;

/** A Discord that takes 50 calls a second of a bot and answers 429 beyond. It keeps and checks nothing else. */
export async function createLimitedDiscord(): Promise<LimitedPlatform> {
  const posts: TakenPost[] = [];
  const calls = new Map<string, number>();
  let recent: number[] = [];
  let ids = 0n;

  const count = (name: string) => void calls.set(name, (calls.get(name) ?? 0) + 1);

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (incoming.url ?? '').replace(/^\/api\/v10/, '');
    const body = fieldsOf(parseJson(await textOf(incoming)));
    const now = Date.now();
    const name = path.endsWith('/messages') ? 'messages' : path;
    recent = recent.filter((at) => now - at < WINDOW_MS);
    const json = { 'content-type': 'application/json' };
    if (recent.length >= CALLS_A_SECOND) {
      count(`${name} 429`);
      const wait = (WINDOW_MS - (now - (recent[0] ?? now))) / 1_000;
      const headers = { ...json, 'retry-after': String(wait), 'x-ratelimit-global': 'true' };
      const refused = { message: 'You are being rate limited.', retry_after: wait, global: true };
      response.writeHead(429, headers).end(JSON.stringify(refused));
      return;
    }
    recent.push(now);
    count(name);
    if (path === '/users/@me/channels') {
      const id = stringOf(body.recipient_id).replace(/^1/, '2');
      response.writeHead(200, json).end(JSON.stringify({ id, type: 1 }));
      return;
    }
    const channel = path.split('/')[2] ?? '';
    ids += 1n;
    posts.push({ userId: channel.replace(/^2/, '1'), at: now });
    response.writeHead(200, json).end(JSON.stringify({ id: String(3_000_000_000_000_000_000n + ids) }));
  }

  return served(posts, calls, '/api', answer);
}
