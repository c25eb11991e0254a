import type { Card } from '../../src/card/card.ts';
import type { Delivery, Outcome, Performer } from '../../src/coach/ports.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { placeKey } from '../../src/who/place.ts';
import { terminalPlace } from './receive.ts';

/** Where cards are shown while a terminal is open and holds its place. */
export interface Surface {
  /** True once the card has been written out. */
  show(card: Card): Promise<boolean>;
}

/** How long a card waits that nobody can see now. The outbox makes it longer from try to try. */
const NOBODY_LOOKS_MS = 1_000;

/**
 * Shows cards in this terminal. `done` means written to stdout. While the place is not ours (the terminal is not
 * attached yet, was taken over, or the card is for somebody else) a card waits, for whoever holds the place.
 */
export function createTerminalPerformer(person: PersonRef, surface: () => Surface | undefined): Performer {
  const place = terminalPlace(person);
  const here = placeKey(place);
  return {
    name: 'terminal',
    reach: () => (surface() === undefined ? undefined : place),
    async perform({ order, place: to }: Delivery): Promise<Outcome> {
      switch (order.kind) {
        case 'close':
          return { outcome: 'done' };
        case 'critique':
        case 'bell':
          return { outcome: 'refused', reason: 'not-for-a-terminal' };
        case 'say':
        case 'revise': {
          const shown = placeKey(to) === here ? surface() : undefined;
          const written = shown !== undefined && (await shown.show(order.card));
          return written ? { outcome: 'done' } : { outcome: 'later', afterMs: NOBODY_LOOKS_MS };
        }
      }
    },
  };
}
