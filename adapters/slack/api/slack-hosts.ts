import { isOwnUrl } from '../../files/own-url.ts';

/** Slack's own hosts, where files lie: https://docs.slack.dev/messaging/working-with-files */
const OWN = /^(?:(?:[a-z0-9-]+\.)*slack\.com|slack-files\.com|(?:[a-z0-9-]+\.)+slack-edge\.com)$/u;
const GOV = /^(?:[a-z0-9-]+\.)*slack-gov\.com$/u;

/**
 * Whether the bot's token may be sent to a URL that came in a payload: to Slack itself over TLS, and to the host that the
 * operator named (`SLACK_API_URL`).
 */
export function isSlackUrl(url: string, apiUrl?: string): boolean {
  return isOwnUrl(
    url,
    apiUrl,
    (hostname, apiHostname = '') => OWN.test(hostname) || (GOV.test(hostname) && GOV.test(apiHostname)),
  );
}
