import type { WebClient } from '@slack/web-api';
import type { Log } from '../../../src/log.ts';
import { coachLines, type Piece } from '../render/coach-lines.ts';
import { linkTo } from './link-to.ts';
import type { Attempt, Post, Where } from './posting.ts';

/** Says `at` where a person looks that what they wrote was taken in, and where the talk `goesOn`. */
export async function pointToThread(
  attempt: Attempt,
  at: Where,
  goesOn: Where,
  { client, post, log }: { client: WebClient; post: Post; log: Log },
): Promise<string> {
  const url =
    goesOn.thread === undefined ? undefined : await linkTo(client, log, goesOn.channel, goesOn.thread);
  const line = coachLines(['I put that with your practice. It goes on here: ', link(url, at, goesOn)]);
  return post(attempt, at, { messages: [line] });
}

function link(url: string | undefined, at: Where, goesOn: Where): Piece {
  if (url !== undefined) return { type: 'link', url, text: 'our thread' };
  return at.channel === goesOn.channel ? 'in our thread above.' : 'in our direct messages.';
}
