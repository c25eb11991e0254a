import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fieldsOf, listOf } from '../slack/json.ts';
import type { App } from './app.ts';
import { type FakeCall, readBody } from './call.ts';
import { violationsOf } from './checks.ts';
import type { Fault, Faults } from './fault.ts';
import { formBody, Refusal } from './refusal.ts';
import { applicationRoutes } from './rest/application.ts';
import { channelRoutes } from './rest/channels.ts';
import { interactionRoutes } from './rest/interactions.ts';
import { memberRoutes } from './rest/members.ts';
import { messageRoutes } from './rest/messages.ts';
import { serverEventRoutes } from './rest/server-events.ts';
import { webhookRoutes } from './rest/webhooks.ts';
import { type Answer, findRoute, type Route } from './route.ts';

const ROUTES: readonly Route[] = [
  ...applicationRoutes,
  ...channelRoutes,
  ...memberRoutes,
  ...serverEventRoutes,
  ...messageRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
];

export interface Front {
  readonly app: App;
  readonly calls: FakeCall[];
  readonly faults: Faults;
}

/** Listens on a free port of 127.0.0.1: REST, the gateway, and the addresses of files. */
export async function listen(front: Front): Promise<Server> {
  // Node’s five seconds end while undici, which counts in whole ones, still holds the line for good.
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    void serve(front, request, response).catch((error: unknown) => {
      // A bot that is killed in the middle of a call is no fault of the fake.
      if (request.destroyed && !request.complete) return;
      const what = error instanceof Error ? error.stack : String(error);
      front.app.violations.push(`the fake itself broke: ${what}`);
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => front.app.gateway.upgrade(request, socket, head));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function serve(front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const body = await readAll(request);
  if (url.pathname.startsWith('/attachments/')) {
    await pause(front.app.world.filesTakeMs);
    const file = front.app.world.files.get(url.pathname);
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': file.contentType }).end(file.bytes);
    return;
  }
  const path = /^\/api\/v10(\/.*)$/.exec(url.pathname)?.[1];
  if (path === undefined) {
    response.writeHead(404).end();
    return;
  }
  await api(front, request, response, decodeURIComponent(path), body, Object.fromEntries(url.searchParams));
}

async function api(
  { app, calls, faults }: Front,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  bytes: Buffer,
  query: Readonly<Record<string, string>>,
): Promise<void> {
  const method = request.method ?? 'GET';
  const found = findRoute(ROUTES, method, path);
  const { json, files, isJson } = readBody(request.headers['content-type'] ?? '', bytes);
  const given = request.headers.authorization;
  const call: FakeCall = {
    method,
    path,
    route: path.endsWith('/@original')
      ? (found?.route.template.replace('{message_id}', '@original') ?? '')
      : (found?.route.template ?? ''),
    query,
    body: fieldsOf(json),
    list: listOf(json),
    files,
    auth: given === undefined ? 'none' : given === `Bot ${app.botToken}` ? 'bot' : 'other',
    at: app.world.now(),
    status: 0,
    answer: undefined,
  };
  calls.push(call);
  const finish = (status: number, answer?: unknown) => {
    call.status = status;
    call.answer = answer;
    app.changed();
  };
  const cut = () => {
    call.status = -1;
    response.destroy();
    app.changed();
  };
  const fault: Fault = faults.take(call) ?? { delayMs: 0 };
  // The line stays open and silent: nothing more is to come of it.
  if ('hang' in fault) return finish(-1);
  if ('refuse' in fault) return cut();
  if ('delayMs' in fault && fault.delayMs > 0) await pause(fault.delayMs);
  if ('retryAfter' in fault) {
    limited(response, fault);
    return finish(429);
  }
  const { status, body } =
    'status' in fault
      ? { status: fault.status, body: faultBody(fault) }
      : answerOf(app, found, call, isJson ? json : undefined);
  if ('lostAnswer' in fault) {
    call.answer = body;
    return cut();
  }
  finish(status, body);
  if (body === undefined) response.writeHead(status).end();
  else sendJson(response, status, body);
  return undefined;
}

function answerOf(app: App, found: ReturnType<typeof findRoute>, call: FakeCall, body: unknown): Answer {
  try {
    if (found === undefined) {
      app.violations.push(`${call.method} ${call.path}: there is no such address`);
      throw new Refusal(404, 0, '404: Not Found');
    }
    if (found.route.isOpen !== true && call.auth !== 'bot') throw new Refusal(401, 0, '401: Unauthorized');
    const wrong =
      body === undefined
        ? []
        : violationsOf({ method: call.method, path: call.path, body, files: call.files });
    if (wrong.length > 0) {
      app.violations.push(...wrong.map((each) => `${call.method} ${call.route}: ${each}`));
      throw formBody(...wrong);
    }
    return found.route.answer({ app, call, param: (name) => found.params.get(name) ?? '' });
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    throw error;
  }
}

function faultBody({ status, code = 0, message }: Extract<Fault, { status: number }>) {
  return { message: message ?? (status === 401 ? '401: Unauthorized' : `fault ${status}`), code };
}

function limited(response: ServerResponse, fault: Extract<Fault, { retryAfter: number }>): void {
  const seconds = fault.retryAfter;
  const isGlobal = fault.global === true;
  response.setHeader('retry-after', String(Math.ceil(seconds * 1000) / 1000));
  response.setHeader('x-ratelimit-scope', fault.scope ?? (isGlobal ? 'global' : 'user'));
  if (isGlobal) response.setHeader('x-ratelimit-global', 'true');
  else {
    response.setHeader('x-ratelimit-limit', '5');
    response.setHeader('x-ratelimit-remaining', '0');
    response.setHeader('x-ratelimit-reset-after', String(seconds));
    response.setHeader('x-ratelimit-bucket', 'fake-bucket');
  }
  sendJson(response, 429, {
    message: 'You are being rate limited.',
    retry_after: seconds,
    global: isGlobal,
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

function sendJson(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}
