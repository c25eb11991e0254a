import {
  type Logger,
  LogLevel,
  type WebAPICallResult,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';

/** An answer that takes longer than this is counted as lost. */
const ANSWER_WITHIN_MS = 10_000;

export interface SlackClientOptions {
  readonly token: string;
  /** Slack's Web API, or what stands in for it: a proxy, GovSlack, a test. */
  readonly apiUrl?: string | undefined;
  /** Goes with every call: a token of an org-wide install serves several teams. A function where it is known only later. */
  readonly teamId?: string | (() => string | undefined) | undefined;
}

/** A client that tries once: the outbox owns all retries, and a 429 must not stop the calls of other channels. */
export function createSlackClient({ token, apiUrl, teamId }: SlackClientOptions): WebClient {
  return new TeamClient(
    token,
    slackClientOptions(apiUrl),
    typeof teamId === 'function' ? teamId : () => teamId,
  );
}

class TeamClient extends WebClient {
  readonly #teamId: () => string | undefined;

  constructor(token: string, options: WebClientOptions, teamId: () => string | undefined) {
    super(token, options);
    this.#teamId = teamId;
  }

  override apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    return super.apiCall(method, { team_id: this.#teamId(), ...options });
  }
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
