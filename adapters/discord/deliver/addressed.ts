import type { Delivery } from '../../../src/coach/ports.ts';
import { waysIn } from '../discord-place.ts';

/**
 * The user whose direct messages the delivery's place names, where they are not the delivery's own person: of a team's
 * session that one is the team, or whose words are in it. Undefined where the place names no user.
 */
export function addressedIn({ place, person }: Pick<Delivery, 'place' | 'person'>): string | undefined {
  const ways = waysIn(place);
  const named = ways.includes(person.userId) ? person.userId : ways[0];
  return named !== undefined && isUserId(named) ? named : undefined;
}

/** Whether Discord can know a user by it: a team's name, for example, is none. */
export function isUserId(id: string): boolean {
  return /^\d+$/.test(id);
}
