import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Given, givenIn } from './given.ts';
import { type Misshape, misshaped, type Scored } from './misshapes.ts';
import { obeying, type Quotes } from './obeys.ts';
import { answerIn, type Body, type Format, formatAt, type Said, userTextOf } from './wire.ts';

/** How the next calls go. `reply` is the object a good model sends; the rest is what goes wrong with it. */
export type Manner =
  | { readonly does: 'replies'; readonly with: (given: Given) => unknown }
  | { readonly does: 'writes'; readonly text: (given: Given) => string; readonly cutOff?: boolean }
  | { readonly does: 'misshapes'; readonly how: Misshape; readonly with: (given: Given) => Scored }
  | { readonly does: 'obeys'; readonly quotes: Quotes; readonly says?: string }
  | { readonly does: 'refuses' }
  | { readonly does: 'hangs' }
  | { readonly does: 'trickles' }
  | { readonly does: 'limits'; readonly retryAfter?: string }
  | { readonly does: 'breaks'; readonly status: number }
  | { readonly does: 'garbles' };

export interface LlmCall {
  readonly format: Format;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Body;
  /** Set once the caller has gone before the answer was whole. */
  aborted: boolean;
}

export interface FakeLlm {
  /** With `/v1`. */
  readonly url: string;
  readonly calls: readonly LlmCall[];
  manner: Manner;
  close(): Promise<void>;
}

/** A model's server on a free port of 127.0.0.1. */
export async function startFakeLlm(): Promise<FakeLlm> {
  const calls: LlmCall[] = [];
  const fake = { calls, manner: { does: 'replies', with: () => ({}) } as Manner };
  // Node’s five seconds end while undici, which counts in whole ones, still holds the line for good.
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    void answer(fake, request, response).catch((error: unknown) => {
      // 418: no test expects it, so a fault of the fake shows as itself.
      response.writeHead(418).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(fake, {
    url: `http://127.0.0.1:${port}/v1`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function answer(
  fake: { readonly calls: LlmCall[]; readonly manner: Manner },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url ?? '';
  const format = formatAt(path);
  const body = JSON.parse(await readAll(request)) as Body;
  if (format === undefined) {
    response.writeHead(404).end();
    return;
  }
  const call: LlmCall = { format, path, headers: request.headers, body, aborted: false };
  fake.calls.push(call);
  response.on('close', () => {
    if (!response.writableFinished) call.aborted = true;
  });
  const { manner } = fake;
  const send = (said: Said) => sendJson(response, 200, answerIn(format, body, said));
  const given = () => givenIn(userTextOf(format, body));
  switch (manner.does) {
    case 'replies':
      return send({ text: JSON.stringify(manner.with(given())), ended: 'stop' });
    case 'writes':
      return send({ text: manner.text(given()), ended: manner.cutOff === true ? 'length' : 'stop' });
    case 'misshapes':
      return send(misshaped(manner.how, manner.with(given())));
    case 'obeys':
      return send({ text: obeying(given(), manner.quotes, manner.says), ended: 'stop' });
    case 'refuses':
      return send({ text: "I'm sorry, but I can't help with that.", ended: 'refused' });
    case 'hangs':
      return;
    case 'trickles':
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":');
      return;
    case 'limits':
      if (manner.retryAfter !== undefined) response.setHeader('retry-after', manner.retryAfter);
      return sendJson(response, 429, { error: { message: 'Slow down.', type: 'rate_limit_error' } });
    case 'breaks':
      return sendJson(response, manner.status, { error: { message: 'It broke.', type: 'server_error' } });
    case 'garbles':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id": "x", "choices": [');
      return;
  }
}

function sendJson(response: ServerResponse, status: number, body: Body): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
