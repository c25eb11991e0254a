import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../adapters/slack/api/answers.ts';

const platform = (error: string, retryAfter?: number) =>
  new WebAPIPlatformError({
    ok: false,
    error,
    response_metadata: retryAfter === undefined ? {} : { retryAfter },
  });
const status = (code: number) => new WebAPIHTTPError(code, '', {}, '');
const socket = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }));

describe('what Slack answers', () => {
  test.each([
    ['thread_not_found', 'gone'],
    ['channel_not_found', 'gone'],
    ['not_in_channel', 'gone'],
    ['is_archived', 'gone'],
    ['cannot_reply_to_message', 'gone'],
    ['message_not_found', 'gone'],
    ['restricted_action', 'gone'],
    ['restricted_action_read_only_channel', 'gone'],
    ['cannot_dm_bot', 'gone'],
    ['user_disabled', 'gone'],
    ['user_not_found', 'gone'],
    ['user_is_restricted', 'gone'],
    ['token_revoked', 'token-dead'],
    ['account_inactive', 'token-dead'],
    ['token_expired', 'token-dead'],
    ['app_uninstalled', 'token-dead'],
    ['invalid_auth', 'operator'],
    ['not_authed', 'operator'],
    ['missing_scope', 'operator'],
    ['not_allowed_token_type', 'operator'],
    ['team_access_not_granted', 'operator'],
    ['msg_too_long', 'unreadable'],
    ['msg_blocks_too_long', 'unreadable'],
    ['invalid_blocks', 'unreadable'],
    ['invalid_blocks_format', 'unreadable'],
    ['no_text', 'unreadable'],
    ['internal_error', 'unknown'],
    ['fatal_error', 'unknown'],
    ['service_unavailable', 'unknown'],
    ['request_timeout', 'unknown'],
    ['a_code_of_next_year', 'strange'],
  ])('%s means %s', (code, kind) => {
    expect(answerOf(platform(code))).toEqual({ kind, code });
  });

  test.each([
    ['HTTP 429', new WebAPIRateLimitedError(7)],
    ['ratelimited', platform('ratelimited', 7)],
    ['rate_limited', platform('rate_limited', 7)],
  ])('%s waits as long as it was told to', (_, error) => {
    expect(answerOf(error)).toMatchObject({ kind: 'later', afterMs: 7_000 });
  });

  test('too often, without a time, waits half a minute', () => {
    expect(answerOf(platform('ratelimited'))).toMatchObject({ kind: 'later', afterMs: 30_000 });
  });

  test.each([500, 502, 503, 504, 408])('HTTP %i may have been accepted', (code) => {
    expect(answerOf(status(code))).toEqual({ kind: 'unknown', code: `http-${code}` });
  });

  test('HTTP 413 is a message that is too long, other refusals of a proxy are for the operator', () => {
    expect(answerOf(status(413)).kind).toBe('unreadable');
    expect(answerOf(status(403)).kind).toBe('operator');
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
    '%s was never sent',
    (code) => {
      expect(answerOf(socket(code))).toMatchObject({ kind: 'later', code });
    },
  );

  test('refused at each of several addresses was never sent either', () => {
    const each = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    const error = new WebAPIRequestError(
      new TypeError('fetch failed', { cause: new AggregateError([each]) }),
    );
    expect(answerOf(error)).toMatchObject({ kind: 'later', code: 'ECONNREFUSED' });
  });

  test.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'])(
    '%s may have been accepted',
    (code) => {
      expect(answerOf(socket(code))).toEqual({ kind: 'unknown', code });
    },
  );

  test('no answer in time may have been accepted', () => {
    const error = new WebAPIRequestError(new DOMException('The operation was aborted', 'TimeoutError'));
    expect(answerOf(error).kind).toBe('unknown');
  });

  test('a page instead of an answer gives none of its words away', () => {
    expect(answerOf(platform('<html>I agreed the room by phone</html>'))).toEqual({
      kind: 'unknown',
      code: 'unreadable-answer',
    });
  });

  test('what was thrown by us is in doubt, without its words', () => {
    expect(answerOf(new TypeError('I agreed the room by phone'))).toEqual({
      kind: 'unknown',
      code: 'TypeError',
    });
  });
});
