import { REST, type RESTOptions } from 'discord.js';
import { withPlainBody } from './plain-body.ts';

/** A call that Discord does not answer in this time is given up, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** Answers to interactions have few limits, and short ones: such a wait is over before another way would be. */
const WAITED_FOR_MS = 3_000;

/**
 * For every REST of ours. The outbox tries again and backs off; discord.js would do it at once, three times. It would
 * also wait for a limit to pass, however long that takes, and hold up whatever else its person is owed.
 */
export function restOptions(apiUrl?: string): Partial<RESTOptions> {
  return {
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    retries: 0,
    makeRequest: withPlainBody,
    timeout: TIMEOUT_MS,
    rejectOnRateLimit: ({ route, retryAfter }) =>
      retryAfter > WAITED_FOR_MS || !/^\/(?:interactions|webhooks)\//.test(route),
  };
}

export function createRest({
  token,
  apiUrl,
}: {
  readonly token: string;
  readonly apiUrl?: string | undefined;
}): REST {
  return new REST(restOptions(apiUrl)).setToken(token);
}
