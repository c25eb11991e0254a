import type { WebClient } from '@slack/web-api';
import type { Order } from '../../../src/coach/ports.ts';
import type { Log } from '../../../src/log.ts';
import { coachLines } from '../render/coach-lines.ts';
import { postWithFiles } from './post-with-files.ts';
import type { Attempt, Post, Where } from './posting.ts';

/** Hands somebody a text file with a line under it. Where this workspace takes no files, the line says that it is missing. */
export async function handFile(
  attempt: Attempt,
  where: Where,
  { name, text, words }: Extract<Order, { kind: 'file' }>,
  slack: { client: WebClient; post: Post; log: Log },
): Promise<string> {
  // What kind of file it is Slack tells by the name.
  const files = [{ name, bytes: new TextEncoder().encode(text) }];
  const missing = `I could not add the file ${name}: this workspace does not let me put files here.`;
  const said = { message: coachLines([words]), without: coachLines([words], [missing]) };
  return postWithFiles(attempt, where, { files, ...said }, slack);
}
