import { EnvelopeSchema, HomeOpenedSchema, LifecycleSchema } from './payload-schemas.ts';
import { installationOf, type Who, whoOf } from './who.ts';

/** The person looks at the app: its Home, or its messages. */
export interface HomeOpened extends Who {
  readonly tab: 'home' | 'messages';
  /** Their direct messages with the bot. */
  readonly channel?: string;
}

/** What an `app_home_opened` event tells; undefined for anything else. */
export function homeOpenedIn(body: unknown): HomeOpened | undefined {
  const envelope = EnvelopeSchema.safeParse(body);
  if (!envelope.success) return undefined;
  const event = HomeOpenedSchema.safeParse(envelope.data.event);
  if (!event.success) return undefined;
  const { user, tab, channel } = event.data;
  const who = whoOf(envelope.data, user);
  return who === undefined ? undefined : { ...who, tab, ...(channel === undefined ? {} : { channel }) };
}

/**
 * The app was removed, or its bot token revoked: which installation is gone. Undefined for anything else, tokens of
 * users alone among it. Slack sends both at a removal, in either order.
 */
export function lifecycleIn(body: unknown): { readonly installation: string } | undefined {
  const envelope = EnvelopeSchema.safeParse(body);
  if (!envelope.success) return undefined;
  const event = LifecycleSchema.safeParse(envelope.data.event);
  if (!event.success) return undefined;
  if (event.data.type === 'tokens_revoked' && event.data.tokens.bot.length === 0) return undefined;
  const installation = installationOf(envelope.data);
  return installation === undefined ? undefined : { installation };
}
