import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCritique } from '../../src/critique/critique.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { draftFromText, read } from '../../src/critique/read.ts';
import { judgeByRubric } from '../../src/critique/rubric.ts';
import { shapeOf, thingIn } from '../../src/critique/shape-of.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';
import { comparable } from '../../src/text/clean.ts';
import { words } from '../../src/text/words.ts';
import { AnswersSchema } from '../corpus/answers.ts';
import { BANNED } from '../support/banned-words.ts';
import { CUSTOMER_DAY } from './told-answers.ts';

const language = loadLanguage();

const SHAPES = [...guide.steps.flatMap((step) => step.signals), ...guide.pitfalls].flatMap(
  (one) => one.shape ?? [],
);
const HABIT = 'Now, before I count on [thing: what?], I [what?]. Last [when?], [what happened?].';

const told = ['answers', 'unseen', 'strangers'].flatMap((file) =>
  AnswersSchema.parse(
    JSON.parse(readFileSync(new URL(`../corpus/${file}.json`, import.meta.url), 'utf8')),
  ).map((answer) => answer.text),
);

/** The thing of a text that is told as one failure step. */
function thingOf(text: string): string | undefined {
  return thingIn(language.parse(text), [{ start: 0, end: text.length, quote: text }]);
}

/** All a filled shape may hold besides the person's own words: the guide's frame and the articles. */
function holdsOnlyTheirs(shape: string, filled: string, text: string): void {
  const frame = new Set(words(comparable(shape.replace(/\[[^\]]*\]/gu, ' '))));
  const theirs = new Set(words(comparable(text)));
  const said = words(comparable(filled.replace(/\[[^\]]*\]/gu, ' ')));
  expect(
    said.filter((word) => !frame.has(word) && !theirs.has(word) && word !== 'a' && word !== 'an'),
    filled,
  ).toEqual([]);
  for (const sentence of filled.split(/(?<=[.!?;])\s/u)) expect(sentence, filled).toMatch(/\[[^\]]+\]/);
  expect(filled).not.toContain('thing:');
  expect(filled).not.toMatch(BANNED);
}

test("the shape for a new habit speaks of the person's own case", () => {
  const draft = draftFromText(CUSTOMER_DAY, read(CUSTOMER_DAY, guide, language));
  const judgement = judgeByRubric({ draft, guide, setAside: [] }, language);
  const shapes = isCritique(judgement) ? judgement.findings.map((one) => one.shape) : [];
  expect(shapes).toContain('Now, before I count on a room, I [what?]. Last [when?], [what happened?].');
});

test.each([
  ['I lost the guest list on the way to the hall.', undefined],
  ['I printed the guest list on the day before.', 'a guest list'],
  ['I never checked the handover sheet and he waited in pain.', 'a handover sheet'],
  ['I forgot to load the insulin for a nursing home.', 'the insulin'],
  ['I gave her a time, without checking that the home care was arranged.', 'the home care'],
  ['I did not read our contract twice.', 'our contract'],
  ['I switched off the alarm and left.', 'an alarm'],
  ['I signed off a release without trying it.', 'a release'],
])('a short name for the thing is taken from what was done to it: %s', (text, thing) => {
  expect(thingOf(text)).toBe(thing);
});

test.each([
  ['a person', 'I told a daughter that her mother could go home, and I sent the nurse away.'],
  ['a name', 'I signed the Marriott contract and never read the Monday report.'],
  ['a time', 'I changed the Monday and I missed the week.'],
  ['what others did', 'My manager changed the schedule and the developers ignored the plan.'],
  ['what goes on', 'I printed the list of guests and the hotel’s menu.'],
  ['what judges', 'I sent the wrong list and ignored the error report.'],
  ['what nobody counts on', 'I made a mistake with the mess, and I felt the pressure.'],
  ['a longer word', 'I signed the contract-law paper.'],
  ['nothing', 'It rained.'],
])('where nothing is safe the blank stays a blank: %s', (_, text) => {
  expect(thingOf(text)).toBeUndefined();
  expect(shapeOf(HABIT, thingOf(text))).toBe(
    'Now, before I count on [what?], I [what?]. Last [when?], [what happened?].',
  );
});

test('one blank is filled, and none that would finish a sentence', () => {
  expect(shapeOf('I count on [thing: what?]. Then I ask for [thing: what?] and [what?].', 'a room')).toBe(
    'I count on [what?]. Then I ask for a room and [what?].',
  );
  expect(shapeOf('[thing: what?] before [thing: what?].', 'a room')).toBe('a room before [what?].');
});

test('a shape without a place for a thing is left as the guide has it', () => {
  for (const shape of SHAPES.filter((one) => !one.includes('[thing:')))
    expect(shapeOf(shape, 'a room')).toBe(shape);
});

test('a guide has a place for the thing in its shapes for a new habit', () => {
  expect(SHAPES.filter((shape) => shape.includes('[thing:'))).toContain(HABIT);
});

describe('every filled shape is made of the frame, blanks, and words of the person', () => {
  test('on the texts of the corpus', () => {
    const things = told.flatMap((text) => thingOf(text) ?? []);
    expect(things.length).toBeGreaterThan(10);
    for (const text of told)
      for (const shape of SHAPES) holdsOnlyTheirs(shape, shapeOf(shape, thingOf(text)), text);
  });

  test('on any heap of words', () => {
    const heap = fc
      .array(
        fc.oneof(
          fc.constantFrom(...told.flatMap((text) => text.split(' ').slice(0, 60))),
          fc.constantFrom('I', 'we', 'the', 'a', 'my', 'our', 'changed', 'checked', 'sent', 'that', ',', '.'),
          fc.constantFrom(
            'room',
            'list',
            'guest',
            'plan',
            'error',
            'report',
            'contract',
            'Monday',
            'was',
            'booked',
          ),
          fc.string({ unit: 'grapheme', maxLength: 4 }),
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(heap, (text) => {
        for (const shape of SHAPES) holdsOnlyTheirs(shape, shapeOf(shape, thingOf(text)), text);
      }),
      { numRuns: 150 },
    );
  });
});
