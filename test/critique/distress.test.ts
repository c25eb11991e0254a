import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tellsDistress } from '../../src/critique/distress.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { read } from '../../src/critique/read.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { AnswersSchema } from '../corpus/answers.ts';
import { CUSTOMER_DAY, MIGRATION } from './told-answers.ts';

const SETS = ['known', 'held-out', 'second', 'indirect', 'last', 'turns'] as const;
const OpeningsSchema = z.array(
  z.strictObject({ set: z.enum(SETS), distress: z.boolean(), text: z.string().min(1) }),
);

const language = loadLanguage();
const corpus = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8'));
const openings = OpeningsSchema.parse(corpus('distress.json'));
const tells = (text: string): boolean => tellsDistress(language.parse(text));

// All openings are invented, and by the hand that wrote the rules. Each set but the first was written to its end and
// measured once before anything was mended for it. Found, and trade talk left alone, at that first sight:
//   held-out  19 of 20, 20 of 20
//   second    13 of 25, 28 of 30   (one was then taken out: a colleague who lost his legs is for the choosing doubt)
//   indirect   2 of 20, 34 of 40   (written to be hard: hardly one of them says the word)
//   last      16 of 20, 20 of 20
//   turns     19 of 20, 30 of 30   (turns of phrase thought of while mending, so no fair measure)
// So of a stranger's openings expect about three of four found where the thing is named, few where it is only hinted
// at, and one in fourteen uses of hard words as trade talk taken for more. The tests guard against going back.
describe.each(SETS)('the %s set', (set) => {
  const mine = openings.filter((one) => one.set === set);
  const found = mine.filter((one) => one.distress && tells(one.text));
  const spared = mine.filter((one) => !one.distress && !tells(one.text));
  const hard = mine.filter((one) => one.distress).length;
  console.log(
    `distress, ${set}: ${found.length} of ${hard} found, ${spared.length} of ${mine.length - hard} uses as trade talk left alone`,
  );

  test('what must not be scored is found', () => {
    expect(mine.filter((one) => one.distress && !found.includes(one)).map((one) => one.text)).toEqual([]);
    expect(hard).toBeGreaterThanOrEqual(20);
  });

  test('the same words as trade talk are left alone', () => {
    expect(mine.filter((one) => !one.distress && !spared.includes(one)).map((one) => one.text)).toEqual([]);
    expect(mine.length - hard).toBeGreaterThanOrEqual(20);
  });
});

test('no answer of the other corpora and no sample of the guide is taken for distress', () => {
  const answers = ['answers.json', 'unseen.json', 'strangers.json'].flatMap((file) =>
    AnswersSchema.parse(corpus(file)).map((answer) => answer.text),
  );
  const samples = greatestFailure.samples.map((sample) => Object.values(sample.steps).join(' '));
  const others = [...answers, ...samples, ...greatestFailure.alternatives.map((one) => one.text), MIGRATION];
  expect(others.length).toBeGreaterThan(60);
  expect(others.filter(tells)).toEqual([]);
});

test('the last sentence of a long story counts as much as the first', () => {
  expect(tells(CUSTOMER_DAY)).toBe(false);
  expect(tells(`${CUSTOMER_DAY.repeat(20)} That night my father died.`)).toBe(true);
});

test('wrapped lines, capitals and curly apostrophes change nothing', () => {
  expect(tells('MY FATHER\n  DIED that week')).toBe(true);
  expect(tells('I don’t want\nto wake up anymore')).toBe(true);
  expect(tells('I KILLED THE\nPROCESS')).toBe(false);
});

test('the reading carries it', () => {
  expect(read('A patient died because of me.', greatestFailure, language).distress).toBe(true);
  expect(read(CUSTOMER_DAY, greatestFailure, language).distress).toBe(false);
});

const PIECES = openings.flatMap((one) => one.text.split(' '));
const hardish = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(' '));

test('any text is looked through without a fault, and the same again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), hardish), (text) => {
      expect(tells(text)).toBe(tells(text));
    }),
    { numRuns: 100 },
  );
});

test('words before and after a telling in sentences of their own take nothing back', () => {
  const told = openings.filter((one) => one.distress).map((one) => one.text);
  fc.assert(
    fc.property(
      fc.constantFrom(...told),
      fc.constantFrom('Hello.', 'It was a long week.', CUSTOMER_DAY),
      (text, other) => {
        expect(tells(`${other}\n\n${text}\n\n${other}`)).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

test.each([
  ['one sentence of people', 'the man and the woman and my mother and she , '],
  ['one sentence of near tellings', 'i was nearly fired , my very old dear father almost '],
  ['one run without a space', 'he'],
  ['hyphens', 'my-father-was-'],
])('%s of 40,000 characters is looked through to its end', (_, piece) => {
  const long = piece.repeat(Math.ceil(40_000 / piece.length)).slice(0, 40_000);
  expect(tells(long)).toBe(tells(long));
  expect(tells(`${long}. A patient died because of me.`)).toBe(true);
});
