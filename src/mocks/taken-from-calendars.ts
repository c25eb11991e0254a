import { cancelledEntry, movedEntry } from './calendar-entry.ts';
import type { Mock } from './mock.ts';
import type { MockEffect, MockTurn } from './mock-event.ts';

/** The session is held no more: it goes from the calendars of all who have it. */
export function takenFromCalendars(mock: Mock, at: string): MockTurn {
  const entry = cancelledEntry(mock.entry, at);
  if (entry === mock.entry) return { mock, effects: [] };
  return {
    mock: { ...mock, entry },
    effects: [
      ...inCalendars(mock).map((to): MockEffect => ({ type: 'calendar', to, status: 'cancelled' })),
      { type: 'event', status: 'cancelled' },
    ],
  };
}

/** The session is at another time: its entry moves. */
export function movedInCalendars(mock: Mock, at: string): MockTurn {
  const entry = movedEntry(mock.entry, mock, at);
  if (entry === mock.entry) return { mock, effects: [] };
  return {
    mock: { ...mock, entry },
    effects: [
      ...inCalendars(mock).map((to): MockEffect => ({ type: 'calendar', to, status: 'confirmed' })),
      { type: 'event', status: 'moved' },
    ],
  };
}

/**
 * One person's entry goes, the others' stay. The entry itself counts on, so that a file they are given when they come back
 * is the later one.
 */
export function changedForOne(mock: Mock, id: string, at: string): MockTurn {
  const { sequence, stampedAt } = cancelledEntry(mock.entry, at);
  return {
    mock: { ...mock, entry: { ...mock.entry, sequence, stampedAt } },
    effects: [{ type: 'calendar', to: id, status: 'cancelled' }],
  };
}

/** Who was given its file. */
function inCalendars({ members }: Mock): readonly string[] {
  return members.filter(({ answer }) => answer === 'joined' || answer === 'observes').map(({ id }) => id);
}
