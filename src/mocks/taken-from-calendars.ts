import { type CalendarEntry, cancelledEntry, movedEntry } from './calendar/calendar-entry.ts';
import type { Member, Mock } from './mock.ts';
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

/**
 * Whoever has its entry gets the file of its new time when it is over: it begins at once, and they hear that by itself. The
 * platform's own event is nobody's message.
 */
export function withFilesLater(mock: Mock): MockTurn {
  const filesLater = coming(mock).map(({ id }) => id);
  // What was not announced is no event of the platform's yet.
  const effects: MockEffect[] = mock.stage === 'planned' ? [] : [{ type: 'event', status: 'moved' }];
  return { mock: { ...mock, filesLater }, effects };
}

/** The files that waited, to those who are still in it. */
export function filedLater(mock: Mock, at: string): MockTurn {
  const { filesLater, ...rest } = mock;
  if (filesLater === undefined) return { mock, effects: [] };
  const after: Mock = { ...rest, entry: movedEntry(mock.entry, mock, at) };
  const those = coming(after).filter(({ id }) => filesLater.includes(id));
  return { mock: after, effects: those.map(({ id }) => fileTo(id, after, after.entry)) };
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
  const effects = coming(mock).map(({ id }) => fileTo(id, mock, mock.entry));
  // What was not announced is no event of the platform's yet.
  return { mock, effects: mock.stage === 'planned' ? effects : [...effects, { type: 'event', status }] };
}

function coming({ members }: Mock): readonly Member[] {
  return members.filter(({ answer }) => answer === 'joined' || answer === 'observes');
}

function fileTo(to: string, { title }: Mock, entry: CalendarEntry): MockEffect {
  return { type: 'calendar', to, title, entry };
}
