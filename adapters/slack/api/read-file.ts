import { type FilesRead, readEach } from '../../files/read-each.ts';
import { type FileRead, type ReadFileLimits, readTextFile as readText } from '../../files/read-text-file.ts';
import { isTextFile, type SlackFile } from '../receive/files.ts';
import { isSlackUrl } from './slack-hosts.ts';

export interface ReadFileOptions extends ReadFileLimits {
  readonly token: string;
  /** `SLACK_API_URL`, where the operator set one. */
  readonly apiUrl?: string | undefined;
}

/**
 * Reads a text file or snippet that was posted as an answer. Throws a `PlatformError` where Slack is briefly away, so that
 * the event is not acknowledged and comes again.
 */
export async function readTextFile(file: SlackFile, options: ReadFileOptions): Promise<FileRead> {
  if (!isTextFile(file)) return { unread: 'not-text' };
  return readText(
    file,
    {
      platform: 'slack',
      isOwn: (url) => isSlackUrl(url, options.apiUrl),
      headers: { authorization: `Bearer ${options.token}` },
      // Without the scope Slack shows its log-in page, with 200.
      isRefusal: (answer) => answer.headers.get('content-type')?.includes('text/html') === true,
    },
    options,
  );
}

/** Reads what can be read of a message's files. Throws as `readTextFile` does. */
export function readFiles(files: readonly SlackFile[], options: ReadFileOptions): Promise<FilesRead> {
  return readEach(files, (file) => readTextFile(file, options));
}
