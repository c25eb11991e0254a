import { codeOf, PlatformError } from '../../../src/errors.ts';
import { isTextFile, type SlackFile } from '../receive/files.ts';
import { isSlackUrl } from './slack-hosts.ts';

/**
 * Why a file was not read. `elsewhere`: it does not lie with Slack; `refused`: Slack does not show it (a log-in page, a
 * missing scope, a file that is gone).
 */
export type Unread = 'not-text' | 'too-long' | 'elsewhere' | 'refused';
export type FileRead = { readonly text: string } | { readonly unread: Unread };

export interface ReadFileOptions {
  readonly token: string;
  /** `SLACK_API_URL`, where the operator set one. */
  readonly apiUrl?: string | undefined;
  readonly fetch?: typeof fetch;
  /** For the whole of it, redirects and body included. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

const MOST_REDIRECTS = 3;

/**
 * Reads a text file or snippet that was posted as an answer. Throws a `PlatformError` where Slack is briefly away, so that
 * the event is not acknowledged and comes again.
 */
export async function readTextFile(file: SlackFile, options: ReadFileOptions): Promise<FileRead> {
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
    // Its message could hold the address, and an address of a private file is the person's.
    throw new PlatformError('slack', `file-${codeOf(error).toLowerCase()}`);
  }
}

/**
 * Reads what can be read of a message's files. `unread`: the names of the others, in their order. Throws as
 * `readTextFile` does.
 */
export async function readFiles(
  files: readonly SlackFile[],
  options: ReadFileOptions,
): Promise<{ readonly texts: readonly string[]; readonly unread: readonly string[] }> {
  const reads = await Promise.all(
    files.map(async (file) => ({ file, read: await readTextFile(file, options) })),
  );
  return {
    texts: reads.flatMap(({ read }) => ('text' in read ? [read.text] : [])),
    unread: reads.flatMap(({ file, read }) => ('text' in read ? [] : [file.name])),
  };
}

/** The answer that holds the file. Redirects are followed by hand: each one has to stay with Slack. */
async function fetched(
  url: string,
  options: ReadFileOptions,
  signal: AbortSignal,
): Promise<Response | { readonly unread: Unread }> {
  const { token, apiUrl, fetch: ask = fetch } = options;
  let at = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    if (!isSlackUrl(at, apiUrl)) return { unread: 'elsewhere' };
    const answer = await ask(at, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal,
    });
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null;
    if (next === null) return answered(answer);
    await answer.body?.cancel();
    at = new URL(next, at).href;
  }
  return { unread: 'refused' };
}

async function answered(answer: Response): Promise<Response | { readonly unread: Unread }> {
  const isPage = answer.headers.get('content-type')?.includes('text/html') === true;
  if (answer.ok && !isPage) return answer;
  await answer.body?.cancel();
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    throw new PlatformError('slack', `file-${answer.status}`, {
      ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1_000 } : {}),
    });
  }
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
