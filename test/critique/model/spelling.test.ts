import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSpeller } from '../../../src/critique/model/spelling.ts';

const KNOWN = [
  'manager',
  'deadline',
  'deliver',
  'order',
  'orders',
  'client',
  'quiet',
  'quite',
  'team',
  "didn't",
];

describe('the speller', () => {
  test.each([
    ['a letter too few', 'manger', 'manager'],
    ['a letter too many', 'deadlline', 'deadline'],
    ['another letter', 'cliemt', 'client'],
    ['two that changed places', 'delievr', 'deliver'],
    ['a letter too many in a short word', 'teamm', 'team'],
    ['no apostrophe', 'didnt', "didn't"],
  ])('undoes one slip: %s', (_, slip, meant) => {
    const speller = createSpeller(KNOWN);
    expect(speller(slip)).toBe(meant);
    expect(speller(slip)).toBe(meant);
  });

  test.each([
    ['two slips', 'mangr'],
    ['two words as near', 'quitt'],
    ['a short word', 'taem'],
    ['a slip in the first letter, which people see', 'nanager'],
    ['a capital', 'Manger'],
    ['digits', 'order1'],
    ['no word it knows', 'bakery'],
    ['nothing', ''],
  ])('leaves the rest as it is: %s', (_, word) => {
    expect(createSpeller(KNOWN)(word)).toBe(word);
  });

  test('leaves known words, though another is near', () => {
    const speller = createSpeller(KNOWN);
    for (const word of KNOWN) expect(speller(word)).toBe(word);
  });

  test('knows no words that are written otherwise than in small letters', () => {
    expect(createSpeller(['@day', 'Client', 'b2b'])('cliemt')).toBe('cliemt');
  });

  test('is at rest after one look: what it makes of a word it leaves', () => {
    const speller = createSpeller(KNOWN);
    fc.assert(
      fc.property(
        fc.constantFrom(...KNOWN),
        fc.nat(8),
        fc.constantFrom('', 'e', 'x', 'rs'),
        (word, at, put) => {
          const once = speller(word.slice(0, at) + put + word.slice(at + 1));
          expect(speller(once)).toBe(once);
        },
      ),
      { numRuns: 50 },
    );
  });
});
