import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { COACH_IN_CALENDARS, calendarAddress } from '../../src/mocks/calendar/calendar-address.ts';
import { cancelledEntry, newEntry } from '../../src/mocks/calendar/calendar-entry.ts';
import { calendarFile } from '../../src/mocks/calendar/calendar-file.ts';
import { calendarWords } from '../../src/mocks/calendar/calendar-words.ts';
import { cleanText } from '../../src/text/clean.ts';
import { readCalendar } from '../support/calendar-program.ts';

const entry = newEntry(
  'abc',
  { startsAt: '2027-03-08T15:00:00Z', endsAt: '2027-03-08T15:30:00Z' },
  '2027-03-01T09:00:00Z',
);

interface Said {
  readonly title: string;
  readonly words: string;
  readonly place: string;
  readonly name: string;
}

function fileOf({ title, words, place, name }: Said, of = entry): string {
  const attendee = { name, address: calendarAddress('ada') };
  return calendarFile(of, { title, words, place, attendee, organizer: COACH_IN_CALENDARS }).text;
}

function isWellFolded(text: string): boolean {
  const lines = text.split('\r\n');
  return (
    lines.pop() === '' &&
    lines.every((line) => {
      const octets = Buffer.from(line, 'utf8');
      // A character that was cut in two would come back as another one.
      return octets.length <= 75 && octets.toString('utf8') === line && !/[\r\n]/.test(line);
    })
  );
}

/** What breaks calendar files, mixed with anything. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom('\\', ';', ',', ':', '"', "'", '^', '^n', '\\n', '\n', '\r\n', '\r', '\t', ' ', '\0'),
      fc.constantFrom(
        '\uD83D',
        '\uDE00',
        '👩🏽‍🚀',
        'e\u0301',
        'ü',
        '漢',
        '\u2028',
        '\uFEFF',
        '\u0085',
        'BEGIN:VEVENT',
      ),
      fc.constantFrom('a'.repeat(73), '漢'.repeat(25), '😀'.repeat(20), 'END:VCALENDAR\r\n', '\r\n x'),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test('whatever is written comes back letter for letter, in lines of at most 75 octets', () => {
  fc.assert(
    fc.property(fc.record({ title: nasty, words: nasty, place: nasty, name: nasty }), (said) => {
      const text = fileOf(said);
      expect(isWellFolded(text)).toBe(true);
      const read = readCalendar(text);
      expect(read.summary).toBe(cleanText(said.title));
      expect(read.description).toBe(cleanText(said.words));
      expect(read.location ?? '').toBe(cleanText(said.place));
      expect(read).toMatchObject({ uid: entry.uid, method: 'REQUEST', starts: entry.startsAt });
      expect(read.attendee.address.toLowerCase()).toBe(`mailto:${calendarAddress('ada')}`);
    }),
    { numRuns: 300 },
  );
});

test('a name keeps its letters, and of the four that a parameter cannot hold a reader sees the like', () => {
  const nameRead = (name: string) =>
    readCalendar(fileOf({ title: '', words: '', place: '', name })).attendee.name;
  expect(nameRead('Ada; Countess, of: Lovelace')).toBe('Ada; Countess, of: Lovelace');
  expect(nameRead('Zoë 👩🏽‍🚀 漢字 e\u0301')).toBe('Zoë 👩🏽‍🚀 漢字 e\u0301');
  expect(nameRead('x'.repeat(300))).toBe('x'.repeat(300));
  expect(nameRead('  Ada "the\r\nfirst" A\\B^n  ')).toBe("Ada 'the first' A/B n");
  expect(nameRead('\0 ')).toBe(calendarAddress('ada'));
});

test('a name that is written like a line of the file stays a name', () => {
  const name = 'Ada";RSVP=TRUE:mailto:eve@example.com\r\nATTENDEE:mailto:eve@example.com';
  const read = readCalendar(fileOf({ title: '', words: '', place: '', name }));
  expect(read.attendee.name).toBe("Ada';RSVP=TRUE:mailto:eve@example.com ATTENDEE:mailto:eve@example.com");
  expect(read.attendee.address.toLowerCase()).toBe(`mailto:${calendarAddress('ada')}`);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('the same entry makes the same bytes, whenever and wherever', () => {
  const said = { title: 'Practice', words: 'Words', place: 'Here', name: 'Ada' };
  const cancelled = cancelledEntry(entry, '2027-03-02T09:00:00Z');
  const made = ['2027-03-01T00:00:00Z', '2031-07-07T07:07:07Z'].map((now, index) => {
    vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
    vi.spyOn(crypto, 'randomUUID').mockReturnValue(`${index}-0-0-0-0`);
    vi.stubEnv('TZ', index === 0 ? 'Pacific/Apia' : 'America/New_York');
    return [fileOf(said), fileOf(said, cancelled)];
  });
  expect(made[1]).toEqual(made[0]);
  expect(made[0]?.[0]).toContain('DTSTART:20270308T150000Z\r\n');
});

test('an entry says with whom and where, in words that take no place of a story', () => {
  expect(calendarWords([]).title).toBe('Interview practice');
  expect(calendarWords(['Grace']).title).toBe('Interview practice with Grace');
  expect(calendarWords(['Grace', 'Alan']).title).toBe('Interview practice with Grace and Alan');
  expect(calendarWords(['G'.repeat(300)]).title.length).toBeLessThan(90);
  expect(calendarWords([]).words).toContain('in your chat');
});
