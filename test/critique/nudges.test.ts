import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadLanguage } from '../../src/critique/language.ts';
import { read } from '../../src/critique/read.ts';
import { saysNothingOf } from '../../src/critique/says-nothing-of.ts';
import { stepOf } from '../../src/guide/guide.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { AnswersSchema } from '../corpus/answers.ts';

const SETS = ['first-sight', 'later'] as const;
const StepAnswersSchema = z.array(
  z.strictObject({ set: z.enum(SETS), step: z.string(), absent: z.boolean(), text: z.string().min(1) }),
);

const language = loadLanguage();
const corpus = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8'));
const answers = StepAnswersSchema.parse(corpus('step-answers.json'));

const absent = (text: string, step: string): boolean =>
  saysNothingOf(read(text, greatestFailure, language), stepOf(greatestFailure, step));

// Invented by the hand that wrote the rules, both sets before the rules had met them. At first sight the first had
// 17 of 17 nudges right and 17 of 21 absent steps found, the second 23 of 24 and 23 of 26; mended since then.
describe.each(SETS)('the %s set', (set) => {
  const mine = answers.filter((one) => one.set === set);
  const asked = mine.filter((one) => absent(one.text, one.step));
  const right = asked.filter((one) => one.absent).length;
  const missing = mine.filter((one) => one.absent).length;
  console.log(
    `nudges, ${set}: ${mine.length} step answers, precision ${right} of ${asked.length}, recall ${right} of ${missing}`,
  );

  test('nine nudges of ten, at least, are for a step that was not told', () => {
    expect(right / asked.length).toBeGreaterThanOrEqual(0.9);
  });

  test('most steps that were not told are noticed', () => {
    expect(right / missing).toBeGreaterThanOrEqual(0.8);
  });
});

test('the corpus is large enough to say so, and speaks of every step', () => {
  expect(answers.length).toBeGreaterThanOrEqual(80);
  expect(answers.filter((one) => one.absent).length).toBeGreaterThanOrEqual(30);
  for (const step of greatestFailure.steps) {
    expect(answers.filter((one) => one.step === step.id && one.absent).length).toBeGreaterThanOrEqual(6);
    expect(answers.filter((one) => one.step === step.id && !one.absent).length).toBeGreaterThanOrEqual(6);
  }
});

test('no example, and no step of a good answer, is asked for once more', () => {
  const told = [
    ...greatestFailure.steps.map((step) => ({ step: step.id, text: step.example })),
    ...greatestFailure.samples
      .filter((sample) => sample.quality === 'good')
      .flatMap((sample) => Object.entries(sample.steps).map(([step, text]) => ({ step, text }))),
    ...['answers.json', 'unseen.json', 'strangers.json']
      .flatMap((file) => AnswersSchema.parse(corpus(file)))
      .filter((answer) => answer.verdict === 'good')
      .flatMap((answer) =>
        Object.entries(read(answer.text, greatestFailure, language).steps).map(([step, spans]) => ({
          step,
          text: spans.map((span) => span.quote).join(' '),
        })),
      ),
  ];
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter((one) => absent(one.text, one.step))).toEqual([]);
});

test.each([
  ['immediate-actions', 'I apologised.'],
  ['immediate-actions', 'we fixed it'],
  ['immediate-actions', 'I did nothing, to be honest.'],
  ['reflections', 'be more careful'],
  ['reflections', "I don't remember what I thought."],
  ['growth-evidence', 'I am more careful now.'],
  ['failure', 'The van broke down.'],
  ['context', 'My first job, a bakery.'],
])('a thin try or an honest blank is left alone: %s, "%s"', (step, text) => {
  expect(absent(text, step)).toBe(false);
});

test.each(greatestFailure.steps.map((step) => step.id))(
  'what has no words, other words or two words is for other rules: %s',
  (step) => {
    for (const text of [
      '',
      '…',
      '👍👍👍',
      'better person',
      'I panicked.',
      'Der Lieferant hat die falschen Fliesen geschickt und nie zurückgerufen.',
      'Mi jefe llamó al cliente y los otros lo arreglaron.',
      '私はとても恥ずかしかったです。',
    ])
      expect(absent(text, step)).toBe(false);
  },
);

test('a guide with other steps is asked by its signs, and a step whose signs are none of these never', () => {
  const growth = stepOf(greatestFailure, 'growth-evidence');
  const reading = read('I am a better person today.', greatestFailure, language);
  expect(saysNothingOf(reading, { ...growth, id: 'habit' })).toBe(true);
  const optional = growth.signals.map((use) => ({ ...use, essential: false }));
  expect(saysNothingOf(reading, { ...growth, signals: optional })).toBe(false);
});

const PIECES = answers.flatMap((one) => one.text.split(' '));
const stepish = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(' '));

test('any answer to any step is judged without a fault, and the same again', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), stepish),
      fc.constantFrom(...greatestFailure.steps),
      (text, step) => {
        const reading = read(text, greatestFailure, language);
        expect(saysNothingOf(reading, step)).toBe(saysNothingOf(reading, step));
      },
    ),
    { numRuns: 100 },
  );
});

test.each([
  ['one run without a space', 'a'],
  ['one endless sentence', 'the boss of the other team and the others '],
  ['hyphens', 'i-was-'],
])('%s of 40,000 characters is left to other rules', (_, piece) => {
  const long = piece.repeat(Math.ceil(40_000 / piece.length)).slice(0, 40_000);
  for (const step of greatestFailure.steps) expect(absent(`They forgot it all ${long}`, step.id)).toBe(false);
});
