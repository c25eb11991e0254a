import type { WebClient } from '@slack/web-api';
import type { Log } from '../../../src/log.ts';
import { coachLines } from '../render/coach-lines.ts';
import { postWithFiles } from './post-with-files.ts';
import type { Attempt, Post, Where } from './posting.ts';

export interface ExportFile {
  readonly name: string;
  readonly content: string;
}

const HANDED_OVER = 'Everything I hold about you. Only you can see it here.';
const NOTHING_HELD = 'I hold nothing about you.';
const NO_FILES =
  'I cannot put files here: this workspace does not let me. Whoever runs the coach can give you yours, with: coach export';

/** Puts everything held about a person into their direct messages. Where this workspace takes no files it says so. */
export async function handOver(
  attempt: Attempt,
  where: Where,
  files: readonly ExportFile[] | undefined,
  slack: { client: WebClient; post: Post; log: Log },
): Promise<string> {
  if (files === undefined) return slack.post(attempt, where, { messages: [coachLines([NOTHING_HELD])] });
  const uploads = files
    .filter(({ content }) => content !== '')
    .map(({ name, content }) => ({ name, bytes: new TextEncoder().encode(content) }));
  const said = { message: coachLines([HANDED_OVER]), without: coachLines([NO_FILES]) };
  return postWithFiles(attempt, where, { files: uploads, ...said }, slack);
}
