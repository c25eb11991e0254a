import { describe, expect, test } from 'vitest';
import { type Card, CardSchema } from '../../src/card/card.ts';
import { coachWords } from '../../src/card/coach-words.ts';
import { fallbackText, plainRuns } from '../../src/card/fallback.ts';
import * as changed from '../../src/mocks/series/cards/changed-cards.ts';
import * as going from '../../src/mocks/series/cards/go-on-card.ts';
import { teamHelpCard } from '../../src/mocks/series/cards/help-card.ts';
import { listCard } from '../../src/mocks/series/cards/list-card.ts';
import { endedAlreadyCard, problemCard, refusedCard } from '../../src/mocks/series/cards/refused-cards.ts';
import { editForm, freshValues, scheduleForm } from '../../src/mocks/series/cards/schedule-form.ts';
import { scheduledCard } from '../../src/mocks/series/cards/scheduled-card.ts';
import { byAdmin } from '../../src/mocks/series/cards/series-card.ts';
import { inListOrder, seriesMeant } from '../../src/mocks/series/in-list-order.ts';
import type { Series } from '../../src/mocks/series/series.ts';
import { countWords } from '../../src/text/words.ts';
import { judgingWords } from '../support/banned-words.ts';
import { NOW, Organised, ZONE } from './series-kit.ts';

const LATER = '2027-03-18T14:00:00.000Z';
const PLACE = {
  channels: [{ value: 'slack/C1', label: 'general' }],
  groups: [{ value: 'S1', label: 'Designers' }],
  knowsMembers: true,
};

const SERIES: Readonly<Record<string, Series>> = {
  weekly: new Organised('weekly Thursday 15:00').known,
  once: new Organised('20 March 2027 15:00', { who: { ids: ['ada'] } }).known,
  slow: new Organised('weekly Thursday 15:00', { mode: { kind: 'async', days: 7 }, who: { group: 'S1' } })
    .known,
  monthly: new Organised('monthly on the 31st 10:00', { rounds: 3, who: 'channel' }).known,
  asking: new Organised('weekly Thursday 15:00', { total: 1 }).held().known,
  ended: new Organised('weekly Thursday 15:00', { total: 2 })
    .held()
    .held()
    .happens({
      type: 'ended',
      by: { id: 'olga', isAdmin: false },
    }).known,
  hostile: new Organised('weekly Thursday 15:00', { title: `<!channel> \u202e*x*\n${'y'.repeat(90)}` }).known,
};

const CARDS: [string, Card][] = [
  ...Object.entries(SERIES).flatMap(([name, series]): [string, Card][] =>
    Object.entries({
      scheduled: scheduledCard(series, NOW),
      goOn: going.goOnCard(series, LATER),
      wentOn: going.wentOnCard(series, LATER),
      thatWasIt: going.thatWasItCard(series),
      unanswered: going.unansweredCard(series),
      edited: changed.editedCard(series, NOW),
      editedWhileOn: changed.editedCard(series, '2027-03-20T15:00:00.000Z'),
      unchanged: changed.unchangedCard(series, NOW),
      skipped: changed.skippedCard(series, NOW, LATER),
      noNext: changed.noNextCard(series),
      cancelled: changed.cancelledCard(series, false),
      cancelledWhileOn: changed.cancelledCard(series, true),
      calledNow: changed.calledNowCard(series),
      runningNow: changed.runningNowCard(series),
      past: changed.timeIsPastCard(series),
      refused: refusedCard(series),
      endedAlready: endedAlreadyCard(series),
      byAdmin: byAdmin(changed.cancelledCard(series, false)),
      form: editForm(series, PLACE),
      list: listCard([series], NOW),
    }).map(([what, card]) => [`${name}: ${what}`, card]),
  ),
  ['fresh form', scheduleForm(freshValues('slack/C1', ZONE), PLACE)],
  [
    'long list',
    listCard(
      Array.from({ length: 23 }, () => SERIES.weekly as Series),
      NOW,
    ),
  ],
  ['empty list', listCard([], NOW)],
  ['help', teamHelpCard()],
  ['problem', problemCard('Which of them?', [{ label: 'Friday', words: 'team schedule 2027-03-05 15:00' }])],
];

describe('every card of a series', () => {
  test('is one, with actions that a press can carry', () => {
    for (const [name, card] of CARDS) {
      expect(CardSchema.safeParse(card).error, name).toBeUndefined();
      for (const { action } of card.buttons)
        expect(action, name).toMatch(/^team:(?:schedule|s1:(?:edit|skip|cancel|now|go-on|end):\d+)$/u);
    }
  });

  test('says nothing that judges, exclaims or decorates', () => {
    for (const [name, card] of CARDS) {
      expect(judgingWords(card), name).toEqual([]);
      expect(`${coachWords(card)} ${card.notice ?? ''}`, name).not.toMatch(
        /!|\p{Extended_Pictographic}|\bgreat\b(?!est)|undefined|\bfail/iu,
      );
    }
  });

  test('says it in at most 35 words a line, and has labels a form has room for', () => {
    for (const [name, card] of CARDS)
      for (const block of card.blocks) {
        if (block.kind === 'text') expect(countWords(plainRuns(block.runs)), name).toBeLessThanOrEqual(35);
        if (block.kind === 'fields')
          for (const { lines } of block.fields)
            for (const line of lines) expect(countWords(plainRuns(line)), name).toBeLessThanOrEqual(35);
        if (block.kind === 'input') {
          expect(block.input.label.length, name).toBeLessThanOrEqual(45);
          if (block.input.type === 'choice') expect(block.input.options.length).toBeGreaterThan(0);
        }
      }
  });
});

test('what was scheduled is said again: day, date, time, zone, rhythm, who, and what the organiser sees', () => {
  const words = fallbackText(scheduledCard(SERIES.weekly as Series, NOW));
  for (const part of [
    'Thursday 4 March 2027, 15:00 (Europe/Berlin)',
    'Every Thursday at 15:00 (Europe/Berlin)',
    'four sessions, then I ask whether to go on',
    'Whoever likes to joins',
    'Join, Not this time and Observe',
    'nothing of what is said or written',
    'You are not paired unless you join',
  ])
    expect(words).toContain(part);
});

test('a list numbers each, says how many joined as a count, and names nobody', () => {
  const monthly = SERIES.monthly as Series;
  const weekly = new Organised('weekly Thursday 15:00').happens({
    type: 'joined',
    ids: ['ada', 'ben'],
  }).known;
  const other = { ...monthly, id: 's2' };
  const all = [other, { ...(SERIES.ended as Series), id: 's3' }, weekly];
  expect(inListOrder(all).map(({ id }) => id)).toEqual(['s1', 's2']);
  expect(seriesMeant(all, 2)?.id).toBe('s2');
  expect(seriesMeant(all, 3)).toBeUndefined();
  expect(seriesMeant(all, undefined)).toBeUndefined();
  expect(seriesMeant([weekly], undefined)?.id).toBe('s1');
  const words = fallbackText(listCard(inListOrder(all), NOW));
  expect(words).toContain('2 have joined so far');
  expect(words).toContain('team edit 1');
  expect(words).not.toMatch(/\bada\b|\bben\b/u);
});
