import { afterAll, describe, expect, test } from 'vitest';
import { type Card, CardSchema } from '../../src/card/card.ts';
import { coachWords } from '../../src/card/coach-words.ts';
import { fallbackText } from '../../src/card/fallback.ts';
import { activeStage } from '../../src/conversation/session.ts';
import { standingCard } from '../../src/conversation/standing.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { countWords } from '../../src/text/words.ts';
import { colleagueConflict } from '../guide/second-guide.ts';
import { judgingWords } from '../support/banned-words.ts';
import { cardsOf } from './play.ts';
import { check } from './ways-in.ts';

const RUNS = process.env.FULL === '1' ? 600 : 70;

/** Who is asked something is to read little before it. */
const MOST_WORDS = 35;
const MOST_BUTTONS = 3;
/** The first screen of a critique is not a question. */
const MOST_BUTTONS_CRITIQUED = 6;

/** Stages whose card puts a question. */
const PROMPTING: readonly string[] = ['opening', 'finding', 'choosing', 'asking', 'improving', 'closing'];

interface Longest {
  words: number;
  card: string;
}
const longest: Record<'prompt' | 'prompt with a line above it', Longest> = {
  prompt: { words: 0, card: '' },
  'prompt with a line above it': { words: 0, card: '' },
};

describe.each([catalog.default, colleagueConflict])(
  'a card after any sequence of events, for $id',
  (guide) => {
    test('can be stored, says something, and judges nobody in the words of the coach', () => {
      check(guide, RUNS, (played) => {
        for (const { turn } of played) {
          for (const card of cardsOf(turn)) {
            CardSchema.parse(card);
            expect(fallbackText(card).trim()).not.toBe('');
            expect(judgingWords(card)).toEqual([]);
          }
        }
      });
    });

    test('has at most three buttons besides more', () => {
      check(guide, RUNS, (played) => {
        for (const { after, turn } of played) {
          const at = activeStage(after)?.at;
          // To stay with a hard story is as good a choice as any: it is offered like the others.
          const most =
            at === 'critiqued'
              ? MOST_BUTTONS_CRITIQUED
              : at === 'sheltered'
                ? MOST_BUTTONS + 1
                : MOST_BUTTONS;
          for (const card of cardsOf(turn)) {
            const choices = card.buttons.filter(({ action }) => action !== 'more').map(({ word }) => word);
            if (choices.length > most) expect(choices).toHaveLength(most);
            expect(new Set(card.buttons.map(({ word }) => word)).size).toBe(card.buttons.length);
          }
        }
      });
    });

    test(`puts a question in at most ${MOST_WORDS} words of the coach`, () => {
      check(guide, RUNS, (played) => {
        for (const { after, turn } of played) {
          if (!PROMPTING.includes(after.stage.at)) continue;
          const prompt = { v: 1, ...standingCard(after, guide) } as const;
          const words = wordsOf(prompt);
          remember('prompt', words, prompt);
          for (const card of cardsOf(turn))
            if (card.standing === true) remember('prompt with a line above it', wordsOf(card), card);
          if (words > MOST_WORDS)
            expect(coachWords(prompt)).toBe(`at most ${MOST_WORDS} words, not ${words}`);
        }
      });
    });
  },
);

function wordsOf(card: Card): number {
  return countWords(coachWords(card));
}

function remember(which: keyof typeof longest, words: number, card: Card): void {
  if (words > longest[which].words) longest[which] = { words, card: fallbackText(card) };
}

afterAll(() => {
  for (const [which, { words, card }] of Object.entries(longest))
    console.log(`the longest ${which}: ${words} words of the coach\n${card}`);
});
