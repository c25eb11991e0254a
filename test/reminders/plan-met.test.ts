import { describe, expect, test } from 'vitest';
import { planner } from './plan-kit.ts';

/** What a newcomer met, worst first, each as they met it. */

describe('a pause', () => {
  test('a moment named within it comes, and is said to', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('daily 18:00');
    ada.asks('pause 1 week');
    expect(ada.asks('monday 9:00')).toContain('You named this one yourself, so it comes all the same.');
    ada.asks('yes');
    ada.until('2026-11-30T09:00:00Z');
    expect(ada.lastReminder()).toContain('You asked for this reminder.');
  });

  test('"2 weeks" answers until when, also beside a practice', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('daily 18:00');
    ada.isBeside();
    ada.asks('pause');
    expect(ada.says('2 weeks')).toContain('Paused until Friday 11 December 2026.');
    expect(ada.hours().pausedUntil).toBe('2026-12-10T23:00:00.000Z');
  });

  test('what is no day is asked again, and nothing is planned of it', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('daily 18:00');
    ada.asks('pause');
    expect(ada.says('when I am back')).toContain('I found no day in that. Until when shall it rest?');
    expect(ada.says('the second')).toContain('Paused until Friday 11 December 2026.');
  });

  test('one that reaches beyond the interview says what becomes of it', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('interview on 4 december 2026');
    expect(ada.asks('pause 2 weeks')).toContain(
      'Your interview on Friday 4 December 2026 is before that, so nothing of the way to it comes.',
    );
    expect(ada.next()).toBeUndefined();
  });
});

describe("a question is answered in words of one's own", () => {
  const asked = (words: string) => {
    const ada = planner('2026-11-27T23:20:00Z');
    ada.isBeside();
    ada.asks(words);
    return ada;
  };

  test.each(['the first', 'First one', '1', 'saturday', 'Saturday 28', 'sat', 'the 28th'])(
    '"%s" is the first of two days',
    (reply) => {
      const ada = asked('tomorrow 9:00');
      expect(ada.reads().at(-1)).toContain('which day is tomorrow to you?');
      expect(ada.says(reply)).toContain('once, Saturday 28 November 2026 at 9:00');
    },
  );

  test.each(['the second', 'Sunday', 'the last one', '29', 'sun'])('"%s" is the second', (reply) => {
    expect(asked('tomorrow 9:00').says(reply)).toContain('once, Sunday 29 November 2026 at 9:00');
  });

  test('yes to two is neither: they are shown again', () => {
    const ada = asked('tomorrow 9:00');
    expect(ada.says('yes')).toContain('Which of them?');
    expect(ada.says('sunday')).toContain('Sunday 29 November 2026 at 9:00');
  });

  test('a time alone keeps the days that were offered', () => {
    const ada = asked('03/04/2027');
    expect(ada.reads().at(-1)).toContain('Which day is that?');
    expect(ada.says('9:00')).toContain('Which of them?');
    expect(ada.plan()?.asks?.choices.map(({ label }) => label)).toEqual([
      'Saturday 3 April 2027, 9:00',
      'Thursday 4 March 2027, 9:00',
    ]);
    expect(ada.says('april')).toContain('once, Saturday 3 April 2027 at 9:00');
  });

  test('day and time at once', () => {
    expect(asked('03/04/2027').says('3 April at 9')).toContain('once, Saturday 3 April 2027 at 9:00');
  });

  test('"the afternoon" tells one hour from the other', () => {
    expect(asked('sunday at 3').says('in the afternoon')).toContain('Sunday 29 November 2026 at 15:00');
  });

  test('what is no answer goes to the practice, word for word', () => {
    for (const story of [
      'I missed the deadline on a Friday',
      'We lost the first customer',
      'The last one left',
    ])
      expect(asked('tomorrow 9:00').happens({ type: 'said', text: story }).passed).toBe(true);
  });

  test('where no practice asks, short words that are no time are asked about again', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.asks('');
    expect(ada.says('whenever')).toContain('I found no time in that. When shall I remind you?');
  });
});

describe('another time', () => {
  test('after "change", a time alone moves the rhythm', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('weekdays 8:30');
    ada.asks('change');
    const said = ada.says('19:00');
    expect(said).toContain('every weekday at 19:00');
    expect(said).toContain('It takes the place of: every weekday at 8:30');
    ada.says('yes');
    expect(ada.next()).toContain('2026-11-27T18:0');
    expect(ada.plan()?.moments).toEqual([]);
  });

  test('to what is proposed, it moves that', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.asks('mon/thu 18:00');
    expect(ada.says('no, 19:30')).toContain('every Monday and Thursday at 19:30');
    expect(ada.says('rather 7 in the morning')).toContain('every Monday and Thursday at 7:00');
  });

  test('of a single moment, it moves it on its day', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('monday 9:00');
    ada.asks('change');
    expect(ada.says('17:00')).toContain('It takes the place of Monday 30 November 2026, 9:00.');
    ada.says('yes');
    expect(ada.plan()?.moments.map(({ wall }) => wall)).toEqual(['2026-11-30T17:00']);
  });

  test('typed with the command, nothing being asked, it is a single moment as before', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('weekdays 8:30');
    expect(ada.asks('19:00')).toContain('once, Friday 27 November 2026 at 19:00');
  });

  test('an hour that may be two is asked, and then moves it', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('weekdays 8:30');
    ada.asks('change');
    expect(ada.says('at 3')).toContain('In the night or in the afternoon?');
    expect(ada.says('afternoon')).toContain('every weekday at 15:00');
  });
});

describe('a reminder that came', () => {
  const reminded = () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('daily 18:00');
    ada.until('2026-11-27T17:10:00Z');
    return ada;
  };

  test.each(['skip', 'Skip this one', 'not now', 'no thanks', 'not today'])('"%s" lets it go', (words) => {
    const ada = reminded();
    expect(ada.says(words)).toContain('Let go. The next is Saturday 28 November 2026, 18:0');
  });

  test('"remind skip" under it is this one, not the next', () => {
    const ada = reminded();
    expect(ada.asks('skip')).toContain('Let go. The next is Saturday 28 November 2026');
  });

  test.each([
    ['snooze', 'Put off to Friday 27 November 2026, 19:10'],
    ['later', 'Put off to Friday 27 November 2026, 19:10'],
    ['in an hour', 'Put off to Friday 27 November 2026, 19:10'],
    ['this evening', 'Put off to Friday 27 November 2026, 19:00'],
    ['snooze tomorrow', 'Put off to Saturday 28 November 2026, 18:0'],
  ])('"%s" puts it off', (words, put) => {
    expect(reminded().says(words)).toContain(put);
  });

  test.each(['start', 'start now', 'Yes', "let's go", 'ok'])('"%s" starts', (words) => {
    expect(reminded().happens({ type: 'said', text: words }).start).toBeDefined();
  });

  test('"wake" after the word of rest wakes it', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('daily 18:00');
    ada.until('2026-12-01T18:00:00Z');
    expect(ada.plan()?.resting).toBe(true);
    expect(ada.says('wake')).toContain('Awake again.');
    expect(ada.plan()?.resting).toBeUndefined();
  });

  test('a single moment that comes minutes late says for when it was', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('today 15:00');
    ada.awayUntil('2026-11-27T14:03:00Z');
    expect(ada.lastReminder()).toContain('This was for Friday 27 November 2026, 15:00');
  });
});

describe('taken back', () => {
  test('a stop', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('weekdays 8:30');
    ada.plans('today 15:00');
    const next = ada.next();
    ada.asks('stop');
    expect(ada.next()).toBeUndefined();
    expect(ada.asks('back')).toContain('It is as it was.');
    expect(ada.next()).toBe(next);
  });

  test('a skip, which says what it left out', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('weekdays 8:30');
    const next = ada.next();
    expect(ada.asks('skip')).toContain('Left out: Monday 30 November 2026, 8:30 (your rhythm).');
    expect(ada.next()).not.toBe(next);
    ada.presses('back');
    expect(ada.next()).toBe(next);
  });

  test('nothing, once something else is planned', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('weekdays 8:30');
    ada.asks('stop');
    ada.plans('mon/thu 18:00');
    expect(ada.asks('back')).toContain('There is nothing to take back.');
    expect(ada.plan()?.rhythm).toMatchObject({ recurrence: { days: [1, 4] } });
  });
});

test('after a stop there is nothing to put off', () => {
  const ada = planner('2026-11-27T09:00:00Z');
  ada.plans('daily 18:00');
  ada.until('2026-11-27T17:10:00Z');
  ada.asks('stop');
  expect(ada.asks('snooze 1h')).toContain('There is no reminder to put off.');
  expect(ada.next()).toBeUndefined();
});

test('what the coach spaces never comes nearer to a practice than a day', () => {
  const ada = planner('2026-11-27T09:00:00Z');
  ada.asks('quiet none');
  ada.plans('when it pays 0:10');
  ada.setClock('2026-11-27T22:50:00Z');
  ada.practises({ kind: 'critique', verdict: 'bad', findings: 3, changed: true }, 'one');
  expect(Date.parse(ada.next() ?? '')).toBeGreaterThanOrEqual(Date.parse('2026-11-28T22:50:00Z'));
});

test('single moments that passed while they could not be written to are told', () => {
  const ada = planner('2026-11-27T09:00:00Z');
  ada.plans('daily 18:00');
  ada.plans('tomorrow 13:00');
  ada.happens({ type: 'failed', reason: 'channel_not_found' });
  ada.setClock('2026-11-29T09:00:00Z');
  ada.happens({ type: 'visited' });
  expect(ada.reads().at(-1)).toContain('Not sent meanwhile: Saturday 28 November 2026, 13:00.');
});
