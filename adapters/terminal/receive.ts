import type { Button, Card } from '../../src/card/card.ts';
import type { Incoming } from '../../src/coach/incoming.ts';
import type { Ends } from '../../src/conversation/event.ts';
import type { PersonRef } from '../../src/who/person.ts';
import type { Place } from '../../src/who/place.ts';

/** A person's terminal is one place, whatever window it is in. */
export function terminalPlace(person: PersonRef): Place {
  return { platform: 'terminal', channel: person.userId };
}

/** The zone of the machine that the terminal is on (IANA): the person sits at it. */
function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A terminal was opened. `id` is chance from outside. */
export function attachedFrom(person: PersonRef, id: string): Incoming {
  return { id: `terminal-${id}`, person, place: terminalPlace(person), what: { type: 'attached' } };
}

export interface SaidInput {
  readonly id: string;
  readonly stamp: string;
  readonly text: string;
  readonly ends: Ends;
  readonly startsFresh?: boolean;
}

/** A line, a paste or a block of lines is one message. */
export function saidFrom(person: PersonRef, said: SaidInput): Incoming {
  const { id, stamp, text, ends, startsFresh } = said;
  return {
    id: `terminal-${id}`,
    person,
    place: terminalPlace(person),
    zone: ownZone(),
    what: {
      type: 'said',
      messageId: id,
      stamp,
      text,
      ends,
      ...(startsFresh === true ? { startsFresh } : {}),
    },
  };
}

/** Enter on an empty line is a press on the card's first choice. */
export function pressedFrom(person: PersonRef, id: string, button: Button, card: Card): Incoming {
  const { origin } = card;
  return {
    id: `terminal-${id}`,
    person,
    place: terminalPlace(person),
    zone: ownZone(),
    what: {
      type: 'pressed',
      action: button.action,
      ...(origin === undefined ? {} : { sessionId: origin.sessionId, turn: origin.turn }),
    },
  };
}
