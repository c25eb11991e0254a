import type { WebClient } from '@slack/web-api';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';

/** Slack puts the app's name before it. */
const STATUS = 'is reading your answer…';

/**
 * Shows in a thread that the coach is at work; it goes away with the next message, or after two minutes:
 * https://docs.slack.dev/reference/methods/assistant.threads.setStatus. False where it does not work: then a message
 * has to say it.
 */
export async function showStatus(
  client: WebClient,
  log: Log,
  channel: string,
  thread: string | undefined,
): Promise<boolean> {
  if (thread === undefined) return false;
  try {
    await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status: STATUS });
    return true;
  } catch (error) {
    log('slack-no-status', { code: answerOf(error).code });
    return false;
  }
}
