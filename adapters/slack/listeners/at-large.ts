import type { Handled } from '../../../src/coach/coach.ts';
import type { Happening, Incoming } from '../../../src/coach/incoming.ts';
import type { Desk } from '../desk.ts';
import type { Who } from '../receive/who.ts';
import { slackPlace } from '../slack-place.ts';
import { withZone } from './zone-of.ts';

/** What a person did outside every conversation with the bot: it is for their practice, wherever that stands. */
export async function happensAtLarge(
  desk: Desk,
  { eventId, person, installation }: Who & { readonly eventId: string },
  what: Happening,
  how: Pick<Incoming, 'unsaid' | 'repliesAlone'> = {},
): Promise<Handled> {
  const place = slackPlace(person.userId);
  const incoming: Incoming = { id: eventId, person, installation, place, atLarge: true, what, ...how };
  return desk.world.coach.handle(await withZone(desk, incoming));
}
