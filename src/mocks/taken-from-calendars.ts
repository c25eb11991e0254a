import { type CalendarEntry, cancelledEntry, movedEntry } from './calendar/calendar-entry.ts';
import type { Mock } from './mock.ts';
import type { MockEffect, MockTurn } from './mock-event.ts';

/** The session is held no more: it goes from the calendars of all who have it. */
export function takenFromCalendars(mock: Mock, at: string): MockTurn {
  const entry = cancelledEntry(mock.entry, at);
  if (entry === mock.entry) return { mock, effects: [] };
  return filed({ ...mock, entry }, 'cancelled');
}

/** The session is at another time: its entry moves. */
export function movedInCalendars(mock: Mock, at: string): MockTurn {
  const entry = movedEntry(mock.entry, mock, at);
  if (entry === mock.entry) return { mock, effects: [] };
  return filed({ ...mock, entry }, 'moved');
}

/** What else of the session is in calendars has changed, such as its title. */
export function retoldInCalendars(mock: Mock, at: string): MockTurn {
  return filed({ ...mock, entry: counted(mock.entry, at) }, 'moved');
}

/**
 * One person's entry goes, the others' stay. The entry itself counts on, so that a file they are given when they come back
 * is the later one.
 */
export function changedForOne(mock: Mock, id: string, at: string): MockTurn {
  const entry = counted(mock.entry, at);
  return {
    mock: { ...mock, entry },
    effects: [fileTo(id, mock, { ...entry, status: 'cancelled' })],
  };
}

/**
 * The entry to somebody who is new in it. Who went out of it before needs a later file than the one that took it out: of two
 * with one number a calendar program keeps the first.
 */
export function inCalendarOf(mock: Mock, id: string, cameBack: boolean, at: string): MockTurn {
  const now = cameBack ? { ...mock, entry: counted(mock.entry, at) } : mock;
  return { mock: now, effects: [fileTo(id, now, now.entry)] };
}

/** A change that moves nothing: the file is a later one all the same. */
function counted(entry: CalendarEntry, at: string): CalendarEntry {
  const { sequence, stampedAt } = cancelledEntry(entry, at);
  return { ...entry, sequence, stampedAt };
}

/** To everybody who was given its file, and where the platform has events of its own. */
function filed(mock: Mock, status: 'moved' | 'cancelled'): MockTurn {
  const effects = mock.members
    .filter(({ answer }) => answer === 'joined' || answer === 'observes')
    .map(({ id }) => fileTo(id, mock, mock.entry));
  // What was not announced is no event of the platform's yet.
  return { mock, effects: mock.stage === 'planned' ? effects : [...effects, { type: 'event', status }] };
}

function fileTo(to: string, { title }: Mock, entry: CalendarEntry): MockEffect {
  return { type: 'calendar', to, title, entry };
}
