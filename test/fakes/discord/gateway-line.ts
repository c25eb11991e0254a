import type { WebSocket } from 'ws';
import type { Fields } from '../slack/json.ts';

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const;

/** https://discord.com/developers/docs/topics/gateway#gateway-intents */
export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** What a bot was told, kept so that it can be told again after a broken line. */
export interface GatewaySession {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly told: { readonly s: number; readonly t: string; readonly d: Fields }[];
  line: Line | undefined;
}

export interface Line {
  readonly socket: WebSocket;
  session: GatewaySession | undefined;
  /** It hears nothing more and gets no acks, and does not know it. */
  isStalled: boolean;
}

export function say({ socket, isStalled }: Line, frame: Fields): void {
  if (!isStalled && socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
}
