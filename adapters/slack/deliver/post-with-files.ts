import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { PlatformError } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import { type Answer, answerOf } from '../api/answers.ts';
import type { SlackMessage } from '../render/message.ts';
import type { Attempt, Post, Where } from './posting.ts';
import { type Upload, upload } from './upload.ts';

export interface WithFiles {
  readonly files: readonly Upload[];
  readonly message: SlackMessage;
  /** What is said instead where this workspace takes no files. */
  readonly without: SlackMessage;
}

/** Slack does not take files here, whoever tries again. */
class FilesRefused extends Error {
  override readonly name = 'FilesRefused';
}

/**
 * Puts files into a place and a message under them, the message last: it is what a second try finds. Resolves with what Slack
 * calls it, and then the files that this try put there. Throws as `post` does.
 */
export async function postWithFiles(
  attempt: Attempt,
  where: Where,
  { files, message, without }: WithFiles,
  { client, post, log }: { client: WebClient; post: Post; log: Log },
): Promise<string> {
  let ids: readonly string[] = [];
  const before = async (): Promise<void> => {
    try {
      ids = await upload(client, files, where);
    } catch (error) {
      const code = refusalOf(error);
      if (code === undefined) throw error;
      log('slack-files-refused', { code });
      throw new FilesRefused(code);
    }
  };
  try {
    return [await post(attempt, where, { messages: [message], before }), ...ids].join(' ');
  } catch (error) {
    if (!(error instanceof FilesRefused)) throw error;
    return post(attempt, where, { messages: [without] });
  }
}

/** The code with which files were refused; undefined where another try may bring them. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof PlatformError) return /^upload-http-4/.test(error.code) ? error.code : undefined;
  const { kind, code } = answerOf(error);
  return error instanceof WebAPIPlatformError && REFUSES.has(kind) ? code : undefined;
}

/** `gone` too: a workspace may restrict files alone, and where the whole place is gone the words are told so. */
const REFUSES: ReadonlySet<Answer['kind']> = new Set(['operator', 'strange', 'unreadable', 'gone']);
