import { describe, expect, test } from 'vitest';
import { CardSchema } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import { advanceMock } from '../../src/mocks/advance-mock.ts';
import type { Mock } from '../../src/mocks/mock.ts';
import type { MockEffect, MockEvent } from '../../src/mocks/mock-event.ts';
import { type Paused, pausedUntil, type TeamPause, withoutPause, withPause } from '../../src/mocks/pause.ts';
import { endedPauseCard, pausedCard, pausesCard } from '../../src/mocks/series/cards/pause-cards.ts';
import { teamCommand } from '../../src/mocks/series/team-command.ts';
import { countWords } from '../../src/text/words.ts';
import { judgingWords } from '../support/banned-words.ts';
import { groundsAt, plannedMock, presses, STARTS_AT } from './machine.ts';

const HERE = 'slack/C1';
const MONDAY = '2027-03-01T15:00:00.000Z';
const ZONE = 'Europe/Berlin';
const until = (from: string, channel?: string): TeamPause => ({
  from,
  zone: ZONE,
  ...(channel === undefined ? {} : { channel }),
});

describe('until when somebody is left in peace', () => {
  test('until the beginning of that day in their zone, across a change of the clock; then it is over by itself', () => {
    const held = [until('2027-04-01')];
    expect(pausedUntil(held, HERE, MONDAY)).toBe('2027-03-31T22:00:00.000Z');
    expect(pausedUntil(held, HERE, '2027-03-31T21:59:59.000Z')).toBe('2027-03-31T22:00:00.000Z');
    expect(pausedUntil(held, HERE, '2027-03-31T22:00:00.000Z')).toBeUndefined();
  });

  test('that of one channel says nothing of another; of two that hold, the later counts', () => {
    expect(pausedUntil([until('2027-03-08', 'slack/C2')], HERE, MONDAY)).toBeUndefined();
    const both = [until('2027-03-20'), until('2027-03-08', HERE)];
    expect(pausedUntil(both, HERE, MONDAY)).toBe('2027-03-19T23:00:00.000Z');
  });

  test('a new one takes the place of the one before it of the same channel, shorter or longer', () => {
    const held = withPause(
      [until('2027-04-01', HERE), until('2027-03-05')],
      until('2027-03-08', HERE),
      MONDAY,
    );
    expect(held).toEqual([until('2027-03-05'), until('2027-03-08', HERE)]);
    // What is over is not kept on.
    expect(withPause(held, until('2027-06-01', HERE), '2027-05-01T00:00:00.000Z')).toEqual([
      until('2027-06-01', HERE),
    ]);
  });

  test('whoever wants to be asked again in a channel is, whatever pause it was; and elsewhere as before', () => {
    const held = [until('2027-03-20'), until('2027-03-20', HERE), until('2027-03-20', 'slack/C2')];
    expect(withoutPause(held, HERE)).toEqual([until('2027-03-20', 'slack/C2')]);
    expect(withoutPause(held, undefined)).toEqual([]);
  });

  test('a zone that no table knows keeps nobody from pausing', () => {
    expect(pausedUntil([{ from: '2027-03-08', zone: 'Nowhere/At-all' }], HERE, MONDAY)).toBe(
      '2027-03-08T00:00:00.000Z',
    );
  });
});

describe('a session and who pauses', () => {
  const AFTER = '2027-03-09T23:00:00.000Z';
  const BEFORE = '2027-03-03T23:00:00.000Z';

  function play(events: readonly (readonly [string, MockEvent])[], paused: Paused = new Map()) {
    let mock: Mock = plannedMock();
    const effects: MockEffect[] = [];
    for (const [at, event] of [[MONDAY, { type: 'woke' }] as const, ...events]) {
      const turn = advanceMock(mock, event, { ...groundsAt(at), paused });
      mock = turn.mock;
      effects.push(...turn.effects);
    }
    return { mock, effects };
  }
  const pauses = (until: string): MockEvent => ({ type: 'paused', id: 'ada', until });
  const told = (effects: readonly MockEffect[], id: string) =>
    effects.flatMap((one) => (one.type === 'tell' && one.to === id ? [one] : []));
  const DAY_BEFORE = '2027-03-03T15:00:00.000Z';

  test('who had joined is out of it, and of their calendar: no word to them beside, none of them to others', () => {
    const { mock, effects } = play([
      [MONDAY, presses('Ada', 'join')],
      [MONDAY, presses('Ben', 'join')],
      [MONDAY, pauses(AFTER)],
    ]);
    expect(mock.members.find(({ id }) => id === 'ada')?.answer).toBe('notThis');
    expect(told(effects, 'ada')).toHaveLength(1);
    const files = effects.flatMap((one) =>
      one.type === 'calendar' && one.to === 'ada' ? [one.entry.status] : [],
    );
    expect(files.map((status) => status === 'cancelled')).toEqual([false, true]);
    const after = advanceMock(mock, { type: 'woke' }, groundsAt(DAY_BEFORE));
    expect(told(after.effects, 'ada')).toEqual([]);
    expect(told(after.effects, 'ben')).toHaveLength(1);
  });

  test('who was invited by message and paused since hears neither of another time nor that it is off', () => {
    const rostered: MockEvent = {
      type: 'rostered',
      people: [
        { id: 'ada', name: 'Ada', practised: 0 },
        { id: 'ben', name: 'Ben', practised: 0 },
      ],
    };
    const { mock } = play([[MONDAY, rostered]]);
    const grounds = { ...groundsAt(MONDAY), paused: new Map([['ada', AFTER]]) };
    const moved = advanceMock(mock, { type: 'moved', startsAt: '2027-03-05T15:00:00.000Z' }, grounds);
    const off = advanceMock(mock, { type: 'calledOff', how: 'cancelled' }, grounds);
    for (const { effects } of [moved, off])
      expect([told(effects, 'ada').length, told(effects, 'ben').length]).toEqual([0, 1]);
  });

  test('the same pause again changes nothing', () => {
    const { mock } = play([
      [MONDAY, presses('Ada', 'join')],
      [MONDAY, pauses(AFTER)],
    ]);
    expect(advanceMock(mock, pauses(AFTER), groundsAt(MONDAY))).toEqual({ mock, effects: [] });
  });

  test('a session that comes after the pause keeps them, and reminds them of nothing before it is over', () => {
    const paused = new Map([['ada', BEFORE]]);
    const { mock } = play(
      [
        [MONDAY, presses('Ada', 'join')],
        [MONDAY, pauses(BEFORE)],
      ],
      paused,
    );
    expect(mock.members.find(({ id }) => id === 'ada')?.answer).toBe('joined');
    const dayBefore = advanceMock(mock, { type: 'woke' }, { ...groundsAt(DAY_BEFORE), paused });
    expect(told(dayBefore.effects, 'ada')).toEqual([]);
    const minutes = advanceMock(dayBefore.mock, { type: 'woke' }, groundsAt('2027-03-04T14:50:00.000Z'));
    expect(told(minutes.effects, 'ada')).toHaveLength(1);
  });

  test('whoever joins in their pause is in it, is reminded and paired: that is their word', () => {
    const paused = new Map([['ada', AFTER]]);
    const { mock } = play(
      [
        [MONDAY, pauses(AFTER)],
        [MONDAY, presses('Ada', 'join')],
        [MONDAY, presses('Ben', 'join')],
      ],
      paused,
    );
    const grounds = (at: string) => ({ ...groundsAt(at), paused });
    const dayBefore = advanceMock(mock, { type: 'woke' }, grounds(DAY_BEFORE));
    expect(told(dayBefore.effects, 'ada')).toHaveLength(1);
    let now = dayBefore.mock;
    for (const name of ['Ada', 'Ben'])
      now = advanceMock(now, presses(name, 'here'), grounds('2027-03-04T14:55:00.000Z')).mock;
    now = advanceMock(now, { type: 'woke' }, grounds(STARTS_AT)).mock;
    expect(now.groups.flatMap(({ pair }) => [...pair]).toSorted()).toEqual(['ada', 'ben']);
  });

  test('what has begun goes on with them', () => {
    const { mock } = play([
      [MONDAY, presses('Ada', 'join')],
      [MONDAY, presses('Ben', 'join')],
      ['2027-03-04T14:55:00.000Z', presses('Ada', 'here')],
      ['2027-03-04T14:55:00.000Z', presses('Ben', 'here')],
      [STARTS_AT, { type: 'woke' }],
      [STARTS_AT, pauses(AFTER)],
    ]);
    expect(mock.groups.flatMap(({ pair }) => [...pair]).toSorted()).toEqual(['ada', 'ben']);
    expect(mock.groups[0]?.phase).not.toBe('over');
  });
});

test('every card of a pause is one that can be shown, short, and what its buttons say can be typed', () => {
  const cards = [
    pausedCard(until('2027-04-01', HERE)),
    pausedCard(until('2027-04-01')),
    pausesCard([], { channel: HERE, now: MONDAY }),
    pausesCard([until('2027-04-01')], { channel: undefined, now: MONDAY }),
    endedPauseCard(HERE),
    endedPauseCard(undefined),
  ];
  for (const card of cards) {
    expect(CardSchema.safeParse(card).error).toBeUndefined();
    expect(judgingWords(card)).toEqual([]);
    for (const line of fallbackText(card).split('\n')) expect(countWords(line)).toBeLessThanOrEqual(35);
    for (const { word } of card.buttons)
      expect(teamCommand(word, { now: MONDAY, zone: ZONE })?.name, word).toBe('pause');
  }
  // A pause that is over is none.
  expect(fallbackText(pausesCard([until('2027-02-01')], { channel: HERE, now: MONDAY }))).toContain(
    'You are not paused',
  );
});
