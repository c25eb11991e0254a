import { describe, expect, test } from 'vitest';
import { fallbackText } from '../../../src/card/fallback.ts';
import { announcementCard } from '../../../src/mocks/cards/announcement-card.ts';
import { recapCard } from '../../../src/mocks/cards/closing-cards.ts';
import { channelCards } from './every-card.ts';
import { ADA, aMock, BEN, CHI, DEE, EVE, GROUP, GUIDES, TRIO, TWISTS, withCards } from './sessions.ts';

const NAMES = /Ada|Ben|Chidi|Deirdre|Evelyn|Olga/u;

describe('the invitation', () => {
  test('says who joined as a count, and nothing of those who did not', () => {
    const words = fallbackText(announcementCard(aMock()));
    expect(words).toContain('3 so far');
    expect(words).not.toMatch(NAMES);
    const more = aMock({ members: [ADA, BEN, CHI, DEE, EVE, { ...EVE, id: 'fay', answer: 'notThis' }] });
    expect(announcementCard(more)).toEqual(announcementCard(aMock()));
  });

  test('is the same before anybody joined, without a count', () => {
    expect(fallbackText(announcementCard(aMock({ members: [DEE, EVE] })))).not.toContain('Joined');
  });

  test("shows the organiser's zone, what it asks this time, and what to choose", () => {
    const words = fallbackText(announcementCard(aMock({ twist: 'sixty-seconds' })));
    expect(words).toContain('Tuesday 1 December 2026, 9:00 (America/New_York)');
    expect(words).toContain('30 minutes, all at the same time');
    expect(words).toContain('sixty seconds');
    expect(words).toContain('a story you would tell colleagues');
    expect(new Set(TWISTS.map((twist) => fallbackText(announcementCard(aMock({ twist }))))).size).toBe(
      TWISTS.length,
    );
  });

  test('says that it was moved', () => {
    expect(fallbackText(announcementCard(aMock({ sequence: 1 })))).toContain('The time has changed.');
    expect(fallbackText(announcementCard(aMock()))).not.toContain('changed');
  });

  test('can be joined late while a live session runs, and not once it is over', () => {
    const labels = (change: Parameters<typeof aMock>[0]) =>
      announcementCard(aMock(change)).buttons.map(({ label }) => label);
    expect(labels({})).toEqual(['Join', 'Not this time', 'Observe']);
    expect(labels({ stage: 'running' })).toEqual(['Join late']);
    expect(labels({ stage: 'running', mode: { kind: 'async', days: 3 } })).toEqual([]);
    expect(labels({ stage: 'closing' })).toEqual([]);
    for (const ended of ['held', 'nobody', 'cancelled', 'skipped', 'missed'] as const)
      expect(labels({ stage: 'over', ended })).toEqual([]);
  });

  test('that came to nothing counts nobody', () => {
    for (const ended of ['nobody', 'cancelled', 'missed'] as const)
      expect(fallbackText(announcementCard(aMock({ stage: 'over', ended })))).not.toContain('so far');
  });
});

describe('the recap', () => {
  test('names those alone who took part and agreed', () => {
    const named = { named: true } as const;
    const members = [{ ...ADA, ...named }, BEN, CHI, { ...DEE, ...named }, { ...EVE, ...named }];
    const words = fallbackText(
      recapCard(aMock({ members, groups: [GROUP], nextAt: '2026-12-15T14:00:00.000Z' })),
    );
    expect(words).toContain('2 took part.');
    expect(words).toContain('Among them: Ada.');
    expect(words).not.toMatch(/Ben|Chidi|Deirdre|Evelyn/u);
    expect(words).toContain('Tuesday 15 December 2026, 9:00 (America/New_York)');
  });

  test('names nobody who went and said not this time, whatever they agreed to before', () => {
    const gone = { ...BEN, named: true, answer: 'notThis' } as const;
    expect(fallbackText(recapCard(aMock({ members: [ADA, gone], groups: [GROUP] })))).not.toContain('Ben');
  });

  test('counts somebody once who was in two rounds', () => {
    const groups = [TRIO, { ...TRIO, no: 2 }];
    expect(fallbackText(recapCard(aMock({ groups })))).toContain('3 took part.');
  });
});

test('nothing that was said or judged is read in the channel', () => {
  for (const guide of GUIDES) {
    const mock = withCards(
      aMock({
        groups: [TRIO],
        words: [{ group: 1, turn: 0, candidate: 'ada', text: 'I agreed it by phone.', sent: true }],
        members: [{ ...ADA, numbers: true }, { ...BEN, numbers: true }, CHI],
      }),
      guide,
      ['partner', 'own', 'coach', 'observer'],
    );
    const bare = { ...mock, cards: [], words: [] };
    expect(channelCards(mock)).toEqual(channelCards(bare));
    for (const { card } of channelCards(mock)) expect(fallbackText(card)).not.toMatch(NAMES);
  }
});
