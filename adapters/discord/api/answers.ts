import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { codeOf } from '../../../src/errors.ts';

/**
 * What an answer of Discord means for a delivery. Codes:
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
export type Answer =
  /** Not accepted, and may be in a while. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly code: string }
  | {
      readonly kind:
        | /** Perhaps accepted: the answer was lost on its way. */ 'unknown'
        /** Nothing can be shown in this place any more. */
        | 'gone'
        /** The bot lacks a permission here. */
        | 'forbidden'
        /** The thread is archived: it is to be opened first. */
        | 'archived'
        /** The message is not there any more, or was never ours to change. */
        | 'message-gone'
        /** The token is refused: until there is another nothing goes out. */
        | 'token-dead'
        /** Whoever runs the coach has to mend it; nothing is lost until then. */
        | 'operator'
        /** The message itself was not taken: too long, or a component of it. */
        | 'unreadable'
        /** A code we do not know. */
        | 'strange';
      readonly code: string;
    };

/** How long a delivery waits that only the operator, or nobody we know, can mend. */
export const WAIT_MS = 60_000;
/** Discord names no time with these. */
const NOT_NOW_MS = 30_000;
const UNREACHABLE_MS = 1_000;

/** Of an interaction, after its 15 minutes; it comes with a 401 and says nothing of the bot's own token. */
const INVALID_WEBHOOK_TOKEN = 50027;

const KINDS: Readonly<Record<Exclude<Answer['kind'], 'later' | 'unknown' | 'strange'>, readonly number[]>> = {
  gone: [
    ...[10003, 10004, 10007, 10013, 50001, 50007, 50278],
    // Not a channel for this; locked; as many threads, or members of one, as there can be.
    ...[50003, 50008, 50024, 50033, 160005, 160006, 30033],
    // The answer to an interaction: its time is over, or it was given.
    ...[10015, 10062, 40060, 40094, INVALID_WEBHOOK_TOKEN],
  ],
  forbidden: [50013],
  archived: [50083],
  'message-gone': [10008, 50005],
  'token-dead': [50014],
  operator: [40001, 40002, 20012, 50025, 50095],
  // The last four: words or links that Discord, or a server's AutoMod, keeps out.
  unreadable: [50035, 40005, 50006, 50045, 50109, ...[20009, 200000, 200001, 240000]],
};
const LATER: ReadonlySet<number> = new Set([
  ...[20016, 20022, 20028, 20029, 30046, 40003, 40006, 40062, 110000, 130000],
]);

const KIND_OF = new Map(
  (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) =>
    KINDS[kind].map((code) => [code, kind] as const),
  ),
);

/** The connection was never made, so nothing was sent. */
const NEVER_SENT = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
]);

/** Reads what a call by discord.js threw. Never the words of a message: only codes come out. */
export function answerOf(error: unknown): Answer {
  if (error instanceof RateLimitError)
    return { kind: 'later', afterMs: Math.max(1, Math.ceil(error.retryAfter)), code: 'ratelimited' };
  if (error instanceof DiscordAPIError) return ofCode(Number(error.code), error.status);
  if (error instanceof HTTPError) return ofStatus(error.status);
  // discord.js forgets its token at the first 401, and says so with every call after it.
  if (error instanceof Error && error.message.startsWith('Expected token'))
    return { kind: 'token-dead', code: 'no-token' };
  const code = socketCode(error);
  return NEVER_SENT.has(code) ? { kind: 'later', afterMs: UNREACHABLE_MS, code } : { kind: 'unknown', code };
}

function ofCode(code: number, status: number): Answer {
  if (status === 401 && code !== INVALID_WEBHOOK_TOKEN) return { kind: 'token-dead', code: '401' };
  const written = String(Number.isNaN(code) ? status : code);
  if (LATER.has(code)) return { kind: 'later', afterMs: NOT_NOW_MS, code: written };
  const kind = KIND_OF.get(code);
  if (kind !== undefined) return { kind, code: written };
  if (code !== 0 && !Number.isNaN(code)) return { kind: 'strange', code: written };
  // "General error": of this call alone. Without access, and from a proxy, it is one of every call.
  return status === 400 || status === 404 || status === 405
    ? { kind: 'strange', code: `http-${status}` }
    : ofStatus(status);
}

function ofStatus(status: number): Answer {
  const code = `http-${status}`;
  if (status >= 500 || status === 408) return { kind: 'unknown', code };
  if (status === 429) return { kind: 'later', afterMs: NOT_NOW_MS, code };
  if (status === 413) return { kind: 'unreadable', code };
  if (status === 401) return { kind: 'token-dead', code };
  return { kind: 'operator', code };
}

/** The system's code stands a few causes deep: fetch says only "fetch failed". */
function socketCode(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return 'socket';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0)
    return socketCode(error.errors[0], depth + 1);
  return error.cause === undefined ? codeOf(error) : socketCode(error.cause, depth + 1);
}

/** Asked again later it may go well: nothing is changed by asking. */
export function isPassing(kind: Answer['kind']): boolean {
  return kind === 'later' || kind === 'unknown' || kind === 'operator';
}
