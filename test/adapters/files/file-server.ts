import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on loopback, until the test ends; `asked` are the requests it had, with the token that came with each. */
export async function serveFiles(handler: Handler) {
  const asked: { path: string | undefined; token: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url, token: request.headers.authorization });
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

export const plain: (body: string | Buffer, status?: number) => Handler =
  (body, status = 200) =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(body);
  };

/** Sends on to another address. */
export const sendsOn: (location: string) => Handler = (location) => (_, response) => {
  response.writeHead(302, { location }).end();
};
