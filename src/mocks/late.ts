import { isBy, later } from './instants.ts';
import type { Mock } from './mock.ts';
import type { MockEvent } from './mock-event.ts';

/** People write when they have time: what comes within a week of a session's end is taken as if it had come in time. */
const TAKEN_LATE_MS = 7 * 24 * 60 * 60_000;

/** Whether an event of this kind may mean something to a session that is over. */
export function mayComeLate(event: MockEvent): boolean {
  switch (event.type) {
    case 'carded':
    case 'typed':
    case 'critiqued':
      return true;
    case 'pressed':
      return event.what === 'send' || event.what === 'keep';
    default:
      return false;
  }
}

/** Whether a session takes what happens now. One that is over takes what is written in it, for a while. */
export function isTaken(mock: Mock, event: MockEvent, at: string): boolean {
  if (mock.stage !== 'over') return true;
  if (!mayComeLate(event)) return false;
  // What the coach read was sent in time, and nobody is kept from taking back what is theirs.
  const isAtAnyTime = event.type === 'critiqued' || (event.type === 'pressed' && event.what === 'keep');
  return isAtAnyTime || takesWords(mock, at);
}

/** Whether cards and answers can be written in it: until a week after it was held. */
export function takesWords(mock: Mock, at: string): boolean {
  if (mock.stage !== 'over') return true;
  return mock.ended === 'held' && isBy(at, later(mock.endsAt, TAKEN_LATE_MS));
}
