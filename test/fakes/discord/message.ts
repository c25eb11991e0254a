import type { Fields } from '../slack/json.ts';

/** https://discord.com/developers/docs/resources/message#message-object-message-flags */
export const FLAGS = { ephemeral: 1 << 6, loading: 1 << 7, voice: 1 << 13, componentsV2: 1 << 15 } as const;
/** What a message type says that no person wrote. */
export const TYPES = { plain: 0, added: 1, reply: 19, slash: 20, contextMenu: 23 } as const;

/** A message as it stands. Fields are named as Discord names them; never changed in place. */
export interface FakeMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id: string | undefined;
  readonly type: number;
  readonly author: { readonly id: string };
  readonly content: string;
  readonly components: readonly Fields[];
  readonly embeds: readonly Fields[];
  readonly attachments: readonly Fields[];
  readonly flags: number;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  /** The ids of those it mentions. */
  readonly mentions: readonly string[];
  /** The id of the message it answers. */
  readonly replyTo: string | undefined;
  readonly nonce: string | undefined;
  /** Only this person sees it. */
  readonly ephemeralTo: string | undefined;
  /** The interaction that it answers. */
  readonly interactionId: string | undefined;
}

export function isEphemeral({ flags }: FakeMessage): boolean {
  return (flags & FLAGS.ephemeral) !== 0;
}
