import type { Fields } from '../slack/json.ts';
import type { Gateway } from './gateway.ts';
import type { Modals } from './modals.ts';
import type { World } from './world.ts';

/** What the parts of the fake share. */
export interface App {
  readonly world: World;
  readonly gateway: Gateway;
  readonly modals: Modals;
  readonly violations: string[];
  readonly botToken: string;
  /** The application may read what people write in servers. */
  readonly hasContent: boolean;
  /** The application may list who is in a server. */
  readonly hasMembers: boolean;
  /** What `GET /applications/@me` says beside id, flags and bot. */
  readonly application: Fields;
  readonly shards: number;
  /** How long a nonce is remembered. */
  readonly nonceMs: number;
  /** How long a person waits for the first response. */
  readonly patienceMs: number;
  readonly sessionStarts: { remaining: number };
  /** The next first responses are answered with these codes. */
  readonly interactionFaults: (10062 | 40060)[];
  /** `http://127.0.0.1:<port>` */
  origin: string;
  changed: () => void;
}
