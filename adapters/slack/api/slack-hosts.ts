/** Slack's own hosts, where files lie: https://docs.slack.dev/messaging/working-with-files */
const OWN = /^(?:(?:[a-z0-9-]+\.)*slack\.com|slack-files\.com|(?:[a-z0-9-]+\.)+slack-edge\.com)$/u;
const GOV = /^(?:[a-z0-9-]+\.)*slack-gov\.com$/u;

/**
 * Whether the bot's token may be sent to a URL that came in a payload: to Slack itself over TLS, and to the host that the
 * operator named (`SLACK_API_URL`). Anything else is a door into the operator's own network.
 */
export function isSlackUrl(url: string, apiUrl?: string): boolean {
  const asked = parsed(url);
  if (asked === undefined || asked.username !== '' || asked.password !== '') return false;
  const api = apiUrl === undefined ? undefined : parsed(apiUrl);
  if (api !== undefined && asked.origin === api.origin) return true;
  if (asked.protocol !== 'https:' || asked.port !== '') return false;
  return OWN.test(asked.hostname) || (GOV.test(asked.hostname) && GOV.test(api?.hostname ?? ''));
}

function parsed(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
