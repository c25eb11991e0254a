import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';

/** An answer that takes longer than this is counted as lost. */
const ANSWER_WITHIN_MS = 10_000;

export interface SlackClientOptions {
  readonly token: string;
  /** Slack's Web API, or what stands in for it: a proxy, GovSlack, a test. */
  readonly apiUrl?: string | undefined;
  /** Goes with every call: a token of an org-wide install serves several teams. */
  readonly teamId?: string | undefined;
}

/** A client that tries once: the outbox owns all retries, and a 429 must not stop the calls of other channels. */
export function createSlackClient({ token, apiUrl, teamId }: SlackClientOptions): WebClient {
  return new WebClient(token, { ...slackClientOptions(apiUrl), ...(teamId === undefined ? {} : { teamId }) });
}

/** How every client of ours behaves. A fresh object each time: Bolt 5 writes its own retries into the one it is given. */
export function slackClientOptions(apiUrl: string | undefined): WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    timeout: ANSWER_WITHIN_MS,
    rejectRateLimitedCalls: true,
    logger: silent(),
  };
}

/** The library logs whole requests and answers, a person's words among them: it logs nothing here. */
function silent(): Logger {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    setName: nothing,
    getLevel: () => LogLevel.ERROR,
  };
}
