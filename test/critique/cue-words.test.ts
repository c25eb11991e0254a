import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cueWords } from '../../src/critique/cue-words.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { greatestFailure as guide } from '../../src/guide/questions/greatest-failure.ts';
import { isVerbatim } from '../../src/text/span.ts';
import { anyUnits, anyWriting } from '../text/any-text.ts';
import { CUSTOMER_DAY } from './told-answers.ts';

const language = loadLanguage();
const cuesOf = (text: string) => cueWords(language.parse(text)).map((cue) => cue.quote);

/** As a rehearsal picks them: of each step the first word that no step before it has. */
function picked(steps: readonly string[]): string[] {
  const used: string[] = [];
  for (const step of steps) used.push(cuesOf(step).find((cue) => !used.includes(cue)) ?? '');
  return used;
}

test('five steps give five different words that say what each was about', () => {
  const sample = guide.samples.find((one) => one.id === 'nurse-promised-time');
  expect(picked(Object.values(sample?.steps ?? {}))).toEqual([
    'staff',
    'daughter',
    'rang',
    'promise',
    'pharmacy',
  ]);
});

test.each(guide.samples.filter((sample) => sample.quality === 'good'))(
  'every step of $id has a word of its own to speak from',
  (sample) => {
    const words = picked(Object.values(sample.steps));
    expect(words).toHaveLength(5);
    expect(words).not.toContain('');
    expect(new Set(words).size).toBe(5);
  },
);

test('the words come in the order of the text, three at most of a sentence', () => {
  expect(cuesOf(CUSTOMER_DAY)).toEqual([
    'guests',
    'event',
    'sales',
    'agreed',
    'room',
    'writing',
    'hotel',
    'booked',
    'rang',
    'sales',
    'call',
    'bookings',
    'organised',
  ]);
});

test.each([
  'I rang Sarah Miller at Siemens in Hamburg about the valves.',
  'Sarah was angry about the valves.',
  'i told sarah and tom about the valves.',
  'Mr Brown and I looked at the valves with Peter.',
])("nobody's name is a cue: %s", (text) => {
  expect(cuesOf(text)).toContain('valves');
  expect(cuesOf(text).join(' ')).not.toMatch(/sarah|miller|siemens|hamburg|tom|brown|peter/i);
});

test.each([
  'In 2019 it was 120 of 300.',
  'It was not. They did, and so did we.',
  'People do things that way.',
  '',
])('no word is better than one that says nothing: %s', (text) => {
  expect(cuesOf(text)).toEqual([]);
});

test('a word with a hyphen stays whole', () => {
  expect(cuesOf('We planned an open-air concert.')).toEqual(['open-air', 'concert']);
});

test('any text gives verbatim single words in order', () => {
  fc.assert(
    fc.property(fc.oneof(anyUnits, anyWriting, fc.string({ unit: 'grapheme' })), (text) => {
      const cues = cueWords(language.parse(text));
      for (const cue of cues) {
        expect(isVerbatim(text, cue)).toBe(true);
        expect(cue.quote).toMatch(/^\p{L}[\p{L}-]+$/u);
      }
      const starts = cues.map((cue) => cue.start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }),
  );
});
