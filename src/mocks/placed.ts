import { notPostedCard } from './cards/no-place-cards.ts';
import type { Group, Mock } from './mock.ts';
import type { MockTurn } from './mock-event.ts';
import { withGroup } from './people.ts';

/** A group's place was opened: what is said in it from now on goes there. */
export function placed(mock: Mock, no: number, place: string): MockTurn {
  const group = mock.groups.find((one) => one.no === no);
  return { mock: group === undefined ? mock : withGroup(mock, { ...group, place }), effects: [] };
}

/** The announcement stands in the channel, under this name. */
export function posted(mock: Mock, ref: string): MockTurn {
  return { mock: { ...mock, announcedAs: ref }, effects: [] };
}

/** The platform has an event of its own for it, under this name. */
export function listed(mock: Mock, ref: string): MockTurn {
  return { mock: { ...mock, listedAs: ref }, effects: [] };
}

/** It could not be posted: whoever organises hears what to do. */
export function notPosted(mock: Mock): MockTurn {
  if (mock.stage === 'over') return { mock, effects: [] };
  return { mock, effects: [{ type: 'tell', to: mock.organizer.id, card: notPostedCard(mock) }] };
}

/** Others come to the group: they get a place of their own together. */
export function withoutPlace({ place: _, placeless: __, ...group }: Group): Group {
  return group;
}
