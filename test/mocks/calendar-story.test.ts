import { describe, expect, test } from 'vitest';
import { CalendarProgram, readCalendar } from '../support/calendar-program.ts';
import { fileFor, movedTwiceAndCancelled } from '../support/calendar-story.ts';

const entries = movedTwiceAndCancelled();

describe.each([0, 1] as const)(
  'a session that is made, moved twice and cancelled, for attendee %i',
  (who) => {
    const files = entries.map((entry) => fileFor(entry, who));
    const texts = files.map(({ text }) => text);
    const read = texts.map(readCalendar);
    const all = <Of>(of: (entry: (typeof read)[number]) => Of) => read.map(of);

    test('keeps one UID and one organizer, and counts 0, 1, 2, 3 with later stamps each', () => {
      expect(new Set(all(({ uid }) => uid))).toEqual(new Set(['mock-7f3kq2@comeback-coach.invalid']));
      expect(new Set(all(({ organizer }) => JSON.stringify(organizer))).size).toBe(1);
      expect(new Set(all(({ attendee }) => JSON.stringify(attendee))).size).toBe(1);
      expect(all(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
      const stamps = all(({ stamp }) => stamp);
      expect(stamps.toSorted()).toEqual(stamps);
      expect(new Set(stamps).size).toBe(4);
    });

    test('says with method and status alike what becomes of the entry', () => {
      expect(all(({ method, status }) => `${method} ${status}`)).toEqual([
        'REQUEST CONFIRMED',
        'REQUEST CONFIRMED',
        'REQUEST CONFIRMED',
        'CANCEL CANCELLED',
      ]);
      expect(read[3]?.summary).toMatch(/^Cancelled: /);
      expect(files.map(({ name }) => name)).toEqual([
        'practice.ics',
        'practice.ics',
        'practice.ics',
        'practice-cancelled.ics',
      ]);
    });

    test('is in a calendar once, where it was last moved, and not at all at the end', () => {
      const program = new CalendarProgram();
      for (const text of texts.slice(0, 3)) expect(program.open(text)).toBe('taken');
      expect(program.shown().map(({ starts }) => starts)).toEqual(['2027-03-09T16:30:00Z']);
      expect(program.open(texts[3] ?? '')).toBe('taken');
      expect(program.shown()).toEqual([]);
    });

    test('is not brought back, nor moved back, by a file from before that is opened late or twice', () => {
      const program = new CalendarProgram();
      program.open(texts[2] ?? '');
      for (const text of texts.slice(0, 3)) expect(program.open(text)).toBe('ignored');
      expect(program.shown().map(({ starts }) => starts)).toEqual(['2027-03-09T16:30:00Z']);
      program.open(texts[3] ?? '');
      for (const text of texts) expect(program.open(text)).toBe('ignored');
      expect(program.shown()).toEqual([]);
    });

    test('is moved by the last file alone where somebody opened none in between', () => {
      const program = new CalendarProgram();
      program.open(texts[0] ?? '');
      program.open(texts[2] ?? '');
      expect(program.shown().map(({ ends }) => ends)).toEqual(['2027-03-09T17:30:00Z']);
    });
  },
);

test('two attendees have one entry, and each their own name in it', () => {
  const [ada, grace] = ([0, 1] as const).map((who) => readCalendar(fileFor(entries[0] ?? raise(), who).text));
  expect(ada?.uid).toBe(grace?.uid);
  expect(ada?.organizer).toEqual(grace?.organizer);
  expect([ada?.attendee.name, grace?.attendee.name]).toEqual(['Ada Lovelace', 'Grace Hopper']);
  expect(ada?.attendee.address).not.toBe(grace?.attendee.address);
});

test('no address leads anywhere, and none tells whose it is', () => {
  for (const { text } of entries.map((entry) => fileFor(entry, 0))) {
    const { organizer, attendee } = readCalendar(text);
    for (const { address } of [organizer, attendee])
      expect(address).toMatch(/^mailto:[\w-]+@comeback-coach\.invalid$/i);
    expect(attendee.address.toLowerCase()).not.toMatch(/ada|lovelace/);
  }
});

function raise(): never {
  throw new Error('the story has no beginning');
}
