import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/**
 * What an answer of Slack means for a delivery. Codes: the method pages of https://docs.slack.dev/reference/methods,
 * chat.postMessage above all.
 */
export type Answer =
  /** Not accepted, and may be in a while. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly code: string }
  /** Perhaps accepted: the answer was lost on its way. */
  | { readonly kind: 'unknown'; readonly code: string }
  /** Nothing can be shown in this place any more. */
  | { readonly kind: 'gone'; readonly code: string }
  /** The token is dead for ever: the app was removed, or the account behind it ended. */
  | { readonly kind: 'token-dead'; readonly code: string }
  /** Whoever runs the coach has to mend it; nothing is lost until then. */
  | { readonly kind: 'operator'; readonly code: string }
  /** The message itself was not taken: too long, or a block of it. */
  | { readonly kind: 'unreadable'; readonly code: string }
  /** A code we do not know. */
  | { readonly kind: 'strange'; readonly code: string };

/** How long a delivery waits that only the operator, or nobody we know, can mend. */
export const WAIT_MS = 60_000;
/** Slack names no time with these. */
const NOT_NOW_MS = 30_000;
const UNREACHABLE_MS = 1_000;

const KINDS: Readonly<Record<Exclude<Answer['kind'], 'strange'>, readonly string[]>> = {
  later: [
    'ratelimited',
    'rate_limited',
    'message_limit_exceeded',
    'external_channel_migrating',
    'team_added_to_org',
  ],
  unknown: ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'],
  gone: [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'is_inactive',
    'thread_not_found',
    'cannot_reply_to_message',
    'message_not_found',
    'cannot_dm_bot',
    'user_disabled',
    'user_not_found',
    'user_not_visible',
    'user_is_bot',
    'user_is_restricted',
    'users_not_found',
  ],
  'token-dead': ['token_revoked', 'account_inactive', 'token_expired', 'app_uninstalled'],
  operator: [
    'invalid_auth',
    'not_authed',
    'missing_scope',
    'not_allowed_token_type',
    'team_access_not_granted',
    'no_permission',
    'access_denied',
    'ekm_access_denied',
    'org_login_required',
    'messages_tab_disabled',
  ],
  unreadable: [
    'msg_too_long',
    'msg_blocks_too_long',
    'invalid_blocks',
    'invalid_blocks_format',
    'no_text',
    'invalid_arguments',
  ],
};

const KIND_OF = new Map(
  (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) =>
    KINDS[kind].map((code) => [code, kind] as const),
  ),
);

/** The connection was never made, so nothing was sent. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Reads what a call of Slack's client threw. Never the words of a message: only codes come out. */
export function answerOf(error: unknown): Answer {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'later', afterMs: error.retryAfter * 1000, code: 'ratelimited' };
  }
  if (error instanceof WebAPIPlatformError) {
    return ofCode(error.data.error, error.data.response_metadata?.retryAfter);
  }
  if (error instanceof WebAPIHTTPError) return ofStatus(error.statusCode);
  if (error instanceof WebAPIRequestError) {
    const code = socketCode(error.original);
    return NEVER_SENT.has(code)
      ? { kind: 'later', afterMs: UNREACHABLE_MS, code }
      : { kind: 'unknown', code };
  }
  return { kind: 'unknown', code: error instanceof Error ? error.name : 'unknown' };
}

function ofCode(given: unknown, retryAfter: number | undefined): Answer {
  // An answer that is no JSON is handed over as its "error", a proxy's page for example: perhaps Slack took the call.
  if (typeof given !== 'string' || !/^[a-z0-9_]{1,80}$/.test(given)) {
    return { kind: 'unknown', code: 'unreadable-answer' };
  }
  const code = given;
  if (code.startsWith('restricted_action')) return { kind: 'gone', code };
  const kind = KIND_OF.get(code) ?? 'strange';
  if (kind !== 'later') return { kind, code };
  return { kind, code, afterMs: retryAfter === undefined ? NOT_NOW_MS : retryAfter * 1000 };
}

function ofStatus(status: number): Answer {
  const code = `http-${status}`;
  if (status >= 500 || status === 408) return { kind: 'unknown', code };
  if (status === 413) return { kind: 'unreadable', code };
  return { kind: 'operator', code };
}

/** The system's code stands a few causes deep: fetch says only "fetch failed". */
function socketCode(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return 'socket';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0)
    return socketCode(error.errors[0], depth + 1);
  return error.cause === undefined ? error.name : socketCode(error.cause, depth + 1);
}
