import type { WebClientOptions } from '@slack/web-api';

/** Longer than Slack takes on a slow day, shorter than anybody waits. */
const TIMEOUT_MS = 10_000;

/**
 * Options for one Slack client. Always a fresh object: Bolt and the socket client write into what they are given.
 * Nothing is tried again inside the SDK, whose own way is ten tries over half an hour with its queue held meanwhile.
 */
export function clientOptions(apiUrl?: string): WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
    retryConfig: { retries: 0 },
    timeout: TIMEOUT_MS,
    rejectRateLimitedCalls: true,
  };
}
