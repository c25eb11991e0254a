import { type Card, text } from '../../src/card/card.ts';
import type { Delivery, Outcome, Performer } from '../../src/coach/ports.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { type Place, placeKey } from '../../src/who/place.ts';
import { terminalPlace } from './receive.ts';

/** Where cards are shown while a terminal is open and holds its place. */
export interface Surface {
  /** True once the card has been written out. */
  show(card: Card): Promise<boolean>;
}

/** A terminal has a shell beside it, and files are for that. */
const EXPORT_CARD: Card = {
  v: 1,
  blocks: [
    text('To get everything I hold about you as files, leave with exit and type: npm run coach -- export'),
  ],
  buttons: [],
  asks: 'nothing',
};

/** How long a card waits that nobody can see now. The outbox makes it longer from try to try. */
const NOBODY_LOOKS_MS = 1_000;

/**
 * Shows cards in this terminal. `done` means written to stdout. While the place is not ours (the terminal is not
 * attached yet, was taken over, or the card is for somebody else) a card waits, for whoever holds the place.
 */
export function createTerminalPerformer(person: PersonRef, surface: () => Surface | undefined): Performer {
  const place = terminalPlace(person);
  const here = placeKey(place);
  async function shown(to: Place, card: Card): Promise<Outcome> {
    const screen = placeKey(to) === here ? surface() : undefined;
    const written = screen !== undefined && (await screen.show(card));
    return written ? { outcome: 'done' } : { outcome: 'later', afterMs: NOBODY_LOOKS_MS };
  }

  return {
    name: 'terminal',
    reach: () => (surface() === undefined ? undefined : place),
    async perform({ order, place: to }: Delivery): Promise<Outcome> {
      switch (order.kind) {
        case 'close':
          return { outcome: 'done' };
        case 'critique':
        case 'bell':
        case 'open':
        case 'point':
        case 'share':
        case 'gather':
        case 'teamCritique':
        case 'event':
        case 'roster':
        case 'file':
          return { outcome: 'refused', reason: 'not-for-a-terminal' };
        case 'export':
          return shown(to, EXPORT_CARD);
        case 'say':
        case 'revise':
        case 'remind':
          return shown(to, order.card);
      }
    },
  };
}
