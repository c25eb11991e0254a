import type { Deliveries } from './deliveries.ts';
import type { Fields } from './json.ts';
import type { FakeMessage } from './message.ts';
import { onTheWire } from './message.ts';
import type { World } from './world.ts';

/** What the methods of the Web API need of the rest of this Slack. */
export interface App {
  readonly world: World;
  readonly deliveries: Deliveries;
  readonly strict: boolean;
  readonly violations: string[];
  /** Where it listens: `http://127.0.0.1:P`, known once it does. */
  origin: string;
  statusWorks: boolean;
  echoes: boolean;
  /** A new address for one socket. */
  openSocket(): string;
}

/** One call, as a method sees it. `ownEvents`: what the bot hears of its own doing, after the answer. */
export interface CallContext {
  readonly app: App;
  readonly world: World;
  readonly ownEvents: Fields[];
  readonly tokenKind: 'bot' | 'app';
}

/** Answers what goes beside `ok: true`; says no by `refuse`. */
export type Method = (args: Fields, context: CallContext) => Fields;

export function wire(world: World, message: FakeMessage): Fields {
  return onTheWire(message, world.botUserId, world.appId, world.teamId);
}
