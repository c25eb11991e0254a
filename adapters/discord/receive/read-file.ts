import { codeOf, PlatformError } from '../../../src/errors.ts';
import { isDiscordFileUrl } from './file-hosts.ts';
import { type DiscordFile, isTextFile } from './files.ts';

/** Why a file was not read. `elsewhere`: it does not lie with Discord; `refused`: Discord does not give it (any more). */
export type Unread = 'not-text' | 'too-long' | 'elsewhere' | 'refused';
export type FileRead = { readonly text: string } | { readonly unread: Unread };

export interface ReadFileOptions {
  /** `DISCORD_API_URL`, where the operator set one. */
  readonly apiUrl?: string | undefined;
  readonly fetch?: typeof fetch;
  /** For the whole of it, redirects and body included. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

const MOST_REDIRECTS = 3;

/**
 * Reads a text file that was posted as an answer or put into a form. It is fetched without the bot's token: its address
 * is signed. Throws a `PlatformError` where Discord is briefly away.
 */
export async function readTextFile(file: DiscordFile, options: ReadFileOptions): Promise<FileRead> {
  const { timeoutMs = 1_500, maxBytes = 200_000 } = options;
  if (!isTextFile(file)) return { unread: 'not-text' };
  if (file.url === undefined) return { unread: 'refused' };
  if (file.size !== undefined && file.size > maxBytes) return { unread: 'too-long' };
  try {
    const answer = await fetched(file.url, options, AbortSignal.timeout(timeoutMs));
    if ('unread' in answer) return answer;
    const bytes = await bodyOf(answer, maxBytes);
    return bytes === undefined ? { unread: 'too-long' } : textOf(bytes);
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    // Its message could hold the address, and who has that has the file.
    throw new PlatformError('discord', `file-${codeOf(error).toLowerCase()}`);
  }
}

/**
 * Reads what can be read of a message's files. `unread`: the names of the others, in their order. A file that Discord
 * does not give at once is asked for once more, and then named: Discord sends no event twice.
 */
export async function readFiles(
  files: readonly DiscordFile[],
  options: ReadFileOptions,
): Promise<{ readonly texts: readonly string[]; readonly unread: readonly string[] }> {
  const reads = await Promise.all(
    files.map(async (file) => {
      const read = await readTextFile(file, options).catch(() =>
        readTextFile(file, options).catch(() => ({ unread: 'refused' as const })),
      );
      return { file, read };
    }),
  );
  return {
    texts: reads.flatMap(({ read }) => ('text' in read ? [read.text] : [])),
    unread: reads.flatMap(({ file, read }) => ('text' in read ? [] : [file.name])),
  };
}

/** The answer that holds the file. Redirects are followed by hand: each one has to stay with Discord. */
async function fetched(
  url: string,
  { apiUrl, fetch: ask = fetch }: ReadFileOptions,
  signal: AbortSignal,
): Promise<Response | { readonly unread: Unread }> {
  let at = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    if (!isDiscordFileUrl(at, apiUrl)) return { unread: 'elsewhere' };
    const answer = await ask(at, { redirect: 'manual', signal });
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null;
    if (next === null) return answered(answer);
    await answer.body?.cancel();
    at = new URL(next, at).href;
  }
  return { unread: 'refused' };
}

async function answered(answer: Response): Promise<Response | { readonly unread: Unread }> {
  if (answer.ok) return answer;
  await answer.body?.cancel();
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408)
    throw new PlatformError('discord', `file-${answer.status}`);
  return { unread: 'refused' };
}

/** The bytes, or undefined as soon as there are more than `maxBytes`: what a file says of its size is not believed. */
async function bodyOf(answer: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function textOf(bytes: Uint8Array): FileRead {
  try {
    // Takes a byte order mark away, and refuses what is not UTF-8.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? { unread: 'not-text' } : { text };
  } catch {
    return { unread: 'not-text' };
  }
}
