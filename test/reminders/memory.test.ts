import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Grade, GradeSchema } from '../../src/reminders/grade.ts';
import {
  LONGEST_REST_DAYS,
  type Memory,
  MemorySchema,
  NEW_MEMORY,
  type RememberedOptions,
  remembered,
} from '../../src/reminders/memory.ts';

const BERLIN: RememberedOptions = { zone: 'Europe/Berlin' };
const GRADES = GradeSchema.options;

/** A run of practices, each at its instant; what is left after the last. */
function memoryOf(practices: readonly (readonly [string, Grade])[], options = BERLIN): Memory {
  return practices.reduce<Memory>(
    (memory, [at, grade]) => remembered(memory, grade, at, options).memory,
    NEW_MEMORY,
  );
}

const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
const dateAt = (at: string, zone: string) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();

const anyGrade = fc.constantFrom(...GRADES);
const anyZone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
  'Australia/Lord_Howe',
);
/** In any order: a clock may be set back, a person may cross the date line. */
const anyAt = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2029, 0, 1) })
  .map((ms) => new Date(ms).toISOString());
const anyEvent = fc.record({ at: anyAt, grade: anyGrade, zone: anyZone, spoken: fc.boolean() });
const anyPast = fc
  .array(anyEvent, { maxLength: 12 })
  .map((events) =>
    events.reduce<Memory>(
      (memory, { at, grade, zone, spoken }) => remembered(memory, grade, at, { zone, spoken }).memory,
      NEW_MEMORY,
    ),
  );

describe('the first practice', () => {
  test('comes back in one, two, three or eight days', () => {
    const dues = GRADES.map((grade) => remembered(NEW_MEMORY, grade, '2026-11-27T17:00:00Z', BERLIN).due);
    expect(dues).toEqual(['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-05']);
  });

  test('days are those of the person: half past midnight in Berlin is already the 28th', () => {
    expect(remembered(NEW_MEMORY, 'again', '2026-11-27T23:30:00Z', BERLIN).due).toBe('2026-11-29');
    expect(remembered(NEW_MEMORY, 'again', '2026-11-27T23:30:00Z', { zone: 'UTC' }).due).toBe('2026-11-28');
  });
});

describe('as the days go by', () => {
  test('good answers rest longer and longer, never longer than two months', () => {
    let memory = NEW_MEMORY;
    let date = '2026-11-01';
    const rests: number[] = [];
    for (let times = 0; times < 8; times += 1) {
      const made = remembered(memory, 'good', `${date}T12:00:00Z`, BERLIN);
      const due = made.due ?? date;
      rests.push(daysBetween(date, due));
      ({ memory } = made);
      date = due;
    }
    expect(rests).toEqual([...rests].sort((a, b) => a - b));
    expect(rests.at(-1)).toBe(LONGEST_REST_DAYS);
  });

  test('one that did not go well comes back tomorrow, or nearly', () => {
    const memory = memoryOf([
      ['2026-11-01T12:00:00Z', 'good'],
      ['2026-11-04T12:00:00Z', 'good'],
    ]);
    const { due } = remembered(memory, 'again', '2026-11-15T12:00:00Z', BERLIN);
    expect(daysBetween('2026-11-15', due ?? '')).toBeLessThanOrEqual(3);
  });
});

describe('twice on one day', () => {
  test('the later one counts, as if the earlier had not been', () => {
    const begun: readonly (readonly [string, Grade])[] = [['2026-11-20T12:00:00Z', 'good']];
    const twice = memoryOf([...begun, ['2026-11-24T09:00:00Z', 'again'], ['2026-11-24T20:00:00Z', 'good']]);
    expect(twice).toEqual(memoryOf([...begun, ['2026-11-24T20:00:00Z', 'good']]));
  });

  test('five good ones in an evening are one good one', () => {
    const evening = ['17:00', '17:20', '17:40', '18:00', '18:20'].map(
      (time) => [`2026-11-24T${time}:00Z`, 'good'] as const,
    );
    expect(memoryOf(evening)).toEqual(memoryOf(evening.slice(-1)));
  });

  test('a run aloud stands, also where a critique of the same day comes later', () => {
    const ran = remembered(NEW_MEMORY, 'good', '2026-11-24T17:00:00Z', { ...BERLIN, spoken: true });
    const read = remembered(ran.memory, 'again', '2026-11-24T18:00:00Z', BERLIN);
    expect(read).toEqual(ran);
    const ranAgain = remembered(read.memory, 'hard', '2026-11-24T19:00:00Z', { ...BERLIN, spoken: true });
    expect(ranAgain.due).toBe('2026-11-26');
    expect(remembered(ranAgain.memory, 'easy', '2026-11-26T18:00:00Z', BERLIN).memory.day?.date).toBe(
      '2026-11-26',
    );
  });

  test('a clock that was a year ahead and is set back loses no reminder', () => {
    const ahead = memoryOf([['2027-11-24T12:00:00Z', 'good']]);
    expect(remembered(ahead, 'good', '2026-11-24T12:00:00Z', BERLIN).due).toBe('2026-11-27');
  });
});

describe('with an interview ahead', () => {
  const on = (interview: string) =>
    remembered(NEW_MEMORY, 'easy', '2026-11-24T12:00:00Z', { ...BERLIN, interview }).due;

  test('the next one is on the day before it at the latest', () => {
    expect(on('2026-11-28')).toBe('2026-11-27');
    expect(on('2026-12-20')).toBe('2026-12-02');
  });

  test('tomorrow leaves no day for another', () => {
    expect(on('2026-11-25')).toBeUndefined();
  });

  test('one of today or last week bounds nothing', () => {
    expect([on('2026-11-24'), on('2026-11-17')]).toEqual(['2026-12-02', '2026-12-02']);
  });
});

describe('whatever happens', () => {
  test('never nearer than a day, never beyond the interview or two months, in any order of events', () => {
    fc.assert(
      fc.property(anyPast, anyEvent, fc.integer({ min: -3, max: 90 }), (memory, event, left) => {
        const { at, grade, zone, spoken } = event;
        const date = dateAt(at, zone);
        const interview = Temporal.PlainDate.from(date).add({ days: left }).toString();
        const { due } = remembered(memory, grade, at, { zone, spoken, interview });
        if (left === 1) return due === undefined;
        const days = daysBetween(date, due ?? '');
        return days >= 1 && days <= LONGEST_REST_DAYS && (left < 1 || days < left);
      }),
    );
  });

  test('a better grade never comes back earlier', () => {
    fc.assert(
      fc.property(
        anyPast,
        anyAt,
        anyZone,
        fc.option(fc.integer({ min: 2, max: 90 })),
        (memory, at, zone, left) => {
          const interview =
            left === null
              ? {}
              : { interview: Temporal.PlainDate.from(dateAt(at, zone)).add({ days: left }).toString() };
          const dues = GRADES.map((grade) => remembered(memory, grade, at, { zone, ...interview }).due);
          expect(dues).toEqual([...dues].sort());
        },
      ),
    );
  });

  test('what is stored comes back as it was, and goes on alike', () => {
    fc.assert(
      fc.property(anyPast, anyEvent, (memory, { at, grade, zone, spoken }) => {
        const restored = MemorySchema.parse(JSON.parse(JSON.stringify(memory)));
        expect(restored).toEqual(memory);
        expect(remembered(restored, grade, at, { zone, spoken })).toEqual(
          remembered(memory, grade, at, { zone, spoken }),
        );
      }),
    );
  });

  test('no instant, no zone: said, not guessed', () => {
    expect(() => remembered(NEW_MEMORY, 'good', 'yesterday', BERLIN)).toThrow(RangeError);
    expect(() => remembered(NEW_MEMORY, 'good', '2026-11-24T12:00:00Z', { zone: 'Mars/Base' })).toThrow(
      RangeError,
    );
  });
});
