import type { Attempt } from './posting.ts';

/**
 * Lines that go out with a card, as messages of their own: under the name of the delivery Discord would take the card for
 * the same message. `mark`: one character that tells several of them apart; base64url, of which the names are, has it not.
 */
export function underItsOwnName(attempt: Attempt, mark: '~' | '+'): Attempt {
  const { delivery } = attempt;
  return { ...attempt, delivery: { ...delivery, deliveryId: `${delivery.deliveryId.slice(0, -1)}${mark}` } };
}
