import { describe, expect, test } from 'vitest';
import { remindIn } from '../../src/conversation/remind-in.ts';
import { planner } from './plan-kit.ts';

/** What a second newcomer met, each as they met it. */

const BERLIN = { zone: 'Europe/Berlin', source: 'platform' } as const;

test.each(['remind back', 'remind undo', 'Remind back please'])('"%s" is heard', (message) => {
  expect(remindIn(message)).toBeDefined();
});

describe('after a stop', () => {
  test.each(['take it back', 'undo', 'back'])('"%s" takes it back', (words) => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('weekdays 8:30');
    ada.asks('stop');
    expect(ada.says(words)).toContain('It is as it was.');
  });

  test('a second stop still offers the way back', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('weekdays 8:30');
    ada.asks('stop');
    expect(ada.asks('stop')).toContain('There is nothing planned, so no reminder comes.');
    expect(ada.says('take it back')).toContain('It is as it was.');
  });
});

describe('who practises is not reminded to', () => {
  const atIt = (words: string) => {
    const ada = planner('2026-11-27T09:00:00Z', BERLIN);
    ada.plans(words);
    ada.isPractising();
    ada.until('2026-11-27T17:30:00Z');
    return ada;
  };

  test('of a rhythm that one is left out, and the next comes', () => {
    const ada = atIt('daily 18:00');
    expect(ada.reminded).toHaveLength(1);
    expect(ada.next()).toContain('2026-11-28T17:0');
  });

  test('a moment they named comes all the same', () => {
    expect(atIt('today 18:00').lastReminder()).toContain('You asked for this reminder.');
  });
});

describe('an interview', () => {
  test('says the days that will come, and none that cannot', () => {
    const ada = planner('2026-11-26T21:30:00Z', BERLIN);
    const said = ada.asks('interview on 4 december 2026');
    expect(said).toContain('on the way to your interview on Friday 4 December 2026');
    expect(said).toContain('once aloud on Thursday 3 December 2026. I ask how it went the day after.');
  });

  test('of tomorrow has no day left, and says what can be done', () => {
    const ada = planner('2026-11-26T21:30:00Z', BERLIN);
    const said = ada.asks('interview on friday');
    expect(said).toContain('No day before it is left for a reminder: say your answer aloud once');
    expect(said).not.toContain('first draft');
    expect(said).not.toContain('The first:');
  });

  test('"the day before my interview" is asked its date', () => {
    const ada = planner('2026-11-26T21:30:00Z', BERLIN);
    expect(ada.asks('the day before my interview')).toContain('I plan back from its date.');
  });
});

describe('beside what is planned already', () => {
  test('the first that is named is the first of this one', () => {
    const ada = planner('2026-11-26T20:00:00Z', BERLIN);
    ada.plans('today 22:46');
    expect(ada.asks('weekdays 8:30')).toContain('The first: Friday 27 November 2026, 8:30');
  });

  test('what was set is said, also where another comes before it', () => {
    const ada = planner('2026-11-26T20:00:00Z', BERLIN);
    ada.plans('weekdays 8:30');
    expect(ada.plans('4 march 2027 19:00')).toContain(
      'Set. I remind you here, on Thursday 4 March 2027, 19:00 (Europe/Berlin), and before that on Friday 27 November 2026, 8:30',
    );
  });

  test('one of the rhythm that gives way to a moment is named', () => {
    const ada = planner('2026-11-26T20:00:00Z', BERLIN);
    ada.plans('weekdays 8:30');
    expect(ada.asks('friday 9:00')).toContain(
      'Then nothing comes for Friday 27 November 2026, 8:30 (your rhythm)',
    );
    expect(ada.asks('friday 14:00')).not.toContain('Then nothing comes');
  });
});

describe('without a known zone', () => {
  test('it is asked first: which day "tomorrow" is hangs on it', () => {
    const ada = planner('2026-11-27T03:31:00Z', {});
    expect(ada.asks('tomorrow 9am')).toContain('Which time zone are you in?');
    expect(ada.says('New York')).toContain('once, Friday 27 November 2026 at 9:00 (America/New_York)');
  });

  test('a time, asked for the zone of days alone, is that time', () => {
    const ada = planner('2026-11-27T03:31:00Z', {});
    ada.asks('weekdays');
    expect(ada.says('9:00')).toContain('Which time zone are you in?');
    expect(ada.says('America/New_York')).toContain('every weekday at 9:00');
  });

  test('"yes" to it asks again', () => {
    const ada = planner('2026-11-27T03:31:00Z', {});
    ada.asks('daily 9:00');
    expect(ada.says('yes')).toContain('Which time zone are you in?');
  });
});

test('what the coach spaces counts a practice from before the plan', () => {
  const ada = planner('2026-11-26T22:00:00Z', BERLIN);
  ada.isAbout({ hasPractice: true, sheltered: false, lastAt: '2026-11-26T21:36:00.000Z' });
  ada.plans('when it pays');
  expect(Date.parse(ada.next() ?? '')).toBeGreaterThanOrEqual(Date.parse('2026-11-27T21:36:00Z'));
});

describe('a proposal', () => {
  test.each(['yeah sure', 'yes, go ahead', 'fine', "that's right, thanks"])(
    'is agreed to by "%s"',
    (words) => {
      const ada = planner('2026-11-27T09:00:00Z');
      ada.asks('weekdays 8:30');
      expect(ada.says(words)).toContain('Set. I remind you here');
    },
  );

  test('is asked again where short words are no answer, and by a look', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.asks('weekdays 8:30');
    expect(ada.says('the first')).toContain('Is that right?');
    expect(ada.asks('')).toContain('every weekday at 8:30');
    expect(ada.says('yes')).toContain('Set.');
  });
});

describe('under what is planned', () => {
  test.each([
    ['next friday', 'Which of them?'],
    ['19:00', 'every weekday at 19:00'],
    ['tuesday 10:00', 'once, Tuesday 1 December 2026 at 10:00'],
  ])('"%s" is heard', (words, says) => {
    const ada = planner('2026-11-24T09:00:00Z');
    ada.plans('weekdays 8:30');
    ada.asks('');
    expect(ada.says(words)).toContain(says);
  });
});

test.each(['ok', 'thanks', 'good'])('"%s" under what is planned is no time', (words) => {
  const ada = planner('2026-11-24T09:00:00Z');
  ada.plans('weekdays 8:30');
  ada.asks('');
  expect(ada.happens({ type: 'said', text: words }).passed).toBe(true);
});

test('second thoughts about putting off are heard', () => {
  const ada = planner('2026-11-27T09:00:00Z');
  ada.plans('daily 18:00');
  ada.until('2026-11-27T17:10:00Z');
  ada.says('later');
  expect(ada.says('tomorrow')).toContain('Put off to Saturday 28 November 2026, 18:0');
  expect(ada.says('not today')).toContain('Let go.');
  expect(ada.plan()?.moments).toEqual([]);
});

test('"this evening", late, says that it is in an hour', () => {
  const ada = planner('2026-11-27T09:00:00Z');
  ada.plans('today 20:00');
  ada.until('2026-11-27T19:10:00Z');
  expect(ada.says('this evening')).toContain('This evening is nearly over, so that is in an hour.');
});
