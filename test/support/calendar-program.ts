import ICAL from 'ical.js';

/** A calendar file as a parser of other people reads it (ical.js, Mozilla's): names as in RFC 5545, dates as they stand there. */
export interface ReadEntry {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly status: string;
  readonly starts: string;
  readonly ends: string;
  readonly organizer: ReadPerson;
  readonly attendee: ReadPerson;
  readonly summary: string;
  readonly description: string;
  readonly location: string | undefined;
}
interface ReadPerson {
  readonly name: string;
  readonly address: string;
}

/** Throws where the file is none, or where anything is missing, or there more than once, that each of ours has once. */
export function readCalendar(text: string): ReadEntry {
  const calendar = ICAL.Component.fromString(text);
  const events = calendar.getAllSubcomponents();
  const [event] = events;
  if (event?.name !== 'vevent' || events.length > 1) throw new Error('not one VEVENT');
  const property = (of: ICAL.Component, name: string) => {
    const [found, ...more] = of.getAllProperties(name);
    if (found === undefined || more.length > 0) throw new Error(`${name}: not one`);
    return found;
  };
  const value = (name: string) => String(property(event, name).getFirstValue());
  const person = (name: string): ReadPerson => ({
    name: property(event, name).getFirstParameter('cn'),
    address: value(name),
  });
  for (const name of ['recurrence-id', 'rrule', 'rdate'])
    if (event.getFirstProperty(name) !== null) throw new Error(`${name} in a single entry`);
  return {
    method: String(property(calendar, 'method').getFirstValue()),
    uid: value('uid'),
    sequence: Number(value('sequence')),
    stamp: value('dtstamp'),
    status: value('status'),
    starts: value('dtstart'),
    ends: value('dtend'),
    organizer: person('organizer'),
    attendee: person('attendee'),
    summary: value('summary'),
    description: value('description'),
    location: event.getFirstProperty('location')?.getFirstValue()?.toString(),
  };
}

/**
 * A calendar program as RFC 5546 (2.1.5) describes one: it knows an entry by its UID, and takes a file only where its
 * SEQUENCE is higher, or the same with a later DTSTAMP. A program that is stricter in the field wants an organizer too, and
 * the one it knows.
 */
export class CalendarProgram {
  readonly #known = new Map<string, ReadEntry>();

  open(text: string): 'taken' | 'ignored' {
    const read = readCalendar(text);
    const known = this.#known.get(read.uid);
    if (known !== undefined && !isLater(read, known)) return 'ignored';
    if (known !== undefined && read.organizer.address !== known.organizer.address) return 'ignored';
    if (known === undefined && read.method === 'CANCEL') return 'ignored';
    this.#known.set(read.uid, read);
    return 'taken';
  }

  /** What the person sees in it. */
  shown(): readonly ReadEntry[] {
    return [...this.#known.values()].filter(({ method }) => method === 'REQUEST');
  }
}

function isLater(one: ReadEntry, other: ReadEntry): boolean {
  return one.sequence === other.sequence ? one.stamp > other.stamp : one.sequence > other.sequence;
}
