import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CardSchema } from '../../../src/card/card.ts';
import { coachWords } from '../../../src/card/coach-words.ts';
import { fallbackText } from '../../../src/card/fallback.ts';
import { type Once, type OncePressed, OnceSchema, parseOnce } from '../../../src/mocks/stats/once.ts';
import {
  advanceOnce,
  nextOnceWake,
  type OnceEffect,
  type OnceEvent,
  type OnceGrounds,
} from '../../../src/mocks/stats/once-by.ts';
import { countWords } from '../../../src/text/words.ts';
import { judgingWords } from '../../support/banned-words.ts';

const SAID_AT = '2027-03-01T09:00:00.000Z';
/** Friday, 18:00 in Berlin. */
const BY = '2027-03-05T17:00:00.000Z';
const MON = '2027-03-01T12:00:00.000Z';
const THU = '2027-03-04T17:00:00.000Z';
const WOKE: OnceEvent = { type: 'woke' };
const INVITED: OnceEvent = {
  type: 'invited',
  id: 'once1',
  channel: 'slack/C1',
  organizer: { id: 'org', name: 'Olga' },
  zone: 'Europe/Berlin',
  by: BY,
};
const ASKED: OnceEvent = { type: 'asked', by: { id: 'org', isAdmin: false } };
const OFF: OnceEvent = { type: 'calledOff', by: { id: 'org', isAdmin: false } };

function grounds(at: string, practised: readonly string[] = [], paused: readonly string[] = []): OnceGrounds {
  return { at, practised: new Set(practised), paused: new Map(paused.map((id) => [id, BY])) };
}

function presses(id: string, what: OncePressed, zone?: string): OnceEvent {
  const name = `${id[0]?.toUpperCase()}${id.slice(1)}`;
  return { type: 'pressed', by: { id, name, ...(zone === undefined ? {} : { zone }) }, what };
}

type Step = readonly [OnceGrounds | string, OnceEvent];

/** Plays events from the invitation on. */
function play(...steps: readonly Step[]) {
  return on(undefined, [SAID_AT, INVITED], ...steps);
}

function on(begun: Once | undefined, ...steps: readonly Step[]) {
  let once = begun;
  const effects: OnceEffect[] = [];
  for (const [at, event] of steps) {
    const turn = advanceOnce(once, event, typeof at === 'string' ? grounds(at) : at);
    once = turn.once;
    effects.push(...turn.effects);
  }
  if (once === undefined) throw new Error('nobody invited');
  return { once, effects, told: effects.flatMap((one) => (one.type === 'tell' ? [one] : [])) };
}

function read(told: OnceEffect | undefined): string {
  if (told === undefined) throw new Error('nobody was told');
  return fallbackText(told.card);
}

function organiserSees(once: Once): string {
  const [told] = advanceOnce(once, ASKED, grounds(MON)).effects;
  if (told?.type !== 'tell') throw new Error('nobody was told');
  expect(told.to).toBe('org');
  return fallbackText(told.card);
}

describe('once by Friday', () => {
  test('the channel is asked once, and whoever invited hears when they will know', () => {
    const { effects, once, told } = play([MON, INVITED], [MON, WOKE]);
    const posted = effects.flatMap((one) => (one.type === 'post' ? [fallbackText(one.card)] : []));
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain(
      'Olga invites you to practise once by Friday 5 March 2027, 18:00 (Europe/Berlin)',
    );
    expect(told.map(({ to }) => to)).toEqual(['org']);
    expect(nextOnceWake(once)).toBe(BY);
  });

  test('who takes part reads the date in their own zone, and that the organiser sees nothing unless they say so', () => {
    const { told } = play([MON, presses('ada', 'join', 'Asia/Tokyo')]);
    const card = read(told.at(-1));
    expect(card).toContain('Saturday 6 March 2027, 2:00 (Asia/Tokyo)');
    expect(card).toContain('Olga sees nothing of it');
  });

  test('the organiser sees done or not yet of those who agreed, and of others nothing', () => {
    const { once } = play(
      [MON, presses('ada', 'tell')],
      [MON, presses('ben', 'tell')],
      [MON, presses('chidi', 'join')],
      [MON, presses('dee', 'join')],
      [MON, presses('dee', 'not-this')],
      [grounds(MON, ['ada', 'chidi']), WOKE],
    );
    const seen = organiserSees(once);
    expect(seen).toMatch(/Done\W+Ada/u);
    expect(seen).toMatch(/Not yet\W+Ben/u);
    expect(seen).not.toMatch(/Chidi|Dee|others|\d (?:people|joined)/u);
  });

  test('who practised before they joined is done, where it was after the invitation', () => {
    const { once, told } = play([grounds(MON, ['ada']), presses('ada', 'tell')]);
    expect(organiserSees(once)).toMatch(/Done\W+Ada/u);
    expect(read(told.at(-1))).toContain('your practice is noted');
    expect(nextOnceWake(once)).toBe(BY);
  });

  test('nobody but whoever invited reads how it stands, an admin neither; an admin may call it off', () => {
    const { once } = play([MON, presses('ada', 'tell')]);
    for (const isAdmin of [false, true]) {
      const { told } = on(once, [MON, { type: 'asked', by: { id: 'zed', isAdmin } }]);
      expect(told.map(({ to }) => to)).toEqual(['zed']);
      expect(read(told[0])).not.toContain('Ada');
    }
    expect(on(once, [MON, { type: 'calledOff', by: { id: 'zed', isAdmin: false } }]).once.stage).toBe('open');
    const off = on(once, [MON, { type: 'calledOff', by: { id: 'zed', isAdmin: true } }]);
    expect(off.once.stage).toBe('over');
    expect(off.told.map(({ to }) => to).toSorted()).toEqual(['ada', 'org', 'zed']);
  });

  test('who takes it back is not shown any more, and who says no is not brought in by an old button', () => {
    const { once } = play([MON, presses('ada', 'tell')], [MON, presses('ada', 'hide')]);
    expect(organiserSees(once)).not.toContain('Ada');
    const no = play(
      [MON, presses('ada', 'join')],
      [MON, presses('ada', 'not-this')],
      [MON, presses('ada', 'hide')],
    );
    expect(no.once.people[0]?.answer).toBe('notThis');
  });

  test('of a stranger who says no, nothing is kept and nothing said', () => {
    const { once, told } = play([MON, presses('zed', 'not-this')], [MON, presses('zed', 'hide')]);
    expect(once.people).toEqual([]);
    expect(told.map(({ to }) => to)).toEqual(['org']);
  });

  test('a day before, those who joined and have not practised are reminded, once; nobody who pauses', () => {
    const { once } = play(
      [MON, presses('ada', 'join')],
      [MON, presses('ben', 'tell')],
      [MON, presses('pia', 'join')],
      [MON, presses('dee', 'join')],
      [MON, presses('dee', 'not-this')],
      [grounds(MON, ['ben']), WOKE],
    );
    expect(nextOnceWake(once)).toBe(THU);
    const rung = on(
      once,
      [grounds(THU, ['ben'], ['pia']), WOKE],
      [THU, WOKE],
      [MON, presses('ada', 'not-this')],
      [MON, presses('ada', 'join')],
      [THU, WOKE],
    );
    const reminded = rung.told.filter(({ card }) => fallbackText(card).includes('You wanted to practise'));
    expect(reminded.map(({ to }) => to)).toEqual(['ada']);
    expect(nextOnceWake(rung.once)).toBe(BY);
  });

  test('a reminder waits for the morning of who is asleep, and one that would come after the date does not come', () => {
    const { once } = play([MON, presses('ada', 'join', 'Asia/Tokyo')]);
    const wake = nextOnceWake(once) ?? '';
    expect(Date.parse(wake)).toBeGreaterThan(Date.parse(THU));
    expect(Date.parse(wake)).toBeLessThan(Date.parse(BY));
    const late = on(once, [BY, WOKE]);
    expect(late.told.map(({ to }) => to)).toEqual(['org']);
  });

  test('a zone that no table knows keeps nobody from joining', () => {
    expect(nextOnceWake(play([MON, presses('ada', 'join', 'Nowhere/At-all')]).once)).toBe(THU);
  });

  test('at the date the organiser hears how it stands, also where the bell comes late; after it nothing counts', () => {
    const after = '2027-03-05T18:00:00.000Z';
    const { once, told } = play(
      [MON, presses('ada', 'tell')],
      [MON, presses('ben', 'tell')],
      // Ada practised in time: the bell is an hour late.
      [grounds(after, ['ada']), WOKE],
      [grounds(after, ['ada', 'ben']), presses('ben', 'tell')],
      ['2027-03-06T18:00:00.000Z', WOKE],
    );
    expect(told.slice(-2).map(({ to }) => to)).toEqual(['org', 'ben']);
    expect(read(told.at(-2))).toMatch(/Done\W+Ada[\s\S]*Not yet\W+Ben/u);
    expect(read(told.at(-1))).toContain('The date is over');
    expect(once.people.find(({ id }) => id === 'ben')?.done).toBeUndefined();
    expect(nextOnceWake(once)).toBeUndefined();
  });

  test('what is called off is told to those who joined, and to them once', () => {
    const { once, told } = play(
      [MON, presses('ada', 'join')],
      [MON, presses('ben', 'join')],
      [MON, presses('ben', 'not-this')],
      [MON, OFF],
      [MON, OFF],
    );
    const off = told.filter(({ card }) => fallbackText(card).includes('is called off'));
    expect(off.map(({ to }) => to)).toEqual(['org', 'ada']);
    expect(nextOnceWake(once)).toBeUndefined();
  });

  test('where whoever invited is gone, those who joined hear that it is off, and no name of theirs', () => {
    const { told, once } = play(
      [MON, presses('ada', 'join')],
      [MON, { type: 'organizerGone' }],
      [MON, { type: 'organizerGone' }],
    );
    expect(told.slice(2).map(({ to }) => to)).toEqual(['ada']);
    expect(read(told.at(-1))).toContain('The invitation of a colleague to practise once is called off');
    expect(JSON.stringify(once)).not.toContain('Olga');
  });

  test('a channel that does not take it: whoever invited hears what to do, and nothing waits', () => {
    const { once, told } = play([MON, { type: 'notPosted' }]);
    expect(told.at(-1)?.to).toBe('org');
    expect(nextOnceWake(once)).toBeUndefined();
  });
});

test('whatever is pressed, in any order and at any time: nobody is shown who did not agree, nor reminded twice or late', () => {
  const at = fc.integer({ min: Date.parse(SAID_AT) - 3_600_000, max: Date.parse(BY) + 3 * 3_600_000 });
  const who = fc.constantFrom('ada', 'ben', 'chidi', 'stranger');
  const event = fc.oneof(
    fc.constant(WOKE),
    fc
      .tuple(who, fc.constantFrom<OncePressed>('join', 'not-this', 'tell', 'hide'))
      .map(([by, what]) => presses(by, what)),
  );
  const practised = fc.subarray(['ada', 'ben', 'chidi']);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(at, event, practised), { maxLength: 30 }),
      fc.boolean(),
      (steps, isSorted) => {
        // Unsorted, the clock goes back.
        const inOrder = isSorted ? steps.toSorted(([one], [other]) => one - other) : steps;
        const reminded: string[] = [];
        let once = play().once;
        for (const [ms, what, done] of inOrder) {
          const now = grounds(new Date(ms).toISOString(), done);
          const turn = on(once, [now, what]);
          for (const { to, card } of turn.told) {
            expect(CardSchema.safeParse(card).error).toBeUndefined();
            expect(judgingWords(card)).toEqual([]);
            for (const line of fallbackText(card).split('\n'))
              expect(countWords(line)).toBeLessThanOrEqual(35);
            expect(`${coachWords(card)} ${card.notice ?? ''}`).not.toMatch(/!|\bgreat\b/iu);
            if (!fallbackText(card).includes('You wanted to practise')) continue;
            expect(ms).toBeLessThan(Date.parse(BY));
            const person = once.people.find(({ id }) => id === to);
            expect(person).toMatchObject({ answer: 'joined' });
            expect(person?.done).toBeUndefined();
            expect(done).not.toContain(to);
            reminded.push(to);
          }
          once = turn.once;
          if (what.type === 'woke') expect(advanceOnce(once, what, now)).toEqual({ once, effects: [] });
          expect(parseOnce(JSON.parse(JSON.stringify(once)))).toEqual(once);
          // What those who did not agree do is nothing to the organiser.
          const hidden = {
            ...once,
            people: once.people.filter(({ tells }) => tells),
          };
          expect(organiserSees(OnceSchema.parse(hidden))).toBe(organiserSees(once));
        }
        expect(new Set(reminded).size).toBe(reminded.length);
        for (let rings = 0; rings < 10; rings += 1) {
          const wake = nextOnceWake(once);
          if (wake === undefined) break;
          once = on(once, [wake, WOKE]).once;
        }
        expect(nextOnceWake(once)).toBeUndefined();
      },
    ),
    { numRuns: process.env.FULL === '1' ? 3_000 : 20 },
  );
});

test('every card of it is one that can be shown, and says no judging word', () => {
  const { effects } = play(
    [MON, presses('ada', 'tell')],
    [MON, presses('ben', 'join')],
    [MON, { type: 'asked', by: { id: 'zed', isAdmin: true } }],
    [THU, WOKE],
    [THU, ASKED],
    [THU, OFF],
    [THU, presses('ada', 'join')],
  );
  expect(effects.length).toBeGreaterThan(8);
  for (const { card } of effects) {
    expect(CardSchema.safeParse(card).error).toBeUndefined();
    expect(judgingWords(card)).toEqual([]);
    for (const line of fallbackText(card).split('\n')) expect(countWords(line)).toBeLessThanOrEqual(35);
  }
});
