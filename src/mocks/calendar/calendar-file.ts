import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { cleanText } from '../../text/clean.ts';
import type { CalendarPerson } from './calendar-address.ts';
import type { CalendarEntry } from './calendar-entry.ts';

/** What one person reads in their copy of an entry. `place`: where it happens, in words. */
export interface CalendarDetails {
  readonly title: string;
  readonly words: string;
  readonly place?: string;
  readonly attendee: CalendarPerson;
  readonly organizer: CalendarPerson;
}

export interface CalendarFile {
  readonly name: string;
  readonly text: string;
}

const PRODUCT = { company: 'comeback-coach', product: 'mock-sessions', language: 'EN' };

/**
 * One person's calendar file (RFC 5545, and 5546 for its method): the same for the same entry and details, to the byte.
 * Opened, it adds the entry, moves it, or takes it away; docs/decisions/0019-calendar-files.md says why by these methods.
 */
export function calendarFile(entry: CalendarEntry, details: CalendarDetails): CalendarFile {
  const isOff = entry.status === 'cancelled';
  const calendar = ical({
    prodId: PRODUCT,
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    // The generator has a time and an id by chance for whatever is left out of these four.
    id: entry.uid,
    stamp: entry.stampedAt,
    start: entry.startsAt,
    end: entry.endsAt,
    lastModified: entry.stampedAt,
    sequence: entry.sequence,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // Where a program does not know CANCEL and keeps the entry, it says so itself and leaves the hour free.
    summary: `${isOff ? 'Cancelled: ' : ''}${cleanText(details.title)}`,
    transparency: isOff ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    description: cleanText(details.words),
    location: details.place === undefined ? null : cleanText(details.place),
    organizer: { name: nameOf(details.organizer), email: details.organizer.address },
    // Whoever shares a calendar with colleagues shows them that the hour is taken, and not for what.
    class: ICalEventClass.PRIVATE,
  });
  event.createAttendee({
    name: nameOf(details.attendee),
    email: details.attendee.address,
    role: ICalAttendeeRole.REQ,
    // They said yes in the chat, and their answer here would be a mail to nobody: none is asked for.
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  });
  const name = isOff ? 'practice-cancelled.ics' : 'practice.ics';
  // The generator leaves the last line open, which RFC 5545 (3.4) does not.
  return { name, text: `${calendar.toString()}\r\n` };
}

/**
 * A name is a parameter, whose value has no way to hold a double quote or a line end (RFC 5545, 3.2). RFC 6868 gives one
 * by carets, which few programs read and show as they are. The generator puts a second backslash before each. So these
 * four are told by what looks like them.
 */
function nameOf({ name, address }: CalendarPerson): string {
  const plain = cleanText(name)
    .replace(/"/gu, "'")
    .replace(/\\/gu, '/')
    .replace(/[\s^]+/gu, ' ')
    .trim();
  return plain === '' ? address : plain;
}
