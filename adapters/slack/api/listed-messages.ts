import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { MessageSchema, type SlackMessage } from '../receive/payload-schemas.ts';

interface Page {
  readonly channel: string;
  readonly oldest: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** What is needed of the Web API; @slack/web-api's client has it. */
export interface ListingClient {
  readonly conversations: {
    replies(args: Page & { readonly ts: string }): Promise<unknown>;
    history(args: Page): Promise<unknown>;
  };
}

/** What a listing gave. `gone`: this conversation cannot be read; `refused`: none can, with this token; `later`: not now. */
export type Listed =
  | { readonly messages: readonly SlackMessage[] }
  | { readonly stop: 'gone' | 'refused' | 'later'; readonly code: string };

/** Slack gives new apps outside its Marketplace 15 whatever is asked for: https://docs.slack.dev/apis/web-api/rate-limits */
const PAGE_SIZE = 200;
const MOST_PAGES = 50;
const MOST_TRIES = 5;

const PageSchema = z.object({
  messages: z.array(z.unknown()).catch([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional().catch(undefined),
});

const FailureSchema = z.object({
  retryAfter: z.number().optional().catch(undefined),
  data: z.object({ error: z.string() }).optional().catch(undefined),
});

const NO_READING: ReadonlySet<string> = new Set([
  ...['missing_scope', 'not_allowed_token_type', 'no_permission', 'access_denied', 'team_access_not_granted'],
  ...[
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'ekm_access_denied',
  ],
]);

export interface Pace {
  /** Between two calls, in milliseconds. */
  readonly pauseMs: number;
  readonly signal: AbortSignal;
}

/**
 * All messages of a conversation since `oldest` (a `ts`), or of one thread of it, in the order of their `ts`. Waits as
 * long as Slack asks for; rejects only when `signal` aborts.
 */
export async function listMessages(
  client: ListingClient,
  where: { readonly channel: string; readonly thread?: string | undefined; readonly oldest: string },
  pace: Pace,
): Promise<Listed> {
  const { channel, thread, oldest } = where;
  const messages: SlackMessage[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const args = { channel, oldest, limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await patiently(
      () =>
        thread === undefined
          ? client.conversations.history(args)
          : client.conversations.replies({ ...args, ts: thread }),
      pace,
    );
    if ('code' in answer) {
      const { code } = answer;
      return { stop: NO_READING.has(code) ? 'refused' : PASSING.has(code) ? 'later' : 'gone', code };
    }
    messages.push(...answer.messages.flatMap((message) => MessageSchema.safeParse(message).data ?? []));
    cursor = answer.next;
    if (cursor === undefined) break;
  }
  return { messages: messages.sort((a, b) => compareTs(a.ts, b.ts)) };
}

/** By seconds, then by what stands behind the point; never as numbers, which lose the last digits. */
export function compareTs(a: string, b: string): number {
  const [seconds = '', rest = ''] = a.split('.');
  const [otherSeconds = '', otherRest = ''] = b.split('.');
  if (seconds.length !== otherSeconds.length) return seconds.length - otherSeconds.length;
  const [left, right] = [seconds + rest, otherSeconds + otherRest];
  return left === right ? 0 : left < right ? -1 : 1;
}

type OnePage =
  | { readonly messages: readonly unknown[]; readonly next?: string | undefined }
  | { readonly code: string };

async function patiently(call: () => Promise<unknown>, { pauseMs, signal }: Pace): Promise<OnePage> {
  let tries = 0;
  for (;;) {
    signal.throwIfAborted();
    try {
      const { messages, response_metadata: more } = PageSchema.parse(await call());
      await sleep(pauseMs, undefined, { signal, ref: false });
      return { messages, next: more?.next_cursor === '' ? undefined : more?.next_cursor };
    } catch (error) {
      signal.throwIfAborted();
      tries += 1;
      const failure = FailureSchema.safeParse(error).data;
      const code =
        failure?.data?.error ?? (failure?.retryAfter === undefined ? 'unreachable' : 'ratelimited');
      const isPassing = PASSING.has(code);
      if (!isPassing || tries >= MOST_TRIES) return { code };
      const waitMs = failure?.retryAfter === undefined ? pauseMs * 2 ** tries : failure.retryAfter * 1_000;
      await sleep(waitMs, undefined, { signal, ref: false });
    }
  }
}

const PASSING: ReadonlySet<string> = new Set([
  ...['ratelimited', 'rate_limited', 'unreachable', 'internal_error', 'fatal_error'],
  ...['service_unavailable', 'request_timeout', 'team_added_to_org'],
]);
