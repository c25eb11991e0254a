import type { Handled } from '../../../src/coach/coach.ts';
import type { Happening, Incoming } from '../../../src/coach/incoming.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import type { Desk } from '../desk.ts';
import { discordPlace } from '../discord-place.ts';
import type { InteractionIn } from '../receive/interaction-event.ts';

/** A person's home is the app, never a server: what they told here is not shown to another server's people either. */
export function personOf({ appId, userId }: Pick<InteractionIn, 'appId' | 'userId'>): PersonRef {
  return { platform: 'discord', scope: appId, userId };
}

/** Where somebody acted, as far as their practice can stand there: direct messages with the bot, or a thread. */
export function whereOf(i: InteractionIn): Pick<Incoming, 'place' | 'atLarge' | 'pointer' | 'overheard'> {
  const { channel } = i;
  if (i.isBotHere && channel.isDm) return { place: discordPlace(channel.id), atLarge: true, pointer: true };
  if (i.isBotHere && channel.isThread && channel.parentId !== undefined && !isOnEphemeralCard(i))
    return { place: discordPlace(channel.parentId, channel.id), pointer: true, overheard: true };
  return { place: discordPlace(i.userId), atLarge: true };
}

/** On a card that only the person sees: it stands in no conversation. */
function isOnEphemeralCard(i: InteractionIn): boolean {
  return i.kind === 'component' && i.isEphemeral;
}

/** What a person did in an interaction. */
export function happens(
  desk: Desk,
  i: InteractionIn,
  what: Happening,
  how: Pick<Incoming, 'unsaid' | 'begins' | 'repliesAlone'> & { readonly at?: 'large' } = {},
): Promise<Handled> {
  const { at, ...more } = how;
  const where = at === 'large' ? { place: discordPlace(i.userId), atLarge: true as const } : whereOf(i);
  return desk.world.coach.handle({ id: i.eventId, person: personOf(i), ...where, ...more, what });
}
