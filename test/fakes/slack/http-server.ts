import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { App } from './app.ts';
import { decodeArguments, type FakeCall } from './call.ts';
import type { Fault, Faults } from './fault.ts';
import { type Fields, fieldsOf, parseJson } from './json.ts';
import type { RateLimits } from './rates.ts';
import { answerResponseUrl, type FakeResponse } from './response-url.ts';
import type { Sockets } from './sockets.ts';
import { answerCall, type Tokens } from './web-api.ts';

export interface Front {
  readonly app: App;
  readonly tokens: Tokens;
  readonly rates: RateLimits;
  readonly faults: Faults;
  readonly sockets: Sockets;
  readonly calls: FakeCall[];
  readonly responses: FakeResponse[];
  /** After every call and every post to a response address. */
  readonly changed: () => void;
}

/** Listens on a free port of 127.0.0.1: Web API, uploads, private files, response addresses, sockets. */
export async function listen(front: Front): Promise<Server> {
  // Node’s five seconds end while undici, which counts in whole ones, still holds the line for good.
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    void route(front, request, response).catch((error: unknown) => {
      front.app.violations.push(
        `the fake itself broke: ${error instanceof Error ? error.stack : String(error)}`,
      );
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => front.sockets.upgrade(request, socket, head));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function route(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const [, first = '', ...rest] = url.pathname.split('/');
  const body = await readAll(request);
  if (first === 'api') return api(front, request, response, rest.join('/'), body, url.searchParams);
  if (first === 'upload') return upload(front, response, rest[1] ?? '', body);
  if (first === 'files-pri') return download(front, request, response, rest[0] ?? '');
  if (first === 'response') {
    return respond(front, response, rest[0] ?? '', String(body));
  }
  response.writeHead(404).end();
  return undefined;
}

/** No delay: nothing goes wrong. */
const NO_FAULT: Fault = { delayMs: 0 };

async function api(
  front: Front,
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  body: Buffer,
  query: URLSearchParams,
): Promise<void> {
  const args = decodeArguments(request.headers['content-type'] ?? '', String(body), query);
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? (typeof args.token === 'string' ? args.token : '');
  const call: FakeCall = { method, args, token, at: Date.now(), result: 'pending', answer: {} };
  front.calls.push(call);
  const fault = front.faults.take(method, args) ?? NO_FAULT;
  if ('refuse' in fault) return cut(front, call, response, 'refused');
  if ('delayMs' in fault && fault.delayMs > 0) await pause(fault.delayMs);
  if ('status' in fault) {
    finish(front, call, `http ${fault.status}`, {});
    response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html>upstream</html>');
    return undefined;
  }
  if ('retryAfter' in fault) return limited(front, call, response, 429, fault.retryAfter);
  if ('ratelimited' in fault) return limited(front, call, response, 200, fault.ratelimited);
  if ('error' in fault) {
    const answer = { ok: false, error: fault.error };
    finish(front, call, fault.error, answer);
    return sendApi(front, response, answer);
  }
  const { answer, retryAfter, ownEvents } = answerCall(front.app, front.tokens, front.rates, call);
  if (retryAfter !== undefined) return limited(front, call, response, 429, retryAfter);
  if ('dropAnswer' in fault) cut(front, call, response, 'dropped', answer);
  else {
    finish(front, call, answer.ok === true ? 'ok' : String(answer.error), answer);
    sendApi(front, response, answer);
  }
  // As with Slack, the bot hears of what it did a moment later.
  if (front.app.echoes) setImmediate(() => ownEvents.map((event) => front.app.deliveries.event(event)));
  return undefined;
}

/** By a `response_url`; `response_url` is also its name among the faults. */
async function respond(front: Front, response: ServerResponse, id: string, body: string): Promise<void> {
  const fault = front.faults.take('response_url', fieldsOf(parseJson(body))) ?? NO_FAULT;
  if ('delayMs' in fault && fault.delayMs > 0) await pause(fault.delayMs);
  const status = 'status' in fault ? fault.status : 'refuse' in fault ? 0 : undefined;
  const said =
    status === undefined
      ? answerResponseUrl(front.app, id, body)
      : { status, answer: { ok: false, error: 'fault' } };
  front.responses.push({ id, body: fieldsOf(parseJson(body)), at: Date.now(), status: said.status });
  if (said.status === 0 || 'dropAnswer' in fault) response.destroy();
  else sendJson(response, said.status, said.answer);
  front.changed();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

function upload(front: Front, response: ServerResponse, id: string, body: Buffer): undefined {
  const fault = front.faults.take('upload', {});
  if (fault !== undefined && 'status' in fault) {
    response.writeHead(fault.status).end();
    return undefined;
  }
  const file = front.app.world.files.get(id);
  if (file === undefined || (file.expected !== undefined && file.expected !== body.length)) {
    response.writeHead(400).end();
    return undefined;
  }
  file.bytes = body;
  response.writeHead(200).end(`OK - ${body.length}`);
  return undefined;
}

/** Without the token Slack shows a page to sign in, with status 200. */
function download(
  front: Front,
  request: IncomingMessage,
  response: ServerResponse,
  named: string,
): undefined {
  const file = front.app.world.files.get(named.split('-')[1] ?? '');
  const allowed =
    request.headers.authorization === `Bearer ${front.tokens.bot}` &&
    front.tokens.revoked === undefined &&
    front.tokens.scopes.includes('files:read');
  if (!allowed)
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Sign in</title>');
  else if (file?.bytes === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': file.mimetype }).end(file.bytes);
  return undefined;
}

function limited(
  front: Front,
  call: FakeCall,
  response: ServerResponse,
  status: number,
  seconds: number,
): undefined {
  const answer = { ok: false, error: 'ratelimited' };
  finish(front, call, status === 200 ? 'ratelimited' : `http ${status}`, answer);
  response.setHeader('retry-after', String(seconds));
  sendJson(response, status, answer);
  return undefined;
}

function cut(
  front: Front,
  call: FakeCall,
  response: ServerResponse,
  result: string,
  answer: Fields = {},
): undefined {
  finish(front, call, result, answer);
  response.destroy();
  return undefined;
}

function finish(front: Front, call: FakeCall, result: string, answer: Fields): void {
  call.result = result;
  call.answer = answer;
  front.changed();
}

function sendApi(front: Front, response: ServerResponse, answer: Fields): undefined {
  response.setHeader('x-oauth-scopes', front.tokens.scopes.join(','));
  sendJson(response, 200, answer);
  return undefined;
}

function sendJson(response: ServerResponse, status: number, answer: Fields): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(answer));
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}
