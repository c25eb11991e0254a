import { createHmac } from 'node:crypto';

/** Slack's `v0` signature over stamp and raw body: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signedHeaders(secret: string, body: string, stampSeconds: number): Record<string, string> {
  const stamp = String(Math.floor(stampSeconds));
  const digest = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': stamp, 'x-slack-signature': `v0=${digest}` };
}
