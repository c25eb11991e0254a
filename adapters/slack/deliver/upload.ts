import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { PlatformError } from '../../../src/errors.ts';
import { shorten } from '../../../src/text/graphemes.ts';
import type { Where } from './posting.ts';

/** A picture or an export is some kilobytes. */
const UPLOADED_WITHIN_MS = 20_000;
/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
const LONGEST_ALT = 1_000;

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a picture shows, for those who do not see it. */
  readonly alt?: string;
}

const TicketSchema = z.object({ upload_url: z.url(), file_id: z.string().min(1) });

/**
 * Puts files into a conversation, in their order and as one message. Resolves with their ids: Slack does not say what it
 * calls the message. Throws what the client throws, and a `PlatformError` where the bytes were not taken.
 */
export async function upload(
  client: WebClient,
  files: readonly Upload[],
  to: Where,
): Promise<readonly string[]> {
  const [first, ...rest] = files;
  if (first === undefined) return [];
  const put = async (file: Upload) => ({ id: await putBytes(client, file), title: file.name });
  const head = await put(first);
  const tail = [];
  for (const file of rest) tail.push(await put(file));
  // A file that is completed without a conversation can be seen by nobody but us.
  await client.files.completeUploadExternal({
    files: [head, ...tail],
    channel_id: to.channel,
    ...(to.thread === undefined ? {} : { thread_ts: to.thread }),
  });
  return [head, ...tail].map(({ id }) => id);
}

async function putBytes(client: WebClient, { name, bytes, alt }: Upload): Promise<string> {
  // The library's own name for the alternative text, `alt_text`, is one that Slack does not know.
  const ticket = TicketSchema.parse(
    await client.apiCall('files.getUploadURLExternal', {
      filename: name,
      length: bytes.byteLength,
      ...(alt === undefined ? {} : { alt_txt: shorten(alt, LONGEST_ALT) }),
    }),
  );
  const answer = await fetch(ticket.upload_url, {
    method: 'POST',
    body: new Blob([new Uint8Array(bytes)]),
    headers: { 'content-type': 'application/octet-stream' },
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOADED_WITHIN_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new PlatformError('slack', `upload-http-${answer.status}`);
  return ticket.file_id;
}
