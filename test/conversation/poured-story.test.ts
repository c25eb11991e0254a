import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Block, isQuote } from '../../src/card/card.ts';
import { decide } from '../../src/coach/decide.ts';
import { draftOf } from '../../src/conversation/draft-of.ts';
import type { Session } from '../../src/conversation/session.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { read } from '../../src/critique/read.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { type FivePartStory, STORIES, UNSEEN_STORIES } from '../critique/five-part-stories.ts';
import { AT, beginPractice, NO_PRACTICE, type Practice, SEED } from './practice.ts';

// With the real reader: whoever tells the whole story at once types none of it again.

const RUNS = 16;

const guide = catalog.default;
const language = loadLanguage();
const steps = guide.steps.map(({ id }) => id);

const SAMPLES: readonly FivePartStory[] = guide.samples
  .filter(({ quality }) => quality === 'good')
  .map((sample) => ({
    id: sample.id,
    parts: Object.fromEntries(
      Object.entries(sample.steps).map(([id, words]) => [
        id,
        language.parse(words).sentences.map(({ span }) => span.quote),
      ]),
    ),
  }));
const TOLD = [...SAMPLES, ...STORIES, ...UNSEEN_STORIES];

interface Poured {
  readonly story: FivePartStory;
  readonly order: readonly string[];
  readonly between: string;
}

const anyPoured: fc.Arbitrary<Poured> = fc.record({
  story: fc.constantFrom(...TOLD),
  order: fc.shuffledSubarray(steps, { minLength: steps.length, maxLength: steps.length }),
  between: fc.constantFrom(' ', '\n', '\n\n'),
});

function sentencesIn({ story, order }: Poured): string[] {
  return order.flatMap((id) => story.parts[id] ?? []);
}

function textOf({ story, order, between }: Poured): string {
  return order.map((id) => (story.parts[id] ?? []).join(' ')).join(between);
}

/** Where the first message may come, until the first step is asked. */
const FIRST_MESSAGES: Readonly<Record<string, (text: string) => Practice>> = {
  'at the door': (text) => kept(beginPractice().says(text).says('skip')),
  'at the door, with a role': (text) => kept(beginPractice().says(text).says('event manager')),
  'where it is asked what it is for': (text) => kept(beginPractice().says('story').says(text)),
  'where the story is asked for': (text) => kept(beginPractice().says('story').says('skip').says(text)),
  'typed, and ended with Next': (text) =>
    kept(beginPractice().says('story').says('skip').says(text, { ends: 'open' }).says('next')),
};

/** The practice that opens when this is told where none is open. */
function lobbied(text: string): Session {
  const made = decide(
    {
      type: 'said',
      part: { id: 'm1', stamp: '0001', text },
      ends: 'now',
      at: AT,
      seed: SEED,
      reading: read(text, guide, language),
    },
    NO_PRACTICE,
  );
  return made.sessions.at(-1) ?? expect.fail('no practice was opened');
}

/** The story stands: it is kept, with what is asked about it, until the first step. */
function kept(practice: Practice): Practice {
  for (let tries = 0; tries < 3 && practice.session.stage.at === 'choosing'; tries += 1)
    practice.says('keep');
  return practice;
}

const counted = { practices: 0, nudges: 0, doubts: 0 };

afterAll(() => {
  console.log(
    `stories told at once: ${counted.practices}, asked once more after keep: ${counted.nudges}, doubts: ${counted.doubts}`,
  );
});

describe.each(Object.entries(FIRST_MESSAGES))('a whole story %s', (_, begun) => {
  test('is typed once, whatever the order of its parts: each step shows its words, and keep is enough', () => {
    fc.assert(
      fc.property(anyPoured, (poured) => {
        const practice = begun(textOf(poured));
        const met: string[] = [];
        for (let cards = 0; practice.session.stage.at === 'asking' && cards < 12; cards += 1) {
          const { step, nudged } = practice.session.stage;
          met.push(step);
          expect(practice.card.buttons.map(({ word }) => word)).toContain('keep');
          if (nudged !== true)
            expect(quoted(practice.card.blocks), `${step} is asked as if empty`).not.toBe('');
          practice.says('keep');
        }
        expect([...new Set(met)]).toEqual(steps);
        expect(practice.session.stage.at).toBe('reviewing');
        const draft = draftOf(practice.session, guide).text;
        for (const sentence of sentencesIn(poured)) expect(draft.split(sentence)).toHaveLength(2);
        expect(lettersOf(draft)).toBe(lettersOf(sentencesIn(poured).join(' ')));
        counted.practices += 1;
        counted.nudges += practice.session.nudged.length;
        counted.doubts += practice.session.doubted === true ? 1 : 0;
      }),
      { numRuns: RUNS },
    );
  });
});

test('a whole story told in the lobby opens a practice as if it were told at the door', () => {
  fc.assert(
    fc.property(anyPoured, (poured) => {
      const text = textOf(poured);
      expect(lobbied(text)).toEqual(beginPractice().says(text).session);
    }),
    { numRuns: 5 },
  );
});

/** Words that are quoted on a card, in its text. */
function quoted(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'text' ? block.runs : []))
    .map((run) => (isQuote(run) ? run.quote : ''))
    .join('');
}

/** The same words in any order have the same letters. */
function lettersOf(text: string): string {
  return [...text.replace(/\s+/gu, '')].sort().join('');
}
