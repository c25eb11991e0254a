import { COACH_IN_CALENDARS, calendarAddress } from '../../src/mocks/calendar/calendar-address.ts';
import {
  type CalendarEntry,
  CalendarEntrySchema,
  cancelledEntry,
  movedEntry,
  newEntry,
} from '../../src/mocks/calendar/calendar-entry.ts';
import { type CalendarFile, calendarFile } from '../../src/mocks/calendar/calendar-file.ts';
import { calendarWords } from '../../src/mocks/calendar/calendar-words.ts';

/** Two people; each has a copy of their own. */
const PEOPLE = ['Ada Lovelace', 'Grace Hopper'] as const;

/** What a session was, four times: made, moved twice, cancelled. Stored in between as a process that ends would leave it. */
export function movedTwiceAndCancelled(): CalendarEntry[] {
  const made = newEntry('7f3kq2', onThe('2027-03-08', '15:00'), '2027-03-01T09:00:00.250Z');
  const moved = movedEntry(restarted(made), onThe('2027-03-09', '15:00'), '2027-03-02T10:30:00Z');
  // The clock was set back over night.
  const again = movedEntry(restarted(moved), onThe('2027-03-09', '16:30'), '2027-03-02T10:29:00Z');
  return [made, moved, again, cancelledEntry(restarted(again), '2027-03-05T08:00:00Z')];
}

/** The file of an entry for the first of the two people, or the second. */
export function fileFor(entry: CalendarEntry, who: 0 | 1): CalendarFile {
  return calendarFile(entry, {
    ...calendarWords([PEOPLE[1 - who] ?? '']),
    place: 'Your direct messages with the coach',
    attendee: { name: PEOPLE[who], address: calendarAddress(PEOPLE[who]) },
    organizer: COACH_IN_CALENDARS,
  });
}

function onThe(date: string, time: string): { startsAt: string; endsAt: string } {
  const [hours, minutes] = time.split(':');
  return { startsAt: `${date}T${time}:00Z`, endsAt: `${date}T${Number(hours) + 1}:${minutes}:00Z` };
}

function restarted(entry: CalendarEntry): CalendarEntry {
  return CalendarEntrySchema.parse(JSON.parse(JSON.stringify(entry)));
}
