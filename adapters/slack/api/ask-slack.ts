import { z } from 'zod';
import { codeOf } from '../../../src/errors.ts';

/** What came of one call, headers included: the SDK keeps scopes but neither the stamp nor the time it took. */
export type Asked =
  | {
      readonly reached: true;
      readonly error: string | undefined;
      readonly body: Readonly<Record<string, unknown>>;
      /** What the token may do, as Slack says; undefined where it does not say. */
      readonly scopes: readonly string[] | undefined;
      readonly tookMs: number;
      /** Our clock minus Slack's, to about a second; undefined where the answer bears no stamp. */
      readonly skewMs: number | undefined;
    }
  | { readonly reached: false; readonly reason: string };

export interface AskParts {
  readonly now: () => Date;
  /** Node's own, if left out. */
  readonly fetch?: typeof fetch;
}

export const SLACK_API_URL = 'https://slack.com/api/';
const ANSWER_WITHIN_MS = 10_000;
/** A `Date` header names a whole second; on average half of it has gone by. */
const HALF_A_SECOND_MS = 500;

const EnvelopeSchema = z.looseObject({ ok: z.boolean(), error: z.string().optional() });

/** Calls one method with one token, once. Never throws, and never repeats the token or Slack's words. */
export async function askSlack(
  apiUrl: string | undefined,
  token: string,
  method: string,
  parts: AskParts,
  args: Readonly<Record<string, string>> = {},
): Promise<Asked> {
  const call = parts.fetch ?? fetch;
  const before = parts.now().getTime();
  const from = performance.now();
  try {
    const response = await call(`${apiUrl ?? SLACK_API_URL}${method}`, {
      method: 'POST',
      // apps.connections.open takes its token in this header only.
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(args),
      // A token follows nobody to another address.
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const body = bodyOf(response.status, await response.text());
    if (body === undefined)
      return { reached: false, reason: `HTTP ${response.status}, not an answer of Slack` };
    const stamp = Date.parse(response.headers.get('date') ?? '');
    const between = (before + parts.now().getTime()) / 2;
    return {
      reached: true,
      error: body.ok ? undefined : codeIn(body.error),
      body,
      scopes: response.headers
        .get('x-oauth-scopes')
        ?.split(',')
        .map((scope) => scope.trim()),
      tookMs: Math.round(performance.now() - from),
      skewMs: Number.isNaN(stamp) ? undefined : between - (stamp + HALF_A_SECOND_MS),
    };
  } catch (error) {
    return { reached: false, reason: reasonOf(error) };
  }
}

function bodyOf(status: number, text: string): z.infer<typeof EnvelopeSchema> | undefined {
  if (status === 429) return { ok: false, error: 'ratelimited' };
  try {
    return EnvelopeSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Slack's codes look like this; anything else (a proxy's answer) is not printed. */
function codeIn(error: string | undefined): string {
  return error !== undefined && /^[a-z_]{1,60}$/.test(error) ? error : 'unknown';
}

/** `fetch` hides what happened behind "fetch failed". */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = codeOf(cause);
  return /Timeout/i.test(code) ? `no answer in ${ANSWER_WITHIN_MS / 1000} s` : code;
}
