import type { Incoming } from '../../../src/coach/incoming.ts';
import { remindIn } from '../../../src/conversation/remind-in.ts';
import type { Desk } from '../desk.ts';

/** The event with the zone of its person's Slack, where it is about reminders: nothing else needs it. */
export async function withZone(desk: Desk, incoming: Incoming): Promise<Incoming> {
  const { what, person } = incoming;
  const isAbout =
    what.type === 'said'
      ? remindIn(what.text) !== undefined
      : what.type === 'pressed' && what.action.startsWith('remind');
  const zone = isAbout ? await desk.names.zoneOf(person.userId) : undefined;
  return zone === undefined ? incoming : { ...incoming, zone };
}
