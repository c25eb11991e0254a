import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { type Pause, weeksInARow } from '../../src/progress/weeks-in-a-row.ts';

/** A Wednesday. */
const TODAY = '2027-03-31';
const weeksAgo = (weeks: number, from = TODAY) =>
  DateTime.fromISO(from, { zone: 'utc' }).minus({ weeks }).toISODate() ?? '';

/** Walks the calendar day by day, with another date library: the slow and obvious way. */
function walked(days: readonly string[], pauses: readonly Pause[], today: string): number {
  const nameOf = (day: DateTime) => `${day.weekYear}-${day.weekNumber}`;
  const practised = new Set(days.map((day) => nameOf(DateTime.fromISO(day, { zone: 'utc' }))));
  const resting = new Set<string>();
  for (const { from, until } of pauses) {
    let day = DateTime.fromISO(from, { zone: 'utc' });
    for (; (day.toISODate() ?? '') < until; day = day.plus({ days: 1 })) resting.add(nameOf(day));
  }
  const earliest = [...days].sort()[0] ?? today;
  let monday = DateTime.fromISO(today, { zone: 'utc' }).startOf('week');
  let count = practised.has(nameOf(monday)) ? 1 : 0;
  while (monday.toISODate() !== null && (monday.toISODate() ?? '') > earliest) {
    monday = monday.minus({ weeks: 1 });
    if (practised.has(nameOf(monday))) count += 1;
    else if (!resting.has(nameOf(monday))) return count;
  }
  return count;
}

describe('weeks in a row', () => {
  test('are those up to this one, and this one may still be without', () => {
    expect(weeksInARow([TODAY, weeksAgo(1), weeksAgo(2)], [], TODAY)).toBe(3);
    expect(weeksInARow([weeksAgo(1), weeksAgo(2)], [], TODAY)).toBe(2);
    expect(weeksInARow([weeksAgo(2), weeksAgo(3)], [], TODAY)).toBe(0);
    expect(weeksInARow([], [], TODAY)).toBe(0);
  });

  test('begin on Monday', () => {
    expect(weeksInARow(['2027-03-28', '2027-03-29'], [], '2027-03-29')).toBe(2);
    expect(weeksInARow(['2027-03-22', '2027-03-28'], [], '2027-03-28')).toBe(1);
  });

  test('several practices in one week are one week', () => {
    expect(weeksInARow(['2027-03-29', '2027-03-30', '2027-03-31'], [], TODAY)).toBe(1);
  });

  test('go on over a pause, which adds none of its own', () => {
    const days = [TODAY, weeksAgo(4), weeksAgo(5)];
    expect(weeksInARow(days, [], TODAY)).toBe(1);
    expect(weeksInARow(days, [{ from: weeksAgo(3), until: weeksAgo(1) }], TODAY)).toBe(3);
  });

  test('a week that a pause only touches is not missing either', () => {
    const days = [TODAY, weeksAgo(2)];
    // From the Sunday of last week alone.
    expect(weeksInARow(days, [{ from: '2027-03-28', until: '2027-03-29' }], TODAY)).toBe(2);
    expect(weeksInARow(days, [{ from: '2027-03-29', until: '2027-03-29' }], TODAY)).toBe(1);
  });

  test('a week of a pause in which something was practised counts all the same', () => {
    const days = [TODAY, weeksAgo(1), weeksAgo(2)];
    expect(weeksInARow(days, [{ from: weeksAgo(1), until: TODAY }], TODAY)).toBe(3);
  });

  test.each([
    ['2020-12-28', '2021-01-03', '2021-01-04', 1],
    ['2020-12-27', '2021-01-03', '2021-01-04', 2],
    ['2026-12-27', '2026-12-31', '2027-01-01', 2],
    ['2027-12-31', '2028-01-02', '2028-01-03', 1],
  ])('over the end of a year, also one with a 53rd week: %s, %s, on %s', (one, other, today, count) => {
    expect(weeksInARow([one, other], [], today)).toBe(count);
    expect(walked([one, other], [], today)).toBe(count);
  });

  const day = fc
    .integer({ min: 0, max: 900 })
    .map((after) => DateTime.fromISO('2026-01-01', { zone: 'utc' }).plus({ days: after }).toISODate() ?? '');
  const pause = fc.tuple(day, fc.integer({ min: 0, max: 60 })).map(([from, days]) => ({
    from,
    until: DateTime.fromISO(from, { zone: 'utc' }).plus({ days }).toISODate() ?? '',
  }));
  /** Mostly weeks in a row: days that have nothing to do with each other hardly ever make two. */
  const habit = fc
    .tuple(day, fc.array(fc.integer({ min: 4, max: 11 }), { maxLength: 40 }))
    .map(([first, gaps]) => {
      const days = [first];
      for (const gap of gaps) {
        const next = DateTime.fromISO(days.at(-1) ?? first, { zone: 'utc' }).plus({ days: gap });
        days.push(next.toISODate() ?? first);
      }
      return days;
    });

  test('are what a walk through the calendar finds, with any pauses', () => {
    fc.assert(
      fc.property(
        fc.oneof(habit, fc.array(day, { maxLength: 40 })),
        fc.array(pause, { maxLength: 4 }),
        fc.integer({ min: 0, max: 20 }),
        (days, pauses, later) => {
          const last = [...days].sort().at(-1) ?? '2027-06-01';
          const today =
            DateTime.fromISO(last, { zone: 'utc' }).plus({ days: later }).toISODate() ??
            expect.fail('no day');
          expect(weeksInARow(days, pauses, today)).toBe(walked(days, pauses, today));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a pause never makes them fewer, nor more than the weeks that were practised', () => {
    fc.assert(
      fc.property(habit, fc.array(pause, { maxLength: 4 }), day, (days, pauses, today) => {
        const without = weeksInARow(days, [], today);
        const count = weeksInARow(days, pauses, today);
        expect(count).toBeGreaterThanOrEqual(without);
        expect(count).toBeLessThanOrEqual(new Set(days).size);
      }),
    );
  });
});
