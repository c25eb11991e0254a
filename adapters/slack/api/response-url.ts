import { isSlackUrl } from './slack-hosts.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction: thirty minutes; one less, for what the way takes. */
export const RESPONSE_GOOD_FOR_MS = 29 * 60_000;
const PATIENCE_MS = 10_000;

/** Posts to a `response_url` that was kept. Rejects where it is no address of Slack's, or what was posted did not get through. */
export async function respondAt(url: string, message: object, apiUrl: string | undefined): Promise<void> {
  if (!isSlackUrl(url, apiUrl)) throw new Error('no address of Slack');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) throw new Error(`Slack answered ${response.status}`);
}
