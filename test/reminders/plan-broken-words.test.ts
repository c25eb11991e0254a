import { describe, expect, test } from 'vitest';
import { fallbackText } from '../../src/card/fallback.ts';
import { remindIn } from '../../src/conversation/remind-in.ts';
import { newPlan } from '../../src/reminders/advance-plan.ts';
import { quietAsked } from '../../src/reminders/quiet-asked.ts';
import { quietIn, quietMeant } from '../../src/reminders/quiet-in.ts';
import { planner } from './plan-kit.ts';

/** What somebody found who said what people say, each as they did. */

/** A plan of which one came at 8:3x on Tuesday 3 November 2026, and its clock some minutes later. */
function reminded(...plans: readonly string[]) {
  const ada = planner('2026-11-02T09:00:00Z');
  for (const words of plans) ada.plans(words);
  ada.until('2026-11-03T07:40:00Z');
  return ada;
}

const walls = (ada: ReturnType<typeof planner>) => ada.plan()?.moments.map(({ wall }) => wall);

describe('one that is put off', () => {
  test('leaves a single time they named, and says that it stays', () => {
    const ada = reminded('weekdays 8:30', '3 november 2026 12:45');
    const said = ada.asks('snooze 1h');
    expect(said).toContain('Put off to Tuesday 3 November 2026, 9:40');
    expect(said).toContain('Tuesday 3 November 2026, 12:45 stays as well: you named it.');
    expect(walls(ada)).toEqual(['2026-11-03T09:40', '2026-11-03T12:45']);
    ada.until('2026-11-03T12:00:00Z');
    expect(ada.reminded.slice(-2).map(({ at }) => at)).toEqual([
      '2026-11-03T08:40:00.000Z',
      '2026-11-03T11:45:00.000Z',
    ]);
  });

  test('to tomorrow leaves what they named for tomorrow', () => {
    const ada = planner('2026-11-02T09:00:00Z');
    ada.plans('weekdays 18:00');
    ada.plans('4 november 2026 15:00');
    ada.until('2026-11-03T17:10:00Z');
    const said = ada.asks('snooze tomorrow');
    expect(said).toContain('Wednesday 4 November 2026, 15:00 stays as well');
    expect(walls(ada)).toContain('2026-11-04T15:00');
    ada.until('2026-11-04T20:00:00Z');
    // Tomorrow's own and this one are one.
    expect(ada.reminded.filter(({ at }) => at.startsWith('2026-11-04'))).toHaveLength(2);
  });

  test('says what of the rhythm falls out for it', () => {
    const ada = planner('2026-11-02T09:00:00Z');
    ada.plans('daily 9:00 and 20:30');
    ada.until('2026-11-03T08:10:00Z');
    expect(ada.asks('snooze evening')).toContain(
      'Then nothing comes for Tuesday 3 November 2026, 20:30 (your rhythm): I keep them four hours apart.',
    );
    ada.until('2026-11-04T09:00:00Z');
    expect(ada.reminded.slice(-2).map(({ at }) => at.slice(0, 15))).toEqual([
      '2026-11-03T18:0',
      '2026-11-04T08:0',
    ]);
  });

  test('says nothing where nothing falls out', () => {
    const ada = reminded('weekdays 8:30');
    expect(ada.asks('snooze 1h')).not.toMatch(/four hours|stays|comes at/u);
  });

  test('to when the next comes is one with it', () => {
    const ada = planner('2026-11-02T09:00:00Z');
    ada.plans('daily 18:00');
    ada.until('2026-11-03T17:10:00Z');
    const said = ada.asks('snooze tomorrow');
    expect(said).toContain(
      'What was due at Wednesday 4 November 2026, 18:00 (your rhythm) comes as one with it.',
    );
    expect(said).not.toContain('nothing comes');
  });

  test('to a time they named is one with that, which stays when it is put off again', () => {
    const ada = reminded('weekdays 8:30', '3 november 2026 19:00');
    expect(ada.asks('snooze evening')).toContain('You named that time before, so they come as one.');
    ada.asks('snooze 1h');
    expect(walls(ada)).toEqual(['2026-11-03T09:40', '2026-11-03T19:00']);
  });

  test('once more says when it comes no more', () => {
    const ada = reminded('weekdays 8:30');
    ada.asks('snooze evening');
    expect(ada.asks('snooze 1h')).toContain('It comes at Tuesday 3 November 2026, 19:00 no more.');
    expect(walls(ada)).toEqual(['2026-11-03T09:40']);
  });

  test('near the rehearsal for an interview moves it, and says so', () => {
    const ada = planner('2026-11-02T09:00:00Z');
    ada.plans('interview on 6 november 2026');
    ada.plans('5 november 2026 10:00');
    ada.until('2026-11-05T09:10:00Z');
    const said = ada.asks('snooze 15:00');
    expect(said).toMatch(
      /18:00 \(once aloud before your interview\) moves to Thursday 5 November 2026, 19:00/u,
    );
  });
});

describe('what people say to a reminder', () => {
  test.each([
    ['in 2 hours', 'Tuesday 3 November 2026, 10:40'],
    ['in 30 minutes', 'Tuesday 3 November 2026, 9:10'],
    ['30 min', 'Tuesday 3 November 2026, 9:10'],
    ['snooze 2 hours', 'Tuesday 3 November 2026, 10:40'],
    ['snooze for 20 minutes', 'Tuesday 3 November 2026, 9:00'],
    ['snooze until 5pm', 'Tuesday 3 November 2026, 17:00'],
    ['at 5pm', 'Tuesday 3 November 2026, 17:00'],
    ['At 17:15, please.', 'Tuesday 3 November 2026, 17:15'],
    ['tonight at 8', 'Tuesday 3 November 2026, 20:00'],
    ['tomorrow at 9', 'Wednesday 4 November 2026, 9:00'],
    ['no, tomorrow at 9', 'Wednesday 4 November 2026, 9:00'],
    ['tomorrow morning', 'Wednesday 4 November 2026, 8:3'],
    ['tomorrow evening', 'Wednesday 4 November 2026, 19:00'],
    ['later tonight', 'Tuesday 3 November 2026, 19:00'],
    ['on friday at 18:00', 'Friday 6 November 2026, 18:00'],
    ['later', 'Tuesday 3 November 2026, 9:40'],
  ])('"%s" puts it off to that', (reply, to) => {
    const ada = reminded('weekdays 8:30');
    expect(ada.says(reply)).toContain(`Put off to ${to}`);
    expect(ada.plan()?.moments).toHaveLength(1);
    expect(ada.plan()?.moments[0]?.snoozed).toBe(true);
    expect(ada.plan()?.rhythm).toBeDefined();
  });

  test('"skip today" skips it', () => {
    const ada = reminded('weekdays 8:30');
    expect(ada.happens({ type: 'said', text: 'skip today' }).passed).toBeUndefined();
    expect(ada.next()).toContain('2026-11-04');
  });

  test.each(['later today', 'tomorrow afternoon', 'tomorrow at 3', 'next week'])(
    '"%s" is asked, and the answer puts it off',
    (reply) => {
      const ada = reminded('weekdays 8:30');
      expect(ada.says(reply)).toMatch(/At what time|In the night or in the afternoon|Which day/u);
      expect(ada.plan()?.moments).toEqual([]);
      const [first] = ada.plan()?.asks?.choices ?? [];
      expect(ada.says('the first')).toContain(`Put off to ${first?.label}`);
    },
  );

  test('a time of the day answers for the day that was asked about', () => {
    const ada = reminded('weekdays 8:30');
    ada.says('tomorrow afternoon');
    expect(ada.says('16:45')).toContain('Put off to Wednesday 4 November 2026, 16:45');
  });

  test('the choices of such a question are buttons, and those of the reminder stay', () => {
    const ada = reminded('weekdays 8:30');
    const sent = ada.plan()?.sent?.seq;
    ada.says('later today');
    expect(ada.presses('pick', ada.plan()?.asks?.seq, 1)).toContain(
      'Put off to Tuesday 3 November 2026, 12:30',
    );
    expect(ada.presses('snooze-1h', sent)).toContain('Put off to Tuesday 3 November 2026, 9:40');
  });

  test.each(['I agreed the room by phone', 'weekdays 9:00', '45', 'The third of March was bad'])(
    '"%s" does not put it off',
    (text) => {
      const ada = reminded('weekdays 8:30');
      ada.says(text);
      expect(ada.plan()?.moments).toEqual([]);
    },
  );

  test('beside a practice only what says "snooze" does', () => {
    const ada = reminded('weekdays 8:30');
    ada.isBeside();
    expect(ada.happens({ type: 'said', text: 'in 2 hours' }).passed).toBe(true);
    const bea = reminded('weekdays 8:30');
    bea.isBeside();
    expect(bea.says('snooze 2 hours')).toContain('Put off to Tuesday 3 November 2026, 10:40');
  });

  test.each(['remind me later', 'Remind me later, please.', 'remind me again later'])(
    '"%s" right under one does what "later" does',
    (message) => {
      const ada = reminded('weekdays 8:30');
      expect(ada.asks(remindIn(message) ?? 'nothing')).toContain('Put off to Tuesday 3 November 2026, 9:40');
    },
  );

  test.each(['remind later', 'remind me later', 'remind me a bit later'])(
    '"%s" at any other time asks when',
    (message) => {
      const ada = planner('2026-11-03T07:40:00Z');
      const said = ada.asks(remindIn(message) ?? 'nothing');
      expect(said).toContain('When shall it be?');
      expect(said).not.toContain('I found no time');
      expect(ada.says('In an hour')).toContain('once, Tuesday 3 November 2026 at 9:40');
    },
  );

  test('"snooze tomorrow evening" is tomorrow', () => {
    const ada = reminded('weekdays 8:30');
    expect(ada.asks('snooze tomorrow evening')).toContain('Put off to Wednesday 4 November 2026, 19:00');
  });
});

describe('"an hour later", said to what is proposed', () => {
  test.each([
    ['weekdays 8:30', 'an hour later', 'every weekday at 9:30'],
    ['weekdays 8:30', 'make it half an hour later', 'every weekday at 9:00'],
    ['weekdays 8:30', 'an hour earlier', 'every weekday at 7:30'],
    ['daily 9:00 and 18:00', '30 minutes later', 'every day at 9:30 and 18:30'],
    ['when it pays 18:00', 'an hour later', 'at 19:00'],
    ['tomorrow 9:00', 'an hour later', 'once, Wednesday 4 November 2026 at 10:00'],
    ['tomorrow 9:00', 'a day later', 'once, Thursday 5 November 2026 at 9:00'],
    ['in 2 hours', 'an hour later', 'once, Tuesday 3 November 2026 at 11:40'],
  ])('of %s: %s', (words, reply, proposal) => {
    const ada = planner('2026-11-03T07:40:00Z');
    ada.asks(words);
    expect(ada.says(reply)).toContain(proposal);
    ada.says('yes');
    expect(ada.next()).toBeDefined();
  });

  test('over midnight asks for the time', () => {
    const ada = planner('2026-11-03T07:40:00Z');
    ada.asks('weekdays 8:30');
    expect(ada.says('16 hours later')).toContain('At what time of the day instead?');
    expect(ada.says('10:15')).toContain('every weekday at 10:15');
  });

  test('without how much asks for the time', () => {
    const ada = planner('2026-11-03T07:40:00Z');
    ada.asks('weekdays 8:30');
    expect(ada.says('a bit later')).toContain('At what time of the day instead?');
    expect(ada.plan()?.asks?.choices.map(({ words }) => words)).toEqual(['09:30', '10:30']);
    expect(ada.says('the first')).toContain('every weekday at 9:30');
  });

  test('keeps the zone that was named with it', () => {
    const ada = planner('2026-11-03T07:40:00Z');
    ada.asks('weekdays 8:30 Tokyo time');
    expect(ada.says('an hour later')).toContain('every weekday at 9:30 (Asia/Tokyo)');
  });
});

describe('a day that is written "5.12."', () => {
  const asked = (message: string) => {
    const ada = planner('2026-11-03T07:40:00Z');
    ada.plans('daily 18:00');
    return ada.asks(remindIn(message) ?? 'nothing');
  };

  test.each([
    'interview on 5.12.',
    'My interview is on 5.12.',
    'interview on 5.12',
    'interview 5.12 at 10:00',
  ])('"%s" is that day', (message) => {
    expect(asked(message)).toContain('your interview on Saturday 5 December 2026');
  });

  test.each([
    ['remind 5.12.', 'At what time on Saturday 5 December 2026?'],
    ['remind 25.12.', 'At what time on Friday 25 December 2026?'],
    ['can you remind me on 5.12.?', 'At what time on Saturday 5 December 2026?'],
    ['remind 9:00 on 5.12.', 'once, Saturday 5 December 2026 at 9:00'],
    ['remind friday 4.12.', 'At what time on Friday 4 December 2026?'],
    ['remind every monday 18:00 from 5.12.', 'Monday 7 December 2026, 18:00'],
    ['remind 31.11.', 'There is no 31.11. The nearest days there are:'],
  ])('"%s" is a day', (message, said) => {
    expect(asked(message)).toContain(said);
  });

  test.each(['remind pause until 5.12.', 'remind pause until 5.12', 'remind pause 5.12.'])(
    '"%s" is until then',
    (message) => {
      expect(asked(message)).toContain('Paused until Saturday 5 December 2026.');
    },
  );

  test.each([
    ['remind at 9.10.', 'at 9:10'],
    ['remind weekdays 9.10.', 'every weekday at 9:10'],
    ['remind friday 9.10.', 'Friday 6 November 2026 at 9:10'],
    ['remind tomorrow 9.10.', 'Wednesday 4 November 2026 at 9:10'],
    ['remind 9.30.', 'at 9:30'],
    ['remind daily 8.30 and 18.10.', 'every day at 8:30 and 18:10'],
  ])('and "%s" is a time at the end of a sentence', (message, said) => {
    expect(asked(message)).toContain(said);
  });

  test('picks one of the days that were offered, and is a time where the day is known', () => {
    const ada = planner('2026-11-03T07:40:00Z');
    ada.asks('03/04/2027 9:00');
    expect(ada.says('3.4.')).toContain('once, Saturday 3 April 2027 at 9:00');
    const bea = planner('2026-11-03T07:40:00Z');
    bea.asks('12 march 2027');
    expect(bea.says('9.10.')).toContain('once, Friday 12 March 2027 at 9:10');
  });

  test('answers "until when"', () => {
    const ada = planner('2026-11-03T07:40:00Z');
    ada.plans('daily 18:00');
    ada.asks('pause');
    expect(ada.says('until 5.12.')).toContain('Paused until Saturday 5 December 2026.');
  });
});

describe('quiet hours without a half of the day', () => {
  test('are never guessed', () => {
    const ada = planner('2026-11-03T07:40:00Z');
    expect(ada.asks('quiet 10-7')).toContain('From when to when shall I be quiet?');
    expect(ada.hours().quiet).toBeUndefined();
    ada.asks('quiet 22-7');
    expect(ada.hours().quiet).toEqual({ from: '22:00', to: '07:00' });
  });

  test.each([
    ['10-7', ['22:00-07:00', '10:00-19:00']],
    ['from 9 to 5', ['21:00-05:00', '09:00-17:00']],
    ['12-7', ['00:00-07:00', '12:00-19:00']],
  ])('"%s" may be two', (words, meant) => {
    expect(new Set(quietMeant(words).map(({ from, to }) => `${from}-${to}`))).toEqual(new Set(meant));
    expect(quietIn(words)).toBeUndefined();
  });

  test.each([
    ['21:00-8:00', '21:00-08:00'],
    ['22-7', '22:00-07:00'],
    ['10pm-7am', '22:00-07:00'],
    ['10pm to 7', '22:00-07:00'],
    ['10-7am', '22:00-07:00'],
    ['9-13', '09:00-13:00'],
    ['07-9', '07:00-09:00'],
    ['12:00-13:00', '12:00-13:00'],
    ['none', '00:00-00:00'],
  ])('"%s" is what it says', (words, meant) => {
    expect(quietMeant(words).map(({ from, to }) => `${from}-${to}`)).toEqual([meant]);
  });

  test('are asked, and nothing is asked of others', () => {
    const grounds = {
      at: '2026-11-03T07:40:00Z',
      hours: { zone: 'Europe/Berlin' },
      personKey: 'terminal:local:ada',
      here: 'terminal/ada',
      home: 'terminal/ada',
      isBeside: false,
      lastActiveAt: '2026-11-03T07:40:00Z',
      about: { hasPractice: false, sheltered: false },
    };
    const made = quietAsked(newPlan(grounds), '10-7', grounds);
    const [effect] = made?.effects ?? [];
    expect(effect === undefined ? '' : fallbackText(effect.card)).toContain(
      'From when to when shall I be quiet?',
    );
    expect(made?.plan?.asks?.choices).toEqual([
      { label: '22:00 to 7:00', words: 'quiet 22:00-07:00' },
      { label: '10:00 to 19:00', words: 'quiet 10:00-19:00' },
    ]);
    expect(quietAsked(newPlan(grounds), '22-7', grounds)).toBeUndefined();
    expect(quietAsked(newPlan(grounds), 'purple', grounds)).toBeUndefined();
  });
});
