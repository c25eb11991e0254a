import type { WebClient } from '@slack/web-api';
import type { Log } from '../../../src/log.ts';
import { coachLines, type Piece } from '../render/coach-lines.ts';
import { linkTo } from './link-to.ts';
import type { Attempt, Post, Where } from './posting.ts';

/** Says `at` where a person looks where the talk `goesOn`, and that what they wrote there was taken in where it was (`kept`). */
export async function pointToThread(
  attempt: Attempt,
  { at, kept, goesOn }: { readonly at: Where; readonly kept: boolean; readonly goesOn: Where },
  { client, post, log }: { client: WebClient; post: Post; log: Log },
): Promise<string> {
  const url =
    goesOn.thread === undefined ? undefined : await linkTo(client, log, goesOn.channel, goesOn.thread);
  const line = coachLines([
    `${kept ? 'I put that with your practice. It' : 'Your practice'} goes on here: `,
    link(url, at, goesOn),
  ]);
  return post(attempt, at, { messages: [line] });
}

function link(url: string | undefined, at: Where, goesOn: Where): Piece {
  if (url !== undefined) return { type: 'link', url, text: 'our thread' };
  return at.channel === goesOn.channel ? 'in our thread above.' : 'in our direct messages.';
}
