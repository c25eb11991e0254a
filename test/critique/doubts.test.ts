import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isDated } from '../../src/critique/dated.ts';
import { doubtsIn, type ToldFor } from '../../src/critique/doubts.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import type { Doubt } from '../../src/critique/reading.ts';
import { type DoubtKind, DoubtKindSchema, type Guide } from '../../src/guide/guide.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { isVerbatim } from '../../src/text/span.ts';
import { AnswersSchema } from '../corpus/answers.ts';
import { CUSTOMER_DAY, MIGRATION } from './told-answers.ts';

const OpeningsSchema = z.array(
  z.strictObject({
    id: z.string(),
    text: z.string(),
    role: z.string().optional(),
    expect: DoubtKindSchema.nullable(),
  }),
);

const language = loadLanguage();
const openings = OpeningsSchema.parse(fromCorpus('openings.json'));

function fromCorpus(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8'));
}

function doubts(text: string, about: ToldFor = {}, guide: Guide = greatestFailure): readonly Doubt[] {
  return doubtsIn(language.parse(text), guide, about);
}

function kinds(text: string, about: ToldFor = {}): DoubtKind[] {
  return doubts(text, about).map((doubt) => doubt.kind);
}

/** Doubts about the story itself: a role the coach does not know says nothing of it. */
function storyDoubts(text: string, about: ToldFor = {}): readonly Doubt[] {
  return doubts(text, about).filter((doubt) => doubt.kind !== 'unknown-role');
}

// Measured when each batch first met the rules, which had not been run on it: the first 60 were written before the
// rules, by the same hand, and came out right 60 of 60, which flatters. The second batch (76) was written to trip
// the rules: 45 of 45 sound ones left alone, 24 of 31 doubts found. The third (59), after mending for the second: 30
// of 30 and 19 of 29. So a sound story of a stranger is hardly ever doubted, and about a quarter of the doubtful
// ones pass unasked. The rules were then mended for those too: the test below only guards against going back.
describe('the openings', () => {
  const sound = openings.filter((one) => one.expect === null);
  const doubtful = openings.filter((one) => one.expect !== null);
  const alone = sound.filter((one) => storyDoubts(one.text, one).length === 0).length;
  const right = doubtful.filter((one) => storyDoubts(one.text, one)[0]?.kind === one.expect).length;
  console.log(
    `openings: ${openings.length}, sound left alone ${alone}/${sound.length}, doubts found ${right}/${doubtful.length}`,
  );

  test('there are enough of each kind', () => {
    expect(sound.length).toBeGreaterThanOrEqual(30);
    for (const kind of ['confidential', 'catastrophic', 'trivial', 'private', 'core'])
      expect(doubtful.filter((one) => one.expect === kind).length).toBeGreaterThanOrEqual(6);
  });

  test.each(sound)('$id is sound, and nothing is asked', ({ text, ...about }) => {
    expect(storyDoubts(text, about)).toEqual([]);
  });

  test.each(doubtful)(
    '$id raises $expect first, and in words of its own',
    ({ text, expect: kind, ...about }) => {
      const [first] = doubts(text, about);
      expect(first?.kind).toBe(kind);
      expect(first?.about !== undefined && isVerbatim(text, first.about)).toBe(true);
    },
  );
});

test.each([
  ['the sample answer of the guide', MIGRATION, 'software engineer'],
  ['the answer of the voice', CUSTOMER_DAY, 'event manager'],
  ...greatestFailure.alternatives.map((one, index) => [
    one.id,
    one.text,
    ['product manager', 'backend developer', 'team lead'][index] ?? 'engineer',
  ]),
])('%s raises no doubt', (_, text = '', role) => {
  expect(doubts(text, { role })).toEqual([]);
});

test.each(greatestFailure.samples)(
  'the sample $id raises a doubt only where its choice is at fault',
  (sample) => {
    const text = Object.values(sample.steps).join(' ');
    const found = storyDoubts(text, { role: sample.profession }).map((doubt) => doubt.kind);
    const expected: Record<string, DoubtKind[]> = {
      'sales-hates-calling': ['core'],
      'teacher-wrong-folder': ['trivial'],
    };
    expect(found).toEqual(expected[sample.id] ?? []);
  },
);

test('of whole answers only those with a small failure or a core skill in them are doubted', () => {
  for (const file of ['answers.json', 'unseen.json', 'strangers.json'])
    for (const { id, text, profession, pitfalls } of AnswersSchema.parse(fromCorpus(file))) {
      const found = storyDoubts(text, { role: profession }).map((doubt) => doubt.kind);
      const expected = [
        ...(pitfalls.includes('trivial') ? ['trivial'] : []),
        ...(pitfalls.includes('core-skill') ? ['core'] : []),
      ];
      expect([id, ...found]).toEqual([id, ...expected]);
    }
});

describe('which doubts', () => {
  const EVERYTHING =
    'Mr Novak watched me spill coffee on my diet plan. I was fired, and I am not good with numbers, ever since my divorce.';

  test('come in the order of the guide, a role we do not know last', () => {
    const order = greatestFailure.doubts.map((doubt) => doubt.kind);
    const found = kinds(EVERYTHING, { role: 'accountant' });
    expect(found.length).toBeGreaterThan(2);
    expect(found).toEqual(order.filter((kind) => found.includes(kind)));
    expect(kinds(EVERYTHING, { role: 'astronaut' }).at(-1)).toBe('unknown-role');
    const turned = { ...greatestFailure, doubts: [...greatestFailure.doubts].reverse() };
    expect(doubts(EVERYTHING, { role: 'astronaut' }, turned).map((one) => one.kind)).toEqual([
      ...order.filter((kind) => kinds(EVERYTHING).includes(kind)).reverse(),
      'unknown-role',
    ]);
  });

  test('only those the guide has words for', () => {
    const silent = { ...greatestFailure, doubts: [] };
    expect(doubts(EVERYTHING, { role: 'astronaut' }, silent)).toEqual([]);
    const one = {
      ...greatestFailure,
      doubts: greatestFailure.doubts.filter((doubt) => doubt.kind === 'private'),
    };
    expect(doubts(EVERYTHING, { role: 'astronaut' }, one).map((doubt) => doubt.kind)).toEqual(['private']);
  });

  test.each([
    [{ role: 'astronaut' }, true],
    [{ role: 'beekeeper 🐝' }, true],
    [{ role: 'astronaut', core: '  ' }, true],
    [{ role: 'astronaut', core: 'staying calm' }, false],
    [{ role: 'ward nurse' }, false],
    [{ role: 'just practice' }, false],
    [{ role: 'a promotion' }, false],
    [{ role: 'study place' }, false],
    [{ role: '🙂' }, false],
    [{}, false],
  ])('%j: that the role is unknown is said: %s', (about, said) => {
    expect(kinds('I agreed the room by phone and never got it in writing.', about)).toEqual(
      said ? ['unknown-role'] : [],
    );
  });

  test('the core of a role we do not know is what the person said', () => {
    const text = 'I am not good at staying patient, the hive was lost twice.';
    expect(kinds(text, { role: 'beekeeper' })).toEqual(['unknown-role']);
    expect(doubts(text, { role: 'beekeeper', core: 'patience,  being patient' })).toMatchObject([
      { kind: 'core', core: 'patience, being patient' },
    ]);
    expect(kinds(text, { role: 'beekeeper', core: '(.*' })).toEqual([]);
  });

  test.each([
    ['nurse', 'I gave the wrong dose twice this year.', 'giving the right medicine to the right patient'],
    ['accountant', 'I faked the figures for one quarter.', 'honest figures, records and words'],
  ])('%s: the doubt names the requirement it touches', (role, text, core) => {
    expect(doubts(text, { role })).toMatchObject([{ kind: 'core', core }]);
  });

  test.each([
    [
      'nurse',
      'I gave the wrong dose. Since then I have every dose read back to me, and it has not happened again.',
    ],
    ['nurse', 'I gave the wrong dose once, and told the doctor at once.'],
    ['nurse', 'As a student I always mixed up doses in the first weeks.'],
    ['nurse', 'I saw that a colleague always gave the wrong dose, and said nothing.'],
    ['accountant', 'I never faked the figures, but I knew who did, and kept quiet.'],
    ['engineer', 'I made up the hours I had missed, and still the bracket was late.'],
  ])('%s: what is mended, past or of others is not the core: %s', (role, text) => {
    expect(storyDoubts(text, { role })).toEqual([]);
  });
});

test.each([
  'two years ago we moved the servers',
  'Last spring I lost a file.',
  'It was in 2021 and I forgot the list.',
  'In my first month I said yes to everything.',
  'Early in my career I let a client down.',
  'When I was a trainee I mixed up two dates.',
  'As a junior lead I kept it all to myself.',
  'I forgot to order the bread. That was three weeks ago.',
  'During the pandemic I forgot to call the suppliers.',
  'In May I lost the keys.',
])('"%s" says when it was', (text) => {
  expect(isDated(language.parse(text))).toBe(true);
});

test.each([
  'I agreed the room by phone and never got it in writing.',
  'I forgot the list. I told my boss. Since last year I use two lists.',
  'I may have lost 2 boxes.',
  'We were two weeks late.',
  '',
])('"%s" does not say when it was', (text) => {
  expect(isDated(language.parse(text))).toBe(false);
});

/** Words that reach every rule, in any order and with anything between them. */
const doubtful = fc
  .array(
    fc.oneof(
      fc.constantFrom(...openings.flatMap((one) => one.text.split(/(?<=[,.]) /u))),
      fc.constantFrom(
        'Mr',
        'José\u0301',
        'Anna',
        'our client',
        'I',
        'my marriage',
        'always',
        '👩🏽‍🍳',
        '\n\n',
        '“',
        '—',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(' '));

test('any text is read without a fault, and what raises a doubt is quoted verbatim, no letter cut from its accent', () => {
  const anyRole = fc.option(
    fc.oneof(fc.constantFrom('nurse', 'sales', 'team lead'), fc.string({ unit: 'grapheme' })),
    {
      nil: undefined,
    },
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), doubtful),
      anyRole,
      anyRole,
      (text, role, core) => {
        for (const { kind, about } of doubts(text, { role, core })) {
          expect(about === undefined).toBe(kind === 'unknown-role');
          if (about === undefined) continue;
          expect(isVerbatim(text, about)).toBe(true);
          expect(/^\p{M}/u.test(text.slice(about.end))).toBe(false);
        }
      },
    ),
    { numRuns: 150 },
  );
});

// These hang for minutes where a pattern goes back and forth over a long text.
test.each([
  ['a name without end', 'Anna Kowalska'.repeat(3000)],
  ['names without end', 'Anna Kowalska '.repeat(2800)],
  ['one person after the other', 'my boss I was our client a customer '.repeat(1100)],
  ['being late all the time', 'I am I keep I always so very much '.repeat(1100)],
  ['everything not yet', 'not yet been not publicly '.repeat(1500)],
  ['any letters', 'a'.repeat(40_000)],
  ['capitals', 'Aa'.repeat(20_000)],
  ['one capital and small letters', `A${'a'.repeat(39_999)}`],
  ['capitals with accents', 'A\u0301'.repeat(20_000)],
  ['accents', `A${'\u0301'.repeat(39_000)}`],
  ['years', '2 years and a half 20 '.repeat(1800)],
])('%s is read to its end', (_, text) => {
  const found = doubts(text, { role: 'train dispatcher', core: text });
  for (const { about } of found) expect(about === undefined || isVerbatim(text, about)).toBe(true);
  expect(typeof isDated(language.parse(text))).toBe('boolean');
});
