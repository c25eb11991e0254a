import { invitationCard } from './cards/invitation-card.ts';
import { unrosteredCard } from './cards/unrostered-card.ts';
import type { Mock } from './mock.ts';
import type { Asked, MockEffect, MockTurn, Unrostered } from './mock-event.ts';
import { memberOf, withMember } from './people.ts';

/**
 * Those who are asked by name, each in a message of their own. Who is asked already is not asked again; whoever organises
 * knows of it, and joins in the channel where they like to.
 */
export function rostered(mock: Mock, people: readonly Asked[]): MockTurn {
  if (mock.stage !== 'planned' && mock.stage !== 'invited') return { mock, effects: [] };
  const fresh = people.filter(({ id }) => id !== mock.organizer.id && memberOf(mock, id) === undefined);
  const after = fresh.reduce((sum, person) => withMember(sum, person, {}), mock);
  if (after.stage === 'planned') return { mock: after, effects: [] };
  return { mock: after, effects: fresh.map((one) => invited(after, one)) };
}

export function invited(mock: Mock, { id, zone }: Pick<Asked, 'id' | 'zone'>): MockEffect {
  return { type: 'tell', to: id, card: invitationCard(mock, zone === undefined ? {} : { zone }) };
}

/** It goes on with those who join; whoever organises hears why nobody was asked, and what would mend it. */
export function unrostered(mock: Mock, why: Unrostered): MockTurn {
  if (mock.stage === 'over' || mock.stage === 'closing') return { mock, effects: [] };
  return { mock, effects: [{ type: 'tell', to: mock.organizer.id, card: unrosteredCard(mock, why) }] };
}
