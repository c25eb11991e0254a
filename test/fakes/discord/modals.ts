import type { Fields } from '../slack/json.ts';
import type { FakeMessage } from './message.ts';

/** A modal on somebody's screen. */
export interface FakeModal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly Fields[];
  readonly channelId: string;
  /** The message whose button opened it. */
  readonly source: FakeMessage | undefined;
}

/** One a person: a new one takes the place of the old. */
export type Modals = Map<string, FakeModal>;
