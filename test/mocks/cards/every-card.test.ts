import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CardSchema } from '../../../src/card/card.ts';
import { coachWords } from '../../../src/card/coach-words.ts';
import { fallbackText, plainRuns } from '../../../src/card/fallback.ts';
import type { MockAction } from '../../../src/mocks/cards/mock-card.ts';
import { MockSchema } from '../../../src/mocks/mock.ts';
import { cleanText } from '../../../src/text/clean.ts';
import { countWords } from '../../../src/text/words.ts';
import { judgingWords } from '../../support/banned-words.ts';
import { channelCards, everyCard, groupCards, memberCards, type Shown } from './every-card.ts';
import { ADA, aMock, BEN, CHI, GUIDES, MODES, TRIO, withCards } from './sessions.ts';

const MAX_WORDS = 35;
/** Longest name and title that are shown, and what a label of a button has room for. */
const BUTTON_LABEL = 75;
const SHORT_LABEL = 45;

const WHATS: Readonly<Record<MockAction, true>> = {
  join: true,
  'not-this': true,
  observe: true,
  here: true,
  next: true,
  leave: true,
  'leave-now': true,
  'name-me': true,
  numbers: true,
  send: true,
  keep: true,
  apart: true,
  type: true,
  'card-partner': true,
  'card-own': true,
  'card-observer': true,
  solo: true,
  unread: true,
};
const ACTION = new RegExp(
  `^mock:[a-z0-9]+:(?:(?:${Object.keys(WHATS).join('|')})|next:\\d+-[01]-(?:settle|answer|asking|cards|talk)|leave-now:\\d+|card-(?:partner|own|observer):\\d+-[01])$`,
);

/** Nothing of these may be read over somebody's shoulder. */
const PRIVATE = /fail|mistake|score|number|critique|feedback|wrong|learn|weak|ada|ben|chidi/iu;

describe.each(GUIDES.map((guide) => [guide.id, guide] as const))(
  'every card of a session about %s',
  (_, guide) => {
    const all = everyCard(guide);

    test('is a card, with actions and words that a press can carry', () => {
      for (const { card, name } of all) {
        expect(CardSchema.safeParse(card).error, name).toBeUndefined();
        expect(card.asks).toBe('nothing');
        for (const { action, word, label } of card.buttons) {
          expect(action).toMatch(ACTION);
          expect(word).toBe(`team ${action.split(':')[2]}`);
          expect(label.length).toBeLessThanOrEqual(BUTTON_LABEL);
        }
        expect(new Set(card.buttons.map(({ action }) => action)).size).toBe(card.buttons.length);
      }
    });

    test('says nothing that judges, exclaims or decorates', () => {
      const found = all.flatMap(({ card, name }) => judgingWords(card).map((word) => `${name}: ${word}`));
      expect(found).toEqual([]);
      for (const { card } of all)
        expect(`${coachWords(card)} ${card.notice ?? ''}`).not.toMatch(
          /!|\p{Extended_Pictographic}|\bgreat\b(?!est)/iu,
        );
    });

    test('asks and tells in at most 35 words a line', () => {
      const long = all.flatMap(({ card, name }) =>
        linesOf(card)
          .filter((line) => countWords(line) > MAX_WORDS)
          .map((line) => `${name}: ${line}`),
      );
      expect(long).toEqual([]);
    });

    test('shows a lock screen nothing of what is practised, and who with', () => {
      for (const { where, card, name } of all) {
        expect(card.notice !== undefined, name).toBe(where === 'unasked');
        expect(card.notice ?? '').not.toMatch(PRIVATE);
      }
    });

    test('has labels that a form has room for', () => {
      for (const { card } of all)
        for (const block of card.blocks)
          if (block.kind === 'input') {
            expect(block.input.label.length).toBeLessThanOrEqual(SHORT_LABEL);
            if (block.input.type === 'choice')
              for (const { label, value } of block.input.options) {
                expect(label.length).toBeLessThanOrEqual(BUTTON_LABEL);
                expect(value).toMatch(/^[a-zA-Z0-9]+$/u);
              }
          }
    });
  },
);

test('whatever people are called and write, every card is one', () => {
  const words = fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\u202e', ' ', '@everyone', '*x*'),
    )
    .map((raw) => cleanText(raw))
    .filter((clean) => clean !== '');
  const [guide] = GUIDES;
  if (guide === undefined) throw new Error('no guide');
  fc.assert(
    fc.property(words, words, words, fc.constantFrom(...MODES), (name, title, text, mode) => {
      const members = [{ ...ADA, name, named: true as const }, { ...BEN, name: title }, CHI];
      const mock = withCards(
        aMock({ members, title, mode, groups: [TRIO], organizer: { id: 'ada', name } }),
        guide,
        ['partner', 'own', 'observer'],
      );
      const said = {
        ...mock,
        cards: mock.cards.map((one) => ({ ...one, card: { ...one.card, stayed: text.slice(0, 500) } })),
      };
      const shown: Shown[] = [
        ...channelCards(said),
        ...said.members.flatMap((member) => memberCards(said, member)),
        ...groupCards(said, TRIO, guide, ADA),
      ];
      for (const { card } of shown) expect(CardSchema.safeParse(card).error).toBeUndefined();
    }),
    { numRuns: 8 },
  );
});

test('a zone that no table knows keeps no card from anybody', () => {
  const member = { ...ADA, zone: 'Nowhere/At-all' };
  const told = memberCards(aMock({ members: [member] }), member).map(({ card }) => fallbackText(card));
  expect(told.some((words) => words.includes('Tuesday 1 December 2026, 14:00 (UTC)'))).toBe(true);
});

test('the sessions of these tests are sessions', () => {
  for (const guide of GUIDES)
    expect(
      MockSchema.safeParse(withCards(aMock({ groups: [TRIO] }), guide, ['partner', 'own'])).error,
    ).toBeUndefined();
});

/** What is read in one go: a text, a row, an item. */
function linesOf(card: Shown['card']): string[] {
  return card.blocks.flatMap((block) => {
    switch (block.kind) {
      case 'text':
        return [plainRuns(block.runs)];
      case 'fields':
        return block.fields.flatMap(({ lines }) => lines.map(plainRuns));
      case 'list':
        return block.items.map(plainRuns);
      default:
        return [];
    }
  });
}
