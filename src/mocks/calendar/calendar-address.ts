import { createHash } from 'node:crypto';

/**
 * Calendar programs want a mail address for everybody, and we have nobody's. These are shaped like one and lead nowhere:
 * `.invalid` exists in no network (RFC 2606), so an answer that a program sends comes back at once and reaches no stranger.
 * docs/decisions/0019-calendar-files.md tells what else was weighed.
 */
export const CALENDAR_DOMAIN = 'comeback-coach.invalid';

/** Somebody in a calendar file: a name to be read, and an address without `mailto:`. */
export interface CalendarPerson {
  readonly name: string;
  readonly address: string;
}

/** Who calls to every session. One for all of them and for ever: an entry whose organizer changes is another entry. */
export const COACH_IN_CALENDARS: CalendarPerson = {
  name: 'Comeback Coach',
  address: `coach@${CALENDAR_DOMAIN}`,
};

/** The same person (by any key of theirs) has the same address in every file, and nobody can read the key from it. */
export function calendarAddress(personKey: string): string {
  return `person-${createHash('sha256').update(personKey).digest('hex').slice(0, 20)}@${CALENDAR_DOMAIN}`;
}
