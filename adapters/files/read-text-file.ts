import { codeOf, PlatformError } from '../../src/errors.ts';

/**
 * Why a file was not read. `elsewhere`: it does not lie with the platform; `refused`: the platform does not give it (a
 * log-in page, a missing right, a file that is gone).
 */
export type Unread = 'not-text' | 'too-long' | 'elsewhere' | 'refused';
export type FileRead = { readonly text: string } | { readonly unread: Unread };

/** The platform that a file lies with. */
export interface FileHost {
  /** As errors name it. */
  readonly platform: string;
  /** Whether an address is the platform's own. Nothing else is asked, and nothing else sees the headers. */
  readonly isOwn: (url: string) => boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether an answer that looks well holds no file all the same. */
  readonly isRefusal?: (answer: Response) => boolean;
}

export interface ReadFileLimits {
  readonly fetch?: typeof fetch;
  /** For the whole of it, redirects and body included. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

const MOST_REDIRECTS = 3;

/**
 * Reads a text file that a person posted as an answer. `size`, in bytes, is what the platform says of it. Throws a
 * `PlatformError` where the platform is briefly away.
 */
export async function readTextFile(
  { url, size }: { readonly url?: string; readonly size?: number },
  host: FileHost,
  { fetch: ask = fetch, timeoutMs = 1_500, maxBytes = 200_000 }: ReadFileLimits = {},
): Promise<FileRead> {
  if (url === undefined) return { unread: 'refused' };
  if (size !== undefined && size > maxBytes) return { unread: 'too-long' };
  try {
    const answer = await fetched(url, host, ask, AbortSignal.timeout(timeoutMs));
    if ('unread' in answer) return answer;
    const bytes = await bodyOf(answer, maxBytes);
    return bytes === undefined ? { unread: 'too-long' } : textOf(bytes);
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    // Its message could hold the address, and who has that may have the file.
    throw new PlatformError(host.platform, `file-${codeOf(error).toLowerCase()}`);
  }
}

/** The answer that holds the file. Redirects are followed by hand: each one has to stay with the platform. */
async function fetched(
  url: string,
  host: FileHost,
  ask: typeof fetch,
  signal: AbortSignal,
): Promise<Response | { readonly unread: Unread }> {
  let at = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    if (!host.isOwn(at)) return { unread: 'elsewhere' };
    const answer = await ask(at, { headers: { ...host.headers }, redirect: 'manual', signal });
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null;
    if (next === null) return answered(answer, host);
    await answer.body?.cancel();
    at = new URL(next, at).href;
  }
  return { unread: 'refused' };
}

async function answered(
  answer: Response,
  { platform, isRefusal }: FileHost,
): Promise<Response | { readonly unread: Unread }> {
  if (answer.ok && isRefusal?.(answer) !== true) return answer;
  await answer.body?.cancel();
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    throw new PlatformError(platform, `file-${answer.status}`, {
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
