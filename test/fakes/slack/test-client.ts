import { WebClient } from '@slack/web-api';
import type { FakeSlack } from './fake-slack.ts';
import { SILENT } from './silent-logger.ts';

/** The real WebClient at the fake's door, with nothing retried. */
export function connected(to: FakeSlack, token = to.botToken): WebClient {
  return new WebClient(token, {
    logger: { ...SILENT },
    slackApiUrl: to.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}

/** What the call is answered with when it is refused. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => 'it was done',
    (reason: unknown) => reason,
  );
  if (typeof error !== 'object' || error === null) return error;
  if ('data' in error && typeof error.data === 'object' && error.data !== null && 'error' in error.data) {
    return error.data.error;
  }
  if ('retryAfter' in error) return `wait ${String(error.retryAfter)}`;
  if ('statusCode' in error) return error.statusCode;
  return 'code' in error ? error.code : error;
}
