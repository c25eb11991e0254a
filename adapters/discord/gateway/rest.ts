import { REST, type RESTOptions } from 'discord.js';

/** A call that Discord does not answer in this time is given up, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** For every REST of ours. The outbox tries again and backs off; discord.js would do it at once, three times. */
export function restOptions(apiUrl?: string): Partial<RESTOptions> {
  return {
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    retries: 0,
    timeout: TIMEOUT_MS,
    rejectOnRateLimit: ({ route }) => !/^\/(?:interactions|webhooks)\//.test(route),
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
