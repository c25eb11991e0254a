import { describe, expect, test } from 'vitest';
import { fallbackText } from '../../../src/card/fallback.ts';
import { revealCard } from '../../../src/mocks/cards/reveal-card.ts';
import type { Mock } from '../../../src/mocks/mock.ts';
import { ADA, aMock, BEN, CHI, cardsOf, GUIDES, TRIO, withCards } from './sessions.ts';

const ALL = ['partner', 'own', 'coach', 'observer'] as const;
const BOTH_NUMBERS = [{ ...ADA, numbers: true as const }, { ...BEN, numbers: true as const }, CHI];

describe.each(GUIDES.map((guide) => [guide.id, guide] as const))(
  'the cards of an answer about %s',
  (_, guide) => {
    const shownTo = (reader: string, by: readonly (typeof ALL)[number][] = ALL, change: Partial<Mock> = {}) =>
      fallbackText(
        revealCard(withCards(aMock({ groups: [TRIO], ...change }), guide, by), TRIO, 0, guide, reader),
      );
    const second = guide.steps[1]?.name ?? '';

    test('stand side by side, each with who it is from as the reader knows them', () => {
      const toAda = shownTo('ada');
      expect(toAda).toContain(`${second}: Ben: want more\nyou: heard clearly\nthe coach: did not hear`);
      expect(toAda).toContain('What stayed with Ben: "I got it in writing since."');
      expect(toAda).toContain('A question Ben still has: "Who rang the hotel?"');
      expect(toAda).toContain('What you want to keep: "My words to keep."');
      expect(toAda).toContain('What Chidi would keep: "A sentence to keep."');
      const toBen = shownTo('ben');
      expect(toBen).toContain(`${second}: you: want more\nAda: heard clearly\nthe coach: did not hear`);
      expect(toBen).toContain('What stayed with you: "I got it in writing since."');
    });

    test('begin with what stayed, which an answer can be built on', () => {
      const words = shownTo('ada');
      const [stayed, step, asked] = [
        'What stayed with Ben',
        `${second}: Ben`,
        'A question Ben still has',
      ].map((part) => words.indexOf(part));
      expect([stayed, step, asked]).toEqual(
        [stayed, step, asked].toSorted((one = 0, other = 0) => one - other),
      );
      expect(stayed).toBeGreaterThan(0);
    });

    test('name the steps on which the two differ, and no others', () => {
      for (const reader of ['ada', 'ben'])
        expect(shownTo(reader)).toContain(`Talk about this for two minutes: ${second}.`);
      expect(shownTo('ada', ['partner', 'coach'])).not.toContain('Talk about this');
    });

    test('hold numbers only where both want them, and say nothing of them elsewhere', () => {
      const words = shownTo('ada', ALL, { members: BOTH_NUMBERS });
      expect(words).toContain('Ben: want more (1 of 2)');
      const one = shownTo('ada', ALL, { members: [{ ...ADA, numbers: true }, BEN, CHI] });
      expect(one).toBe(shownTo('ada'));
      expect(one).not.toMatch(/\d|number|score/iu);
    });

    test('say of one that has not come that it has not come', () => {
      expect(shownTo('ada', ['own'])).toContain("Ben's card has not come yet.");
      expect(shownTo('ben', ['own'])).toContain('Your card has not come yet.');
      expect(shownTo('ben', ['partner'])).toContain("Ada's own card has not come yet.");
      expect(shownTo('ada')).not.toContain('has not come');
      expect(shownTo('ada', ['partner', 'own'])).not.toMatch(/coach|Chidi/u);
    });

    test('tell what a pitfall did to who listened, in quotes', () => {
      const [pitfall] = guide.pitfalls;
      const words = shownTo('ada');
      expect(words).toContain('What it did to Ben:\n\n- "');
      if (guide.id === 'colleague-conflict') expect(words).toContain(`"${pitfall?.text}"`);
      else expect(words).toContain('"I heard more about others than about you."');
    });
  },
);

test("a card of somebody whose place another took stands in no one else's answer", () => {
  const [guide] = GUIDES;
  if (guide === undefined) throw new Error('no guide');
  const mock = withCards(aMock({ groups: [TRIO] }), guide, ALL);
  const taken = { ...TRIO, pair: ['chi', 'ben'] as const, observer: undefined };
  const { observer: _, ...group } = taken;
  expect(fallbackText(revealCard(mock, group, 0, guide, 'chi'))).not.toContain(cardsOf(guide).partner.stayed);
});
