import { DefaultUserAgent } from 'discord.js';
import { codeOf } from '../../../src/errors.ts';

/** What came of one call, the stamp and the time it took included: discord.js keeps neither. */
export type Asked =
  | {
      readonly reached: true;
      readonly status: number;
      /** Undefined where the answer is no JSON: a 5xx, a proxy. */
      readonly body: unknown;
      readonly tookMs: number;
      /** Our clock minus Discord's, to about a second; undefined where the answer bears no stamp. */
      readonly skewMs: number | undefined;
    }
  | { readonly reached: false; readonly reason: string };

export interface AskParts {
  readonly now: () => Date;
  /** Node's own, if left out. */
  readonly fetch?: typeof fetch;
}

export const DISCORD_API_URL = 'https://discord.com/api';
const VERSION = 'v10';
const ANSWER_WITHIN_MS = 10_000;
/** A `Date` header names a whole second; on average half of it has gone by. */
const HALF_A_SECOND_MS = 500;

/** Reads one path (`/users/@me`) with the bot's token, once. Never throws, and never repeats the token or Discord's words. */
export async function askDiscord(
  { token, apiUrl }: { readonly token: string; readonly apiUrl?: string },
  path: string,
  parts: AskParts,
): Promise<Asked> {
  const call = parts.fetch ?? fetch;
  const before = parts.now().getTime();
  const from = performance.now();
  try {
    const response = await call(`${apiUrl ?? DISCORD_API_URL}/${VERSION}${path}`, {
      // Discord turns away clients that do not say so: https://discord.com/developers/docs/reference#user-agent
      headers: { authorization: `Bot ${token}`, 'user-agent': DefaultUserAgent },
      // A token follows nobody to another address.
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await response.text();
    const stamp = Date.parse(response.headers.get('date') ?? '');
    const between = (before + parts.now().getTime()) / 2;
    return {
      reached: true,
      status: response.status,
      body: jsonIn(text),
      tookMs: Math.round(performance.now() - from),
      skewMs: Number.isNaN(stamp) ? undefined : between - (stamp + HALF_A_SECOND_MS),
    };
  } catch (error) {
    return { reached: false, reason: reasonOf(error) };
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `fetch` hides what happened behind "fetch failed". */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = codeOf(cause);
  return /Timeout/i.test(code) ? `no answer in ${ANSWER_WITHIN_MS / 1000} s` : code;
}
