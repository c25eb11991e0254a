import type { Features } from '../../src/critique/model/unit-features.ts';
import type { Row } from './logistic.ts';

/** Features by name, in a fixed order. */
export type Vocabulary = ReadonlyMap<string, number>;

/** The features that stand in at least `fewest` of the units, by name. */
export function vocabularyOf(units: Iterable<Features>, fewest: number): Vocabulary {
  const counts = new Map<string, number>();
  for (const features of units)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= fewest).map(([name]) => name);
  return new Map(names.sort().map((name, at) => [name, at]));
}

/** Features as a row; what the vocabulary does not know is left out. */
export function rowOf(features: Features, vocabulary: Vocabulary): Row {
  const at: number[] = [];
  const worth: number[] = [];
  for (const [name, value] of features) {
    const index = vocabulary.get(name);
    if (index === undefined || value === 0) continue;
    at.push(index);
    worth.push(value);
  }
  return { at: Int32Array.from(at), worth: Float32Array.from(worth) };
}
