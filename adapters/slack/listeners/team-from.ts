import type { TeamFrom } from '../../../src/coach/teams/team-from.ts';
import { placeKey } from '../../../src/who/place.ts';
import type { Desk } from '../desk.ts';
import type { Who } from '../receive/who.ts';
import { slackPlace } from '../slack-place.ts';

/** Somebody who did something of a team's, and where. */
export interface TeamActor extends Who {
  readonly eventId: string;
  /** What the payload calls them. */
  readonly called: string | undefined;
  readonly channel: string | undefined;
}

/** With what their profile tells: where it cannot be read they have no zone, and are nobody's admin. */
export async function teamFrom(desk: Desk, actor: TeamActor): Promise<TeamFrom> {
  const { eventId: id, person, called, channel } = actor;
  const { name, zone, isAdmin = false } = await desk.names.profileOf(person.userId);
  return {
    id,
    person,
    name: name ?? called ?? 'Somebody',
    zone,
    isAdmin,
    installation: { externalId: desk.installation },
    offered: desk.offered,
    channel: isOfTeam(channel) ? placeKey(slackPlace(channel)) : undefined,
  };
}

/** A channel that several read, not the direct messages of one. */
function isOfTeam(channel: string | undefined): channel is string {
  return channel !== undefined && !channel.startsWith('D');
}
