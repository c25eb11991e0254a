import type { PersonRef } from '../../../src/who/person.ts';
import type { Place } from '../../../src/who/place.ts';
import { teamIdOf } from '../../../src/who/team.ts';
import type { Addressee } from '../render/message.ts';

/** What is said of a team's sessions is a delivery of the team's: behind its name there is no user of Discord's. */
export function isOfTeam(person: PersonRef): boolean {
  return teamIdOf(person) !== undefined;
}

/**
 * Who a card is for that several people read: its buttons and menus carry this where the owner's id would stand, which no
 * user has. Who presses them is told by the press. Nobody hears what is typed there.
 */
export const ALL_OF_THEM: Addressee = { userId: '0', writesInForm: true, fillsInForm: true };

/** The place of a group whose private thread could not be had (`gather`): it is named, and is nowhere. */
export function isNowhere({ channel }: Place): boolean {
  return channel === 'team';
}
