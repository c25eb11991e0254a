import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ConfigError, codeOf } from './errors.ts';

export interface Readiness {
  readonly [part: string]: () => Promise<boolean>;
}

/** How long one part may take to say that it is ready. */
const PATIENCE_MS = 2_000;

export interface HealthRoute {
  readonly path: string;
  readonly method: 'GET';
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** `/healthz` and `/readyz`, for a server that listens already. */
export function healthRoutes(readiness: Readiness): readonly HealthRoute[] {
  return [
    { path: '/healthz', method: 'GET', handler: async (_, response) => answer(response, 200, { ok: true }) },
    { path: '/readyz', method: 'GET', handler: async (_, response) => ready(response, readiness) },
  ];
}

async function ready(response: ServerResponse, readiness: Readiness): Promise<void> {
  const parts = Object.entries(readiness);
  const states = await Promise.all(
    parts.map(async ([name, isReady]) => [name, await within(isReady)] as const),
  );
  const ok = states.every(([, is]) => is);
  answer(response, ok ? 200 : 503, { ok, ...Object.fromEntries(states) });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(`${JSON.stringify(body)}\n`);
}

/** `/healthz`: the process lives. `/readyz`: every part it needs answers; 503 and the names of those that do not otherwise. Rejects with a `ConfigError` where the port cannot be had. */
export function serveHealth(port: number, readiness: Readiness): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0];
    const route = healthRoutes(readiness).find((known) => known.path === path);
    if (route === undefined) return answer(response, 404, { ok: false });
    return route.handler(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(new ConfigError('HEALTH_PORT', `port ${port} cannot be had (${codeOf(error)}).`, '8082'));
    });
    server.listen(port, () => resolve(server));
  });
}

async function within(ready: () => Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref());
  return Promise.race([ready().catch(() => false), late]);
}
