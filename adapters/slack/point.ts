import type { WebClient } from '@slack/web-api';
import type { Log } from '../../src/log.ts';
import { answerOf } from './answers.ts';
import { coachLines, type Piece } from './coach-lines.ts';
import type { Attempt, Post, Where } from './posting.ts';

/** Says, where a person wrote outside their thread, that it was taken in, and where the talk goes on. */
export async function pointToThread(
  attempt: Attempt,
  { channel, thread }: Where,
  { client, post, log }: { client: WebClient; post: Post; log: Log },
): Promise<string> {
  const url = thread === undefined ? undefined : await linkTo(client, log, channel, thread);
  const where: Piece[] =
    url === undefined ? ['in our thread above.'] : [{ type: 'link', url, text: 'our thread' }];
  const line = coachLines(['I put that with your practice. It goes on here: ', ...where]);
  return post(attempt, { channel }, { messages: [line] });
}

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
