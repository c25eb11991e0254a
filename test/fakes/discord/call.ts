import { type Fields, fieldsOf, parseJson } from '../slack/json.ts';

/** A file that the bot sent with a body. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly contentType: string;
  /** Its alternative text, as the body's `attachments` give it. */
  readonly description: string | undefined;
}

/** One call of the REST API, as it came and as it was answered. */
export interface FakeCall {
  readonly method: string;
  /** Without `/api/v10`, decoded: `/webhooks/1/abc/messages/@original`. */
  readonly path: string;
  /** As Discord's OpenAPI writes it: `/channels/{channel_id}/messages`; empty where there is no such route. */
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON, or the `payload_json` of a multipart body. A list where a list was sent. */
  readonly body: Fields;
  /** Where the body is a list, as of commands that are put in bulk. */
  readonly list: readonly Fields[];
  readonly files: readonly SentFile[];
  readonly auth: 'bot' | 'none' | 'other';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The HTTP status; 0 while there is none, -1 where the line was cut or stays silent. */
  status: number;
  /** What was answered, also where the answer was lost. */
  answer: unknown;
}

/** The JSON of a body and the files beside it. */
export function readBody(
  contentType: string,
  body: Buffer,
): { json: unknown; files: readonly SentFile[]; isJson: boolean } {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) return { json: parseJson(String(body)), files: [], isJson: body.length > 0 };
  const parts = partsOf(body, boundary);
  const payload = parts.find(({ name }) => name === 'payload_json');
  const json = parseJson(String(payload?.bytes ?? ''));
  const described = fieldsOf(json).attachments;
  const files = parts
    .filter(({ fileName }) => fileName !== undefined)
    .map((part): SentFile => {
      const number = /^files\[(\d+)\]$/.exec(part.name)?.[1];
      const about = Array.isArray(described)
        ? described.map(fieldsOf).find(({ id }) => String(id) === number)
        : undefined;
      return {
        name: part.fileName ?? '',
        bytes: part.bytes,
        contentType: part.contentType,
        description: typeof about?.description === 'string' ? about.description : undefined,
      };
    });
  return { json, files, isJson: payload !== undefined };
}

interface Part {
  readonly name: string;
  readonly fileName: string | undefined;
  readonly contentType: string;
  readonly bytes: Buffer;
}

function partsOf(body: Buffer, boundary: string): Part[] {
  const fence = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let at = body.indexOf(fence);
  while (at !== -1) {
    const end = body.indexOf(fence, at + fence.length);
    if (end === -1) break;
    const piece = body.subarray(at + fence.length + 2, end - 2);
    const gap = piece.indexOf('\r\n\r\n');
    const head = String(piece.subarray(0, gap));
    parts.push({
      name: /name="([^"]*)"/.exec(head)?.[1] ?? '',
      fileName: /filename="([^"]*)"/.exec(head)?.[1],
      contentType: /content-type: *([^\r\n]+)/i.exec(head)?.[1] ?? 'application/octet-stream',
      bytes: Buffer.from(piece.subarray(gap + 4)),
    });
    at = end;
  }
  return parts;
}
