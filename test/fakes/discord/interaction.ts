import type { Fields } from '../slack/json.ts';
import type { FakeMessage } from './message.ts';

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
/** …#interaction-response-object-interaction-callback-type */
export const CALLBACK = {
  message: 4,
  deferMessage: 5,
  deferUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** Three seconds to the first response. */
export const FIRST_RESPONSE_MS = 3000;
/** A token is good for a quarter of an hour. */
export const TOKEN_MS = 15 * 60_000;

/** A press, a command or a sent modal, and what the bot made of it so far. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  /** The bot is no member of the server: five follow-ups are allowed. */
  readonly isUserInstall: boolean;
  /** The message whose component was pressed. */
  readonly source: FakeMessage | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As it was sent to the bot. */
  payload: Fields;
  msToCallback: number | undefined;
  callbackType: number | undefined;
  /** What `@original` is. */
  originalId: string | undefined;
  /** Fixed by the first response. */
  isEphemeral: boolean;
  followUps: number;
  choices: readonly Fields[];
  /** Called after the first response, or when there can be none any more. */
  settle: () => void;
}
