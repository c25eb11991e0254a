import { type FilesRead, readEach } from '../../files/read-each.ts';
import { type FileRead, type ReadFileLimits, readTextFile as readText } from '../../files/read-text-file.ts';
import { isDiscordFileUrl } from '../receive/file-hosts.ts';
import { type DiscordFile, isTextFile } from '../receive/files.ts';

export interface ReadFileOptions extends ReadFileLimits {
  /** `DISCORD_API_URL`, where the operator set one. */
  readonly apiUrl?: string | undefined;
}

/**
 * Reads a text file that was posted as an answer or put into a form. It is fetched without the bot's token: its address
 * is signed. Throws a `PlatformError` where Discord is briefly away.
 */
export async function readTextFile(file: DiscordFile, options: ReadFileOptions): Promise<FileRead> {
  if (!isTextFile(file)) return { unread: 'not-text' };
  const isOwn = (url: string) => isDiscordFileUrl(url, options.apiUrl);
  return readText(file, { platform: 'discord', isOwn }, options);
}

/**
 * Reads what can be read of a message's files. A file that Discord does not give at once is asked for once more, and then
 * named among the unread: Discord sends no event twice.
 */
export function readFiles(files: readonly DiscordFile[], options: ReadFileOptions): Promise<FilesRead> {
  return readEach(files, (file) =>
    readTextFile(file, options)
      .catch(() => readTextFile(file, options))
      .catch(() => ({ unread: 'refused' as const })),
  );
}
