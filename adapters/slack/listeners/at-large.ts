import type { Handled } from '../../../src/coach/coach.ts';
import type { Happening, Incoming } from '../../../src/coach/incoming.ts';
import type { Desk } from '../desk.ts';
import type { Who } from '../receive/who.ts';
import { slackPlace } from '../slack-place.ts';

/** What a person did outside every conversation with the bot: it is for their practice, wherever that stands. */
export function happensAtLarge(
  desk: Desk,
  { eventId, person, installation }: Who & { readonly eventId: string },
  what: Happening,
  how: Pick<Incoming, 'unsaid'> = {},
): Promise<Handled> {
  const place = slackPlace(person.userId);
  return desk.world.coach.handle({ id: eventId, person, installation, place, atLarge: true, what, ...how });
}
