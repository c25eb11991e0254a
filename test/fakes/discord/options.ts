import type { Fields } from '../slack/json.ts';
import type { Permission } from './permissions.ts';

export interface FakeDiscordOptions {
  readonly botToken?: string;
  /** The application was granted the Message Content intent. Off unless said. */
  readonly contentIntent?: boolean;
  /** The application was granted the Server Members intent. Off unless said. */
  readonly membersIntent?: boolean;
  /** What `GET /applications/@me` says beside id, flags and bot. */
  readonly application?: Fields;
  /** How many shards `GET /gateway/bot` asks for. */
  readonly shards?: number;
  /** Discord's 41.25 seconds unless said. */
  readonly heartbeatMs?: number;
  /** How many identifies are left today. */
  readonly sessionStarts?: number;
  /** How long a nonce is remembered: five minutes unless said. */
  readonly nonceMs?: number;
  /** How long a person waits for the first response: three seconds unless said. */
  readonly patienceMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface GuildOptions {
  readonly name?: string;
  /** What the bot may do; what the install link asks for unless said. */
  readonly permissions?: readonly Permission[];
  /** Text channels by their ids. */
  readonly channels?: readonly string[];
  readonly botIsMember?: boolean;
}
