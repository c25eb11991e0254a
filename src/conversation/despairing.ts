import { tellsDespair, tellsDespairAnew } from '../critique/despair.ts';
import type { SessionEvent } from './event.ts';
import { joined } from './part.ts';
import { partsIn } from './parts-in.ts';
import type { Session } from './session.ts';

/**
 * What the person just wrote speaks of not wanting to live, wherever they wrote it. An edit and a form bring old words
 * along: only what they say that the practice did not hold at that place before counts, so that nobody who chose to go
 * on is stopped at each save. `session` as it stood before.
 */
export function saysDespair(event: SessionEvent, session?: Session): boolean {
  switch (event.type) {
    case 'said':
      return tellsDespair(event.part.text);
    case 'edited': {
      const stored = session === undefined ? [] : partsIn(session).filter(({ id }) => id === event.partId);
      return tellsDespairAnew(joined(stored), event.text);
    }
    case 'filled':
      return Object.entries(event.values).some(([step, value]) =>
        tellsDespairAnew(joined(session?.answers[step] ?? []), value),
      );
    default:
      return false;
  }
}
