import { decodePress, type Press } from '../press.ts';
import { BlockActionsSchema } from './payload-schemas.ts';
import { type Who, whoActed } from './who.ts';

/** A button was pressed or an option chosen on one of our cards. */
export interface PressIn extends Who {
  /**
   * The click's own id: Slack's second delivery of a click has the same one, and two clicks have two.
   */
  readonly eventId: string;
  readonly press: Press;
  /** `press:<action>`, `choose`, `fill`, `form`, `share` or `when`. */
  readonly actionId: string;
  readonly channel?: string;
  readonly thread?: string;
  /** The message that the button stands in; none on the App Home or in a modal. */
  readonly messageTs?: string;
  /** Good for three seconds from the click, as Slack counts them. */
  readonly triggerId?: string;
  readonly responseUrl?: string;
  readonly viewId?: string;
  /** The modal's own note. */
  readonly privateMetadata?: string;
  /** It stands on the App Home. */
  readonly isHome: boolean;
  /** It stands on what only the person sees. */
  readonly isAlone: boolean;
}

const OURS = /^(?:press:.+|choose|fill|form|share|when)$/u;

/** What a `block_actions` payload tells; undefined for a control that carries no press of ours. */
export function pressIn(body: unknown): PressIn | undefined {
  const parsed = BlockActionsSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { actions, channel, message, container, view, trigger_id, response_url } = parsed.data;
  const [action] = actions;
  const who = whoActed(parsed.data);
  if (action === undefined || who === undefined || !OURS.test(action.action_id)) return undefined;
  const press = decodePress(action.value ?? action.selected_option?.value ?? '');
  if (press === undefined) return undefined;
  const where = {
    channel: channel?.id ?? container?.channel_id,
    thread: message?.thread_ts ?? container?.thread_ts,
    messageTs: container?.message_ts ?? message?.ts,
    triggerId: trigger_id,
    responseUrl: response_url,
    viewId: view?.id,
    privateMetadata: view?.private_metadata,
  };
  return {
    eventId: `slack-press-${who.person.userId}-${action.action_ts}-${press.action.replaceAll(':', '-')}`,
    press,
    actionId: action.action_id,
    ...who,
    ...known(where),
    isHome: view?.type === 'home',
    isAlone: container?.is_ephemeral === true,
  };
}

/** Whose press on which button of which message: two of one button have the same. */
export function buttonOf({ person, channel, messageTs, viewId, actionId, press }: PressIn): string {
  return JSON.stringify([person.scope, person.userId, channel, messageTs ?? viewId, actionId, press.action]);
}

/** The card belongs to another person: a press on it does nothing. */
export function isOthers({ press, person }: PressIn): boolean {
  return press.userId !== person.userId;
}

/** Leaves out what is not known. */
function known<K extends string>(
  fields: Readonly<Record<K, string | undefined>>,
): Partial<Record<K, string>> {
  const there = Object.entries(fields).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(there) as Partial<Record<K, string>>;
}
