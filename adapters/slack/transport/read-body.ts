import type { IncomingMessage } from 'node:http';

/** Slack's largest requests are forms with their view in it: some 250 kB. */
const LONGEST_BYTES = 1024 * 1024;

export type Body =
  | { readonly ok: true; readonly raw: Buffer }
  | { readonly ok: false; readonly status: 400 | 413 };

/**
 * Reads a request that should hold an object, as JSON or as a form. Anything else is turned away here: Bolt would take
 * the JSON `null` for one and fall over it where nobody catches.
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    // Left early, the iterator would cut the connection, and the answer with it.
    for await (const piece of request.iterator({ destroyOnReturn: false })) {
      const buffer: Buffer = Buffer.from(piece);
      bytes += buffer.length;
      if (bytes > LONGEST_BYTES) return { ok: false, status: 413 };
      pieces.push(buffer);
    }
  } catch {
    // the sender hung up in the middle
    return { ok: false, status: 400 };
  }
  const raw = Buffer.concat(pieces);
  return holdsObject(raw.toString(), request.headers['content-type'])
    ? { ok: true, raw }
    : { ok: false, status: 400 };
}

function holdsObject(text: string, type: string | undefined): boolean {
  // A character set may stand behind it.
  const isForm = type?.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
  const json = isForm ? new URLSearchParams(text).get('payload') : text;
  return json === null || json.trimStart().startsWith('{');
}
