import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { PlatformError } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import { type Answer, answerOf } from '../api/answers.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { Attempt, Post, Where } from './posting.ts';
import { upload } from './upload.ts';

export interface ExportFile {
  readonly name: string;
  readonly content: string;
}

const HANDED_OVER = 'Everything I hold about you. Only you can see it here.';
const NOTHING_HELD = 'I hold nothing about you.';
const NO_FILES =
  'I cannot put files here: this workspace does not let me. Whoever runs the coach can give you yours, with: coach export';

/**
 * Puts everything held about a person into their direct messages, the line last: it is what a second try finds. Where
 * this workspace takes no files it says so.
 */
export async function handOver(
  attempt: Attempt,
  where: Where,
  files: readonly ExportFile[] | undefined,
  { client, post, log }: { client: WebClient; post: Post; log: Log },
): Promise<string> {
  const say = (line: string, before?: () => Promise<void>) =>
    post(attempt, where, { messages: [coachLines([line])], ...(before === undefined ? {} : { before }) });
  if (files === undefined) return say(NOTHING_HELD);
  const uploads = files
    .filter(({ content }) => content !== '')
    .map(({ name, content }) => ({ name, bytes: new TextEncoder().encode(content) }));
  try {
    return await say(HANDED_OVER, () => upload(client, uploads, where));
  } catch (error) {
    if (error instanceof PlatformError && /^upload-http-4/.test(error.code)) {
      log('slack-files-refused', { code: error.code });
      return say(NO_FILES);
    }
    const { kind, code } = answerOf(error);
    if (!(error instanceof WebAPIPlatformError) || !isRefusal(kind)) throw error;
    log('slack-files-refused', { code });
    return say(NO_FILES);
  }
}

function isRefusal(kind: Answer['kind']): boolean {
  return kind === 'operator' || kind === 'strange' || kind === 'unreadable';
}
