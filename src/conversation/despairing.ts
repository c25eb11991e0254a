import { tellsDespair } from '../critique/despair.ts';
import type { SessionEvent } from './event.ts';

/** What the person just wrote speaks of not wanting to live, wherever they wrote it. */
export function saysDespair(event: SessionEvent): boolean {
  switch (event.type) {
    case 'said':
      return tellsDespair(event.part.text);
    case 'edited':
      return tellsDespair(event.text);
    case 'filled':
      return Object.values(event.values).some(tellsDespair);
    default:
      return false;
  }
}
