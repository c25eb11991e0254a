import { createServer, type Server } from 'node:http';
import { ConfigError, codeOf } from './errors.ts';

export interface Readiness {
  readonly [part: string]: () => Promise<boolean>;
}

/** How long one part may take to say that it is ready. */
const PATIENCE_MS = 2_000;

/** `/healthz`: the process lives. `/readyz`: every part it needs answers; 503 and the names of those that do not otherwise. Rejects with a `ConfigError` where the port cannot be had. */
export function serveHealth(port: number, readiness: Readiness): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/healthz') return answer(200, { ok: true });
    if (path !== '/readyz') return answer(404, { ok: false });
    const parts = Object.entries(readiness);
    const states = await Promise.all(
      parts.map(async ([name, ready]) => [name, await within(ready)] as const),
    );
    const ok = states.every(([, ready]) => ready);
    return answer(ok ? 200 : 503, { ok, ...Object.fromEntries(states) });

    function answer(status: number, body: object): void {
      response
        .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(`${JSON.stringify(body)}\n`);
    }
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
