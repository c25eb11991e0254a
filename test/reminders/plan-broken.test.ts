import { describe, expect, test } from 'vitest';
import { planner } from './plan-kit.ts';

/** What somebody found who tried to break it, each as they did. */

describe('a reply never acts as a command', () => {
  test.each([
    'none of those',
    'none of them',
    'never mind that',
    'never on friday',
    'none yet',
    'off topic',
    'skip it',
    'stop it there',
    'change of plan',
  ])('"%s" to which day stops, skips and changes nothing', (reply) => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('weekdays 8:30');
    const next = ada.next();
    ada.asks('next week');
    ada.says(reply);
    expect(ada.next()).toBe(next);
    expect(ada.plan()?.rhythm).toBeDefined();
  });
});

describe('a zone that is named with a time', () => {
  test('leaves the own one alone for a single moment, and says when that is here', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('weekdays 8:30');
    const next = ada.next();
    const said = ada.asks('12 march 2027 9:00 Tokyo time');
    expect(said).toContain('once, Friday 12 March 2027 at 9:00 (Asia/Tokyo)');
    expect(said).toContain('Where you are that is Friday 12 March 2027, 1:00 (Europe/Berlin).');
    ada.says('yes');
    expect(ada.hours()).toEqual({ zone: 'Europe/Berlin', source: 'platform' });
    expect(ada.plan()?.moments[0]?.at).toBe('2027-03-12T00:00:00.000Z');
    expect(ada.next()).toBe(next);
  });

  test('of a rhythm is theirs from the yes on, and not after a no', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    expect(ada.asks('weekdays 8:30 Tokyo time')).toContain(
      'Your time zone would be Asia/Tokyo from then on, not Europe/Berlin.',
    );
    ada.says('no');
    expect(ada.hours().zone).toBe('Europe/Berlin');
    ada.plans('weekdays 8:30 Tokyo time');
    expect(ada.hours()).toEqual({ zone: 'Asia/Tokyo', source: 'asked' });
    expect(ada.next()).toContain('2026-11-29T23:3');
  });
});

describe('a clock that ran ahead and is set right', () => {
  test.each(['daily 18:00', 'when it pays', 'interview on 20 december 2026'])('%s goes on', (words) => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans(words);
    ada.setClock('2028-11-27T17:30:00Z');
    const due = ada.next() ?? '';
    ada.happens({ type: 'woke', dueAt: due });
    ada.setClock('2026-11-27T09:30:00Z');
    ada.plans('daily 18:00');
    expect(ada.next()).toContain('2026-11-27T17:0');
  });

  test('a skip of a far day stays', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('first monday of the month 9:00');
    ada.asks('skip');
    expect(ada.next()).toContain('2027-01-04T08:0');
    ada.asks('');
    expect(ada.next()).toContain('2027-01-04T08:0');
  });
});

describe('a pause', () => {
  test.each(['reminders', 'please', 'me', 'my reminders please'])('"pause %s" asks until when', (of) => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('daily 18:00');
    expect(ada.asks(`pause ${of}`)).toContain('Until when?');
    expect(ada.hours().pausedUntil).toBeUndefined();
  });

  test('until a weekday is until the coming one, also on that day', () => {
    const ada = planner('2026-11-30T07:00:00Z');
    ada.plans('daily 18:00');
    expect(ada.asks('pause until monday')).toContain('Paused until Monday 7 December 2026.');
  });

  test('until today is none', () => {
    const ada = planner('2026-11-30T07:00:00Z');
    ada.plans('daily 18:00');
    expect(ada.asks('pause until today')).toContain('Until when shall it rest?');
  });

  test('what is left out for it is not said to come first after it', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('daily 18:00');
    ada.plans('monday 9:00');
    const said = ada.asks('pause until wednesday');
    expect(said).toContain('The first after it: Wednesday 2 December 2026, 18:00.');
    expect(said).toContain('Left out: Monday 30 November 2026, 9:00.');
  });

  test('is not undone by taking back a stop from before it', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('daily 18:00');
    ada.plans('monday 9:00');
    ada.asks('stop');
    ada.asks('pause 2 weeks');
    ada.asks('back');
    expect(ada.plan()?.moments).toEqual([]);
    expect(ada.next()).toContain('2026-12-11T17:0');
  });
});

describe('another time', () => {
  test('of a single moment, asked back in between, still goes for the old one', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('today 18:00');
    ada.asks('change');
    ada.says('saturday');
    ada.says('9:00');
    ada.says('yes');
    expect(ada.plan()?.moments.map(({ wall }) => wall)).toEqual(['2026-11-28T09:00']);
  });

  test('of one that is only proposed moves that, and not the rhythm', () => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.plans('daily 18:00');
    ada.asks('12 march 2027 10:00');
    ada.presses('change');
    expect(ada.says('12:15')).toContain('once, Friday 12 March 2027 at 12:15');
  });

  test.each(['18:00', 'thu', 'evening', 'monday'])(
    '"%s" to "when" is what it says, none of the usual choices',
    (words) => {
      const ada = planner('2026-11-26T09:00:00Z');
      ada.asks('');
      expect(ada.says(words)).not.toContain('every Monday and Thursday');
    },
  );
});

test('what was practised since is not taken back with a skip', () => {
  const ada = planner('2027-03-01T09:00:00Z');
  ada.plans('interview on 20 march 2027');
  ada.asks('skip');
  ada.practises({ kind: 'critique', verdict: 'good', findings: 1, changed: true }, 'one');
  const done = ada.plan()?.interview?.done;
  ada.asks('back');
  expect(ada.plan()?.interview?.done).toEqual(done);
});

test('where only what was missed waits, there is none to skip, and it is said', () => {
  const ada = planner('2026-11-27T09:00:00Z');
  ada.plans('today 15:00');
  ada.awayUntil('2026-11-27T22:30:00Z');
  expect(ada.plan()?.next?.reason.kind).toBe('missed');
  expect(ada.asks('skip')).toContain(
    'There is none to skip. Not sent, since I was away: Friday 27 November 2026',
  );
  expect(ada.next()).toBeUndefined();
});

test.each(['In 2 weeks', 'two weeks', '6 months', 'A year later'])(
  '"%s" beside a practice goes on with the story, where a time is asked',
  (words) => {
    const ada = planner('2026-11-27T09:00:00Z');
    ada.isBeside();
    ada.asks('12 march 2027');
    expect(ada.reads().at(-1)).toContain('At what time');
    expect(ada.happens({ type: 'said', text: words }).passed).toBe(true);
  },
);

test('a whole story is no answer to how it went, and a long one is shown in short', () => {
  const ada = planner('2027-03-01T09:00:00Z');
  ada.plans('interview on 3 march 2027');
  ada.until('2027-03-04T20:00:00Z');
  expect(ada.happens({ type: 'said', text: 'I failed. '.repeat(400) }).passed).toBe(true);
  ada.asks(`asked ${'They asked it. '.repeat(60)}`);
  expect(ada.asks('interview on 20 march 2027').length).toBeLessThan(900);
});
