import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver, type Receiver } from '@slack/bolt';
import { ConfigError, codeOf } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import { LateEvent } from './late-event.ts';
import { readBody } from './read-body.ts';
import { createSdkLogger } from './sdk-logger.ts';

export interface Route {
  readonly path: string;
  readonly method: string;
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
}

export interface HttpReceiverOptions {
  readonly signingSecret: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** All interfaces if left out. */
  readonly host?: string;
  /** What else is answered here: `/healthz`, `/readyz`. */
  readonly routes?: readonly Route[];
  readonly log: Log;
}

export interface HttpReceiver extends Receiver {
  /** Where it listens; undefined before `start` and after `stop`. */
  address(): AddressInfo | undefined;
}

const EVENTS_PATH = '/slack/events';
/** https://docs.slack.dev/authentication/verifying-requests-from-slack/ */
const STAMP_OFF_BY_AT_MOST_S = 300;
/** Slack has given up after 3 s; an answer just before that still tells it to come again. */
const GIVE_UP_MS = 2_800;
/** How long open connections may keep the process when it ends. */
const CLOSING_MS = 2_000;

/**
 * Slack's requests over HTTP, by Bolt's own receiver, on a server of ours: a forged or stale request gets 401, an
 * unreadable one 400, and nothing is done; a listener that threw 500, a commit that was late 503, so that Slack sends
 * again. `start` rejects with a `ConfigError` where the port cannot be had.
 */
export function createHttpReceiver(options: HttpReceiverOptions): HttpReceiver {
  const { log } = options;
  const bolt = new HTTPReceiver({
    signingSecret: options.signingSecret,
    endpoints: EVENTS_PATH,
    logger: createSdkLogger(log),
    unhandledRequestTimeoutMillis: GIVE_UP_MS,
    unhandledRequestHandler: ({ response }) => answer(response, 503),
    dispatchErrorHandler: ({ response }) => answer(response, 404),
    // Resolving with true stops Bolt's own clock for the request: it has its answer.
    processEventErrorHandler: ({ error, response }) => {
      log('slack-request-failed', { code: codeOf(error) });
      answer(response, error instanceof LateEvent ? 503 : 500);
      return Promise.resolve(true);
    },
  });
  let server: Server | undefined;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0];
    const route = options.routes?.find((known) => known.path === path && known.method === request.method);
    if (route !== undefined) return route.handler(request, response);
    if (path !== EVENTS_PATH || request.method !== 'POST') return answer(response, 404);
    if (isFromTheFuture(request)) return answer(response, 401);
    const body = await readBody(request);
    if (!body.ok) return answer(response, body.status);
    // Bolt takes a body that was read already, as Google's functions hand it over.
    bolt.requestListener(Object.assign(request, { rawBody: body.raw }), response);
  }

  return {
    init: (app) => bolt.init(app),
    async start() {
      const made = createServer((request, response) => {
        take(request, response).catch((error: unknown) => {
          log('slack-request-failed', { code: codeOf(error) });
          answer(response, 500);
        });
      });
      await listen(made, options);
      made.on('error', (error) => log('slack-server-error', { code: codeOf(error) }));
      server = made;
      return made;
    },
    async stop() {
      const ending = server;
      server = undefined;
      if (ending !== undefined) await close(ending);
    },
    address() {
      const address = server?.address();
      return typeof address === 'object' && address !== null ? address : undefined;
    },
  };
}

/** Bolt refuses stamps that are old; one from the future would stay fresh for as long as its sender likes. */
function isFromTheFuture(request: IncomingMessage): boolean {
  const stamp = Number(request.headers['x-slack-request-timestamp']);
  return stamp - Date.now() / 1_000 > STAMP_OFF_BY_AT_MOST_S;
}

function answer(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status);
  if (!response.writableEnded) response.end();
}

function listen(server: Server, { port, host }: HttpReceiverOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = (error: unknown) =>
      reject(new ConfigError('PORT', `port ${port} cannot be had (${codeOf(error)}).`, '3000'));
    server.once('error', refused);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', refused);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
