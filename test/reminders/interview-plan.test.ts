import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type InterviewPlanInput, interviewPlan } from '../../src/reminders/interview-plan.ts';

const INTERVIEW = '2027-03-20';
const NOTHING = { drafts: 0, revisions: 0 };
const daysBefore = (days: number) => Temporal.PlainDate.from(INTERVIEW).subtract({ days }).toString();

/** The plan as seen so many days before: each step and its own days before the interview. */
function planned(days: number, done: InterviewPlanInput['done'] = NOTHING, now?: string): string[] {
  const steps = interviewPlan({
    interview: INTERVIEW,
    today: daysBefore(days),
    time: '18:00',
    done,
    ...(now === undefined ? {} : { now }),
  });
  return steps.map(({ date, what }) => `${what} ${Temporal.PlainDate.from(date).until(INTERVIEW).days}`);
}

describe('back from the date', () => {
  test('with time enough: a draft three weeks before, two revisions, a rehearsal, and one question afterwards', () => {
    const usual = ['draft 21', 'revision 14', 'revision 6', 'rehearsal 1', 'after -1'];
    expect(planned(22)).toEqual(usual);
    expect(planned(400)).toEqual(usual);
  });

  test('with two weeks or one, the same steps stand closer', () => {
    expect(planned(15)).toEqual(['draft 14', 'revision 11', 'revision 6', 'rehearsal 1', 'after -1']);
    expect(planned(7)).toEqual(['draft 6', 'revision 5', 'revision 3', 'rehearsal 1', 'after -1']);
    expect(planned(5)).toEqual(['draft 4', 'revision 3', 'revision 2', 'rehearsal 1', 'after -1']);
  });

  test('with little time steps are merged, the rehearsal last of all', () => {
    expect(planned(4)).toEqual(['draft 3', 'revision 2', 'rehearsal 1', 'after -1']);
    expect(planned(3)).toEqual(['draft 2', 'rehearsal 1', 'after -1']);
    expect(planned(2)).toEqual(['rehearsal 1', 'after -1']);
    expect(planned(1)).toEqual(['rehearsal 1', 'after -1']);
  });

  test('on the day itself and the day after there is one question, and then nothing', () => {
    expect(planned(0)).toEqual(['after -1']);
    expect(planned(-1)).toEqual(['after -1']);
    expect(planned(-2)).toEqual([]);
  });
});

describe('what is done is left out', () => {
  test('a draft, a revision, the other', () => {
    expect(planned(30, { drafts: 1, revisions: 0 })).toEqual([
      'revision 14',
      'revision 6',
      'rehearsal 1',
      'after -1',
    ]);
    expect(planned(30, { drafts: 1, revisions: 1 })).toEqual(['revision 6', 'rehearsal 1', 'after -1']);
    expect(planned(30, { drafts: 1, revisions: 5 })).toEqual(['rehearsal 1', 'after -1']);
  });

  test('a run two weeks before is no rehearsal of the day before; one on that day is', () => {
    const done = { drafts: 1, revisions: 2 };
    expect(planned(13, { ...done, lastRun: daysBefore(14) })).toEqual(['rehearsal 1', 'after -1']);
    expect(planned(1, { ...done, lastRun: daysBefore(1) })).toEqual(['after -1']);
  });
});

describe('looked at again', () => {
  test('on any day before its next step it is the same plan, and after a step the rest of it', () => {
    for (let begun = 40; begun > 1; begun -= 1) {
      let rest = planned(begun);
      let done = NOTHING;
      for (let left = begun - 1; left > 1; left -= 1) {
        const [step = ''] = rest;
        expect(planned(left, done, '09:00'), `${begun} days, looked at with ${left} left`).toEqual(rest);
        if (!step.endsWith(` ${left}`)) continue;
        rest = rest.slice(1);
        done = step.startsWith('draft') ? { ...done, drafts: 1 } : { ...done, revisions: done.revisions + 1 };
      }
    }
  });

  test('a step that was not done comes again some days later, until there is no room for it', () => {
    const drafts: string[] = [];
    for (let left = 22; left > 1; left -= 1) {
      const [first = ''] = planned(left, NOTHING, '23:00');
      if (first.startsWith('draft') && drafts.at(-1) !== first) drafts.push(first);
    }
    expect(drafts.map((one) => Number(one.split(' ')[1]))).toEqual([21, 18, 14, 11, 8, 6, 5, 4, 3, 2]);
  });

  test('today counts as long as its time is ahead', () => {
    expect(planned(21, NOTHING, '17:59')[0]).toBe('draft 21');
    expect(planned(21, NOTHING, '18:00')[0]).toBe('draft 18');
    expect(planned(1, NOTHING, '17:59')[0]).toBe('rehearsal 1');
    expect(planned(1, NOTHING, '18:00')[0]).toBe('after -1');
  });
});

test('dates rise, none is before today, no day has two, whatever was done', () => {
  const anyDate = fc
    .integer({ min: 0, max: 1500 })
    .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());
  const anyTime = fc.constantFrom('00:00', '08:30', '18:00', '23:59');
  const anyDone = fc.record(
    { drafts: fc.nat(3), revisions: fc.nat(4), lastRun: anyDate },
    { requiredKeys: ['drafts', 'revisions'] },
  );
  const anyInput = fc.record(
    { interview: anyDate, today: anyDate, time: anyTime, now: anyTime, done: anyDone },
    { requiredKeys: ['interview', 'today', 'time', 'done'] },
  );
  /** Interviews near today, so that little time is tried too. */
  const anyNear = fc.tuple(anyInput, fc.integer({ min: -3, max: 40 })).map(([input, days]) => ({
    ...input,
    interview: Temporal.PlainDate.from(input.today).add({ days }).toString(),
  }));
  fc.assert(
    fc.property(fc.oneof(anyInput, anyNear), (input) => {
      const steps = interviewPlan(input);
      const dates = steps.map(({ date }) => date);
      expect(dates).toEqual([...new Set(dates)].sort());
      for (const { date, what } of steps) {
        expect(date >= input.today).toBe(true);
        expect(date === input.interview).toBe(false);
        expect(date > input.interview).toBe(what === 'after');
      }
      expect(steps.filter(({ what }) => what === 'revision').length).toBeLessThanOrEqual(2);
      expect(steps.filter(({ what }) => what !== 'revision').length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 1_000 },
  );
});

test('a date that is none is refused', () => {
  expect(() =>
    interviewPlan({ interview: '2027-02-30', today: '2027-01-01', time: '18:00', done: NOTHING }),
  ).toThrow(RangeError);
});
