import { describe, expect, test } from 'vitest';
import { renderCard as onDiscord } from '../../adapters/discord/render/render.ts';
import { MESSAGE_CHARACTERS, weightOf } from '../../adapters/slack/render/limits.ts';
import { renderCard as onSlack } from '../../adapters/slack/render/render.ts';
import { type Card, CardSchema } from '../../src/card/card.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { announcementCard } from '../../src/mocks/cards/announcement-card.ts';
import { joinedCard } from '../../src/mocks/cards/answered-cards.ts';
import { recapCard, thanksCard } from '../../src/mocks/cards/closing-cards.ts';
import { phaseCard } from '../../src/mocks/cards/group-cards.ts';
import { invitationCard } from '../../src/mocks/cards/invitation-card.ts';
import { tenMinutesCard } from '../../src/mocks/cards/reminder-cards.ts';
import { listCard } from '../../src/mocks/series/cards/list-card.ts';
import { ADA, aMock, BEN, CHI, GROUP } from '../mocks/cards/sessions.ts';
import { NOW, Organised } from '../mocks/series-kit.ts';
import { refused as refusedByDiscord } from './discord/seen.ts';
import { refused as refusedBySlack } from './slack/seen.ts';

/** Who plans is in New York; the session is at 9:00 there. */
const SESSION = aMock({ nextAt: '2026-12-15T14:00:00.000Z' });
const [BEGINS, NEXT] = [1_796_133_600, 1_797_343_200];

interface SlackDate {
  readonly type: 'date';
  readonly timestamp: number;
  readonly format: string;
  readonly fallback: string;
}

/** What Slack shows by each reader's own clock. */
function datesOnSlack(card: Card): SlackDate[] {
  const found: SlackDate[] = [];
  JSON.stringify(onSlack(card, { userId: '' }), (_key, value) => {
    if (value?.type === 'date') found.push(value);
    return value;
  });
  return found;
}

/** What Discord does: marks that no backslash stands before. */
function timesOnDiscord(card: Card): string[] {
  const messages = onDiscord(card, { userId: '1', writesInForm: false });
  return JSON.stringify(messages).match(/(?<!\\)<t:\d+:\w>/gu) ?? [];
}

describe('in the channel each reads the time by their own clock', () => {
  test('of the invitation, with the organiser’s beside it', () => {
    const card = announcementCard(SESSION);
    expect(datesOnSlack(card)).toEqual([
      {
        type: 'date',
        timestamp: BEGINS,
        format: '{date_long_pretty} at {time} (Tuesday 9:00 in New York)',
        fallback: 'Tuesday 1 December 2026, 9:00 (America/New_York)',
      },
    ]);
    expect(timesOnDiscord(card)).toEqual([`<t:${BEGINS}:F>`]);
    expect(fallbackText(card)).toContain('When: Tuesday 1 December 2026, 9:00 (America/New_York)');
  });

  test.each([
    [
      'that it was held, and the next',
      announcementCard({ ...SESSION, stage: 'over', ended: 'held' }),
      [BEGINS, NEXT],
    ],
    ['the recap', recapCard({ ...SESSION, stage: 'over', ended: 'held' }), [NEXT]],
    ['what is scheduled', listCard([new Organised('weekly Thursday 15:00').known], NOW), [1_804_168_800]],
  ])('of %s', (_, card, seconds) => {
    expect(datesOnSlack(card).map(({ timestamp }) => timestamp)).toEqual(seconds);
    expect(timesOnDiscord(card)).toEqual(seconds.map((second) => `<t:${second}:F>`));
  });

  test('a zone that is named after no place, or that nobody knows, stands as it is or is UTC', () => {
    const there = (zone: string) => datesOnSlack(announcementCard({ ...SESSION, zone }))[0]?.format;
    expect(there('UTC')).toMatch(/ \(Tuesday 14:00 UTC\)$/);
    expect(there('America/Argentina/Buenos_Aires')).toMatch(/ \(Tuesday 11:00 in Buenos Aires\)$/);
    expect(there('Mars/Olympus')).toMatch(/ \(Tuesday 14:00 UTC\)$/);
  });
});

describe('alone', () => {
  test('whose zone is known reads it in words, whose zone is not by what their platform knows', () => {
    expect(datesOnSlack(joinedCard(SESSION, ADA))).toEqual([]);
    expect(fallbackText(joinedCard(SESSION, ADA))).toContain('15:00 (Europe/Berlin)');
    expect(timesOnDiscord(joinedCard(SESSION, CHI))).toEqual([`<t:${BEGINS}:F>`]);
    expect(timesOnDiscord(thanksCard(SESSION, CHI))).toEqual([`<t:${NEXT}:F>`]);
  });

  test('of an invitation too, which speaks of no change that its reader has not seen', () => {
    const moved = { ...SESSION, sequence: 2 };
    expect(datesOnSlack(invitationCard(moved, ADA))).toEqual([]);
    expect(fallbackText(invitationCard(moved, ADA))).toContain(
      'When: Tuesday 1 December 2026, 15:00 (Europe/Berlin)',
    );
    expect(timesOnDiscord(invitationCard(moved, {}))).toEqual([`<t:${BEGINS}:F>`]);
    expect(fallbackText(invitationCard(moved, {}))).not.toContain('has changed');
    expect(fallbackText(announcementCard(moved))).toContain('The time has changed');
  });

  test('of a day that is known it is the time alone', () => {
    expect(timesOnDiscord(tenMinutesCard(SESSION, CHI))).toEqual([`<t:${BEGINS}:t>`]);
    expect(datesOnSlack(tenMinutesCard(SESSION, CHI))).toMatchObject([
      { format: '{time} (9:00 in New York)', fallback: '9:00 (America/New_York)' },
    ]);
  });
});

test('a group reads a line a zone, and who has none theirs', () => {
  const mock = aMock({ mode: { kind: 'async', days: 3 }, members: [ADA, BEN, CHI] });
  const until = (pair: readonly [string, string]) =>
    phaseCard(mock, { ...GROUP, pair, phase: 'answer' }, catalog.default);
  expect(datesOnSlack(until(['ada', 'ben']))).toEqual([]);
  expect(fallbackText(until(['ada', 'ben']))).toContain(
    '15:06 (Europe/Berlin)\nTuesday 1 December 2026, 19:36 (Asia/Kolkata)',
  );
  expect(timesOnDiscord(until(['ada', 'chi']))).toEqual([`<t:${BEGINS + 360}:F>`]);
  expect(fallbackText(until(['ada', 'chi']))).toContain('15:06 (Europe/Berlin)');
});

test('no title makes a time of its own, whatever it is written like', () => {
  for (const title of [
    '<t:1796133600:F>',
    '\\<t:1796133600:F>',
    '<!date^1796133600^{time}|then>',
    '{"at":"2026-12-01T14:00:00.000Z","shows":"day","words":"now","there":"here"}',
  ]) {
    for (const card of [
      announcementCard({ ...SESSION, title }),
      listCard([new Organised('weekly Thursday 15:00', { title }).known], NOW),
    ]) {
      // Through the outbox, as it travels.
      const stored = CardSchema.parse(JSON.parse(JSON.stringify(card)));
      expect(datesOnSlack(stored)).toHaveLength(1);
      expect(timesOnDiscord(stored)).toHaveLength(1);
    }
  }
});

test('times count with the words beside them: the longest list fits, and both platforms take all of it', () => {
  const title = '<&>_*'.repeat(24);
  const series = new Organised('every two weeks on Thursday 15:00', {
    title,
    zone: 'America/Argentina/Buenos_Aires',
  });
  const card = listCard(Array(20).fill(series.known), NOW);
  expect(datesOnSlack(card)).toHaveLength(20);
  expect(timesOnDiscord(card)).toHaveLength(20);
  for (const { blocks } of onSlack(card, { userId: '' })) {
    expect(refusedBySlack(blocks)).toEqual([]);
    expect(weightOf(blocks)).toBeLessThanOrEqual(MESSAGE_CHARACTERS);
  }
  for (const message of onDiscord(card, { userId: '1', writesInForm: false }))
    expect(refusedByDiscord(message)).toEqual([]);
});
