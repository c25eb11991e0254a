import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Fields, fieldsOf, parseJson, textOf } from './json.ts';

/** What came of an envelope: its ack's payload, or the line closed first. */
export type SocketAnswer = { readonly payload: Fields } | { readonly lost: true };

interface Line {
  readonly socket: WebSocket;
  greeted: boolean;
  leaving: boolean;
  readonly pending: Map<string, (answer: SocketAnswer) => void>;
}

/** Who does not close after `disconnect` is closed. */
const GOODBYE_MS = 10_000;
const PING_EVERY_MS = 10_000;

/** Socket Mode: hello, envelopes, acks, disconnect. Each envelope goes to one line, in turn. */
export class Sockets {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #lines = new Set<Line>();
  readonly #tickets = new Set<string>();
  #next = 0;
  #refusals = 0;
  #helloAfterMs = 0;
  #goodbyeOnConnect: string[] = [];
  readonly #ping = setInterval(() => {
    for (const { socket } of this.#lines) socket.ping();
  }, PING_EVERY_MS).unref();

  /** The path of a new address, good for one line. */
  newPath(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `/link/?ticket=${ticket}&app_id=fake`;
  }

  /** Lines on which hello was said. */
  get open(): number {
    return [...this.#lines].filter((line) => line.greeted && !line.leaving).length;
  }

  refuse(times: number): void {
    this.#refusals = times;
  }

  holdHello(ms: number): void {
    this.#helloAfterMs = ms;
  }

  /** The next line hears `disconnect` before it hears hello. */
  disconnectWhileConnecting(reason: string): void {
    this.#goodbyeOnConnect.push(reason);
  }

  /** Says `disconnect` on every line, or on the oldest `count`. The other side is to close and come back. */
  disconnect(reason: string, count = this.#lines.size): void {
    for (const line of [...this.#lines].filter(({ leaving }) => !leaving).slice(0, count)) {
      line.leaving = true;
      say(line, { type: 'disconnect', reason, debug_info: { host: 'fake' } });
      setTimeout(() => line.socket.terminate(), GOODBYE_MS).unref();
    }
  }

  /** Every line breaks without a word. */
  cut(): void {
    for (const line of this.#lines) {
      line.leaving = true;
      line.socket.terminate();
    }
  }

  upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '', 'http://fake').searchParams.get('ticket') ?? '';
    if (this.#refusals > 0 || !this.#tickets.delete(ticket)) {
      this.#refusals = Math.max(0, this.#refusals - 1);
      duplex.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, duplex, head, (socket) => this.#connected(socket));
  }

  /** Undefined where no line is open. */
  send(
    type: string,
    payload: Fields,
    retry: { num: number; reason: string },
  ): Promise<SocketAnswer> | undefined {
    const lines = [...this.#lines].filter((line) => line.greeted && !line.leaving);
    const line = lines[this.#next++ % Math.max(1, lines.length)];
    if (line === undefined) return undefined;
    const envelopeId = randomUUID();
    return new Promise((resolve) => {
      line.pending.set(envelopeId, resolve);
      say(line, {
        envelope_id: envelopeId,
        type,
        payload,
        accepts_response_payload: type !== 'events_api',
        ...(type === 'events_api' ? { retry_attempt: retry.num, retry_reason: retry.reason } : {}),
      });
    });
  }

  close(): void {
    clearInterval(this.#ping);
    this.cut();
    this.#server.close();
  }

  #connected(socket: WebSocket): void {
    const line: Line = { socket, greeted: false, leaving: false, pending: new Map() };
    this.#lines.add(line);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      this.#lines.delete(line);
      for (const resolve of line.pending.values()) resolve({ lost: true });
    });
    socket.on('message', (data) => {
      const ack = fieldsOf(parseJson(String(data)));
      const id = textOf(ack.envelope_id);
      line.pending.get(id)?.({ payload: fieldsOf(ack.payload) });
      line.pending.delete(id);
    });
    const goodbye = this.#goodbyeOnConnect.shift();
    if (goodbye !== undefined) {
      line.leaving = true;
      say(line, { type: 'disconnect', reason: goodbye, debug_info: { host: 'fake' } });
      return;
    }
    if (this.#helloAfterMs === 0) this.#greet(line);
    else setTimeout(() => this.#greet(line), this.#helloAfterMs).unref();
  }

  #greet(line: Line): void {
    line.greeted = true;
    say(line, {
      type: 'hello',
      num_connections: [...this.#lines].filter(({ leaving }) => !leaving).length,
      debug_info: { host: 'fake', approximate_connection_time: 18_060 },
      connection_info: { app_id: 'A0COMEBACK' },
    });
  }
}

function say({ socket }: Line, frame: Fields): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
}
