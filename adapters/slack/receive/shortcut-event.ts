import { filesOf, type SlackFile } from './files.ts';
import { MessageActionSchema, ShortcutSchema } from './payload-schemas.ts';
import { type Who, whoActed } from './who.ts';

interface Called extends Who {
  readonly eventId: string;
  /** Good for three seconds from the click, as Slack counts them. */
  readonly triggerId?: string;
  readonly responseUrl?: string;
}

/** A shortcut was chosen: from the search bar, or from the menu of a message. */
export type ShortcutIn =
  | ({ readonly kind: 'global' } & Called)
  | ({
      readonly kind: 'message';
      /** The message is the caller's own words. */
      readonly own: boolean;
      /** As Slack sends it. */
      readonly text: string;
      readonly files: readonly SlackFile[];
      readonly channel: string;
      readonly thread?: string;
      readonly ts: string;
    } & Called);

export const PRACTISE_SHORTCUT = 'practise_answer';
export const CRITIQUE_SHORTCUT = 'critique_answer';

/** What the payload of one of our two shortcuts tells; undefined for any other. */
export function shortcutIn(body: unknown): ShortcutIn | undefined {
  const onMessage = MessageActionSchema.safeParse(body);
  const parsed = onMessage.success ? onMessage : ShortcutSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { callback_id, action_ts, trigger_id, response_url } = parsed.data;
  const who = whoActed(parsed.data);
  if (who === undefined) return undefined;
  const called: Called = {
    eventId: `slack-shortcut-${who.person.userId}-${action_ts}`,
    ...who,
    ...(trigger_id === undefined ? {} : { triggerId: trigger_id }),
    ...(response_url === undefined ? {} : { responseUrl: response_url }),
  };
  if (!onMessage.success)
    return callback_id === PRACTISE_SHORTCUT ? { kind: 'global', ...called } : undefined;
  if (callback_id !== CRITIQUE_SHORTCUT) return undefined;
  const { message, channel } = onMessage.data;
  return {
    kind: 'message',
    ...called,
    own: message.user === who.person.userId && message.bot_id === undefined,
    text: message.text,
    files: filesOf(message),
    channel: channel.id,
    ...(message.thread_ts === undefined ? {} : { thread: message.thread_ts }),
    ts: message.ts,
  };
}
