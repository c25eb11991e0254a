import { describe, expect, test } from 'vitest';
import {
  type LinearFile,
  LinearFileSchema,
  likelihoods,
  linearOf,
} from '../../../src/critique/model/linear.ts';

/** Two features, two outputs: `late` speaks for the first, `rang` against it and for the second. */
const FILE: LinearFile = {
  outputs: ['failure', 'act'],
  features: 'w:late\nw:rang',
  weights: Buffer.from(Int8Array.of(100, 0, -50, 127)).toString('base64'),
  scales: [0.02, 0.01],
  biases: [0, -1],
};

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

describe('a linear model', () => {
  test('weighs the features it knows, by byte times scale, and adds the bias', () => {
    const linear = linearOf(LinearFileSchema.parse(FILE));
    const found = likelihoods(
      linear,
      new Map([
        ['w:rang', 1],
        ['w:late', 0.5],
        ['w:never-seen', 9],
      ]),
    );
    expect(found).toHaveLength(2);
    expect(found[0]).toBeCloseTo(sigmoid(100 * 0.02 * 0.5 - 50 * 0.02), 10);
    expect(found[1]).toBeCloseTo(sigmoid(127 * 0.01 - 1), 10);
  });

  test('of a text without a known feature the bias is all it says', () => {
    expect(likelihoods(linearOf(FILE), new Map())).toEqual([0.5, sigmoid(-1)]);
  });

  test('the order in which features come changes not a bit', () => {
    const names = Array.from({ length: 40 }, (_, at) => `w:${at}`);
    const linear = linearOf({
      outputs: ['failure'],
      features: names.join('\n'),
      weights: Buffer.from(Int8Array.from(names, (_, at) => (at * 37) % 127)).toString('base64'),
      scales: [0.013],
      biases: [0.1],
    });
    const given = names.map((name, at) => [name, 1 / (at + 3)] as const);
    expect(likelihoods(linear, new Map([...given].reverse()))).toEqual(likelihoods(linear, new Map(given)));
  });

  test.each<[string, Partial<LinearFile>]>([
    ['weights are cut off', { weights: Buffer.from(Int8Array.of(100, 0, -50)).toString('base64') }],
    ['there are weights too many', { weights: Buffer.from(new Int8Array(6)).toString('base64') }],
    ['a feature has gone', { features: 'w:late' }],
    ['a scale has gone', { scales: [0.02] }],
    ['a bias has gone', { biases: [0] }],
    ['an output has gone', { outputs: ['failure'] }],
  ])('a file that is not whole is refused: %s', (_, change) => {
    expect(() => linearOf({ ...FILE, ...change })).toThrow("the critic's model has");
  });

  test.each([
    ['weights that are no base64', { ...FILE, weights: '%%%' }],
    ['no outputs', { ...FILE, outputs: [] }],
    ['a field nobody knows', { ...FILE, more: 1 }],
  ])('and so is one of another form: %s', (_, file) => {
    expect(LinearFileSchema.safeParse(file).success).toBe(false);
  });
});
