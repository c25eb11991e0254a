import type { WebClient } from '@slack/web-api';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';

/** A link to a message that opens it in the client; undefined where Slack gives none. */
export async function linkTo(
  client: WebClient,
  log: Log,
  channel: string,
  ts: string,
): Promise<string | undefined> {
  try {
    return (await client.chat.getPermalink({ channel, message_ts: ts })).permalink;
  } catch (error) {
    log('slack-no-link', { code: answerOf(error).code });
    return undefined;
  }
}
