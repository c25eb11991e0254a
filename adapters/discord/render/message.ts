import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
} from 'discord.js';
import { MessageFlags } from 'discord.js';
import type { Picture } from '../../../src/card/picture.ts';

/** A message of Components V2: it holds no `content`. Its pictures are drawn and sent with it, as `attachment://<name>`. */
export interface DiscordMessage {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly pictures?: readonly DiscordPicture[];
}

export interface DiscordPicture {
  readonly name: string;
  readonly picture: Picture;
  readonly alt: string;
}

/** The same words in the plainest form there is, for when Discord did not take the first. */
export interface PlainMessage {
  readonly content: string;
  readonly components: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
}

/** Whose card it is, and how it is answered where it stands. */
export interface Addressee {
  readonly userId: string;
  /** What is typed here does not reach the bot: a question has a button that opens a modal. */
  readonly writesInForm: boolean;
  /** What the card asks to be filled in stands in the form that its buttons open. */
  readonly fillsInForm?: true;
}

/** Nothing in a message of ours ever pings anybody. */
export const NO_PINGS = { parse: [] } as const;

/** Components V2, seen by one person alone. */
export const V2_ALONE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
