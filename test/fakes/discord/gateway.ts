import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Fields, fieldsOf, parseJson, textOf } from '../slack/json.ts';
import { type GatewaySession, INTENT, type Line, OP, say } from './gateway-line.ts';

/** What a bot said of itself. */
export interface Identify {
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly properties: Fields;
  readonly presence: unknown;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** One thing to tell. `data` is asked for each session, since not all may read the same. */
export interface Dispatch {
  readonly type: string;
  /** Without one it goes to shard 0. */
  readonly guildId: string | undefined;
  /** Told only to those that asked for it; 0: to everybody. */
  readonly intent: number;
  readonly data: (session: GatewaySession) => Fields;
}

export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatMs: number;
  /** The privileged intents that the application was granted. */
  readonly privileged: number;
  readonly greeting: (session: GatewaySession, resumeUrl: string) => Fields;
  /** What is told after READY. */
  readonly opening: (session: GatewaySession) => readonly { readonly t: string; readonly d: Fields }[];
  readonly origin: () => string;
  readonly changed: () => void;
  readonly started: () => void;
  readonly now: () => number;
}

const PRIVILEGED = INTENT.guildMembers | INTENT.guildPresences | INTENT.messageContent;
/** Closed with these, a session is over: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
const ENDS_SESSION = new Set([1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014]);

/** Discord's gateway: hello, identify, heartbeats, ready, dispatch, resume, reconnect, invalid session. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #lines = new Set<Line>();
  readonly #sessions = new Map<string, GatewaySession>();
  #refusals = 0;
  #isOffline = false;
  /** Every identify that was understood, and every resume with what came of it. */
  readonly identifies: Identify[] = [];
  readonly resumes: { readonly sessionId: string; readonly seq: number; readonly isTaken: boolean }[] = [];
  heartbeats = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  /** Lines of bots that are ready and can be told something. */
  get connections(): number {
    return [...this.#sessions.values()].filter(({ line }) => line !== undefined && !line.isStalled).length;
  }

  /** Closes every line. 4000 can be resumed; 1000, 4007 and 4009 cannot; 4004 and 4010 to 4014 are for good. */
  disconnect(code = 4000): void {
    for (const line of [...this.#lines]) this.#close(line, code);
  }

  /** Asks every bot to come back on a new line. */
  reconnect(): void {
    for (const line of this.#lines) say(line, { op: OP.reconnect, d: null });
  }

  /** Tells every bot that its session is not good. */
  invalidate(resumable: boolean): void {
    for (const line of this.#lines) {
      if (!resumable) this.#end(line.session);
      say(line, { op: OP.invalidSession, d: resumable });
    }
  }

  /** The lines that are open go dead without a word: no acks, no events. */
  stall(): void {
    for (const line of this.#lines) line.isStalled = true;
  }

  /** The next connects are turned away. */
  refuse(times: number): void {
    this.#refusals = times;
  }

  /** While offline nothing is told to anybody, now or later. */
  setOffline(isOffline: boolean): void {
    this.#isOffline = isOffline;
  }

  /** Tells it to every session of its shard; to those on a broken line once they resume. How many heard it now. */
  dispatch({ type, guildId, intent, data }: Dispatch): number {
    if (this.#isOffline) return 0;
    let heard = 0;
    for (const session of this.#sessions.values()) {
      if (!this.serves(session, guildId) || (intent !== 0 && (session.intents & intent) === 0)) continue;
      this.#tell(session, type, data(session));
      if (session.line !== undefined && !session.line.isStalled) heard += 1;
    }
    return heard;
  }

  serves({ shard: [index, count] }: GatewaySession, guildId: string | undefined): boolean {
    return guildId === undefined ? index === 0 : (BigInt(guildId) >> 22n) % BigInt(count) === BigInt(index);
  }

  upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer): void {
    if (this.#refusals > 0) {
      this.#refusals -= 1;
      duplex.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, duplex, head, (socket) => this.#connected(socket));
  }

  close(): void {
    for (const line of this.#lines) line.socket.terminate();
    this.#server.close();
  }

  #connected(socket: WebSocket): void {
    const line: Line = { socket, session: undefined, isStalled: false };
    this.#lines.add(line);
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      this.#lines.delete(line);
      if (line.session?.line === line) {
        line.session.line = undefined;
        if (ENDS_SESSION.has(code)) this.#end(line.session);
      }
      this.#options.changed();
    });
    socket.on('message', (data) => {
      if (!line.isStalled) this.#heard(line, fieldsOf(parseJson(String(data))));
    });
    say(line, { op: OP.hello, d: { heartbeat_interval: this.#options.heartbeatMs } });
  }

  #heard(line: Line, { op, d }: Fields): void {
    switch (op) {
      case OP.heartbeat:
        this.heartbeats += 1;
        say(line, { op: OP.ack });
        return;
      case OP.identify:
        this.#identify(line, fieldsOf(d));
        return;
      case OP.resume:
        this.#resume(line, fieldsOf(d));
        return;
      default:
        // Presence and the like: nothing follows from it here.
        if (line.session === undefined) this.#close(line, 4003);
    }
  }

  #identify(line: Line, data: Fields): void {
    const intents = Number(data.intents);
    const shard = shardOf(data.shard);
    const refused = this.#refusal(data.token, intents, shard);
    if (refused !== undefined) {
      this.#close(line, refused);
      return;
    }
    this.identifies.push({
      intents,
      shard,
      properties: fieldsOf(data.properties),
      presence: data.presence,
      at: this.#options.now(),
    });
    this.#options.started();
    const session: GatewaySession = {
      id: randomUUID().replaceAll('-', ''),
      intents,
      shard,
      told: [],
      line,
    };
    this.#sessions.set(session.id, session);
    line.session = session;
    const resumeUrl = `${this.#options.origin().replace('http', 'ws')}/gateway/resume`;
    this.#tell(session, 'READY', this.#options.greeting(session, resumeUrl));
    for (const { t, d } of this.#options.opening(session)) this.#tell(session, t, d);
    this.#options.changed();
  }

  /** The code that a line is closed with: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
  #refusal(token: unknown, intents: number, [index, count]: readonly [number, number]): number | undefined {
    if (token !== this.#options.token) return 4004;
    if (!Number.isInteger(intents)) return 4013;
    if ((intents & PRIVILEGED & ~this.#options.privileged) !== 0) return 4014;
    return index >= count ? 4010 : undefined;
  }

  #resume(line: Line, data: Fields): void {
    const seq = Number(data.seq);
    const session = this.#sessions.get(textOf(data.session_id));
    const isTaken = session !== undefined && data.token === this.#options.token && seq <= session.told.length;
    this.resumes.push({ sessionId: textOf(data.session_id), seq, isTaken });
    if (!isTaken || session === undefined) {
      say(line, { op: OP.invalidSession, d: false });
      return;
    }
    session.line?.socket.terminate();
    session.line = line;
    line.session = session;
    for (const { s, t, d } of session.told.slice(seq)) say(line, { op: OP.dispatch, s, t, d });
    this.#tell(session, 'RESUMED', { _trace: [] });
    this.#options.changed();
  }

  #tell(session: GatewaySession, t: string, d: Fields): void {
    const s = session.told.length + 1;
    session.told.push({ s, t, d });
    if (session.line !== undefined) say(session.line, { op: OP.dispatch, s, t, d });
  }

  #close(line: Line, code: number): void {
    if (ENDS_SESSION.has(code)) this.#end(line.session);
    if (line.session?.line === line) line.session.line = undefined;
    line.socket.close(code);
  }

  #end(session: GatewaySession | undefined): void {
    if (session === undefined) return;
    this.#sessions.delete(session.id);
    session.line = undefined;
  }
}

function shardOf(shard: unknown): readonly [number, number] {
  return Array.isArray(shard) ? [Number(shard[0]), Number(shard[1])] : [0, 1];
}
