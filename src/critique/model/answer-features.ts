import { SIGNAL_LABELS, STEP_LABELS, UNIT_LABELS } from './labels.ts';
import type { Features } from './unit-features.ts';
import type { Unit } from './units.ts';

/** How likely each label is, by unit: rows in the order of the units, columns in the order of `UNIT_LABELS`. */
export type Likely = readonly (readonly number[])[];

const column = new Map(UNIT_LABELS.map((label, at) => [label as string, at]));

/**
 * A second look at each unit: what it and its neighbours were first taken for, and what else the answer holds. A
 * sentence after the slip that is taken for a repair half-way makes a repair of the next one.
 */
export function secondLook(likely: Likely): Features[] {
  const most = UNIT_LABELS.map((_, at) => Math.max(0, ...likely.map((row) => row[at] ?? 0)));
  const before = UNIT_LABELS.map(() => 0);
  return likely.map((row, unit) => {
    const features = new Map<string, number>();
    for (const [at, label] of UNIT_LABELS.entries()) {
      features.set(`o:${label}`, logit(row[at] ?? 0));
      features.set(`<:${label}`, likely[unit - 1]?.[at] ?? 0);
      features.set(`>:${label}`, likely[unit + 1]?.[at] ?? 0);
      features.set(`<<:${label}`, likely[unit - 2]?.[at] ?? 0);
      features.set(`>>:${label}`, likely[unit + 2]?.[at] ?? 0);
      features.set(`m:${label}`, most[at] ?? 0);
      features.set(`b:${label}`, before[at] ?? 0);
      before[at] = Math.max(before[at] ?? 0, row[at] ?? 0);
    }
    const place = likely.length < 2 ? 0 : unit / (likely.length - 1);
    features.set('n:place', place);
    features.set('n:first', unit === 0 ? 1 : 0);
    features.set('n:last', unit === likely.length - 1 ? 1 : 0);
    return features;
  });
}

function logit(p: number): number {
  const safe = Math.min(0.995, Math.max(0.005, p));
  return Math.log(safe / (1 - safe)) / 2;
}

/** What the whole answer shows, from what its units show: the inputs of the scores. */
export function answerFeatures(
  units: readonly Unit[],
  likely: Likely,
  hasRole: boolean,
  marks: readonly string[],
): Features {
  const features = new Map<string, number>();
  const lengths = units.map((unit) => unit.tokens.length);
  const all = Math.max(
    1,
    lengths.reduce((sum, one) => sum + one, 0),
  );
  for (const label of UNIT_LABELS) {
    const at = column.get(label) ?? 0;
    const sorted = likely.map((row) => row[at] ?? 0).sort((a, b) => b - a);
    const none = sorted.reduce((product, p) => product * (1 - p), 1);
    const sum = sorted.reduce((total, p) => total + p, 0);
    const share = likely.reduce((total, row, unit) => total + (row[at] ?? 0) * (lengths[unit] ?? 0), 0) / all;
    features.set(`top:${label}`, sorted[0] ?? 0);
    features.set(`second:${label}`, sorted[1] ?? 0);
    features.set(`any:${label}`, 1 - none);
    features.set(`sum:${label}`, Math.log1p(sum));
    features.set(`share:${label}`, share);
  }
  const top = (label: string) => features.get(`any:${label}`) ?? 0;
  for (const signal of SIGNAL_LABELS) features.set(`no:${signal}`, 1 - top(signal));
  features.set('role+stake', top('role') * top('stake'));
  features.set('wrong+own', top('wrong') * top('own'));
  features.set('own-hid', top('own') * (1 - top('hid')));
  features.set('no-growth', (1 - top('since')) * (1 - top('claim')) * (1 - top('les')));
  features.set('core+role', hasRole ? top('core') : 0);
  features.set('core-unmended', hasRole ? top('core') * (1 - top('since')) : 0);
  const lesson = (unit: number) =>
    Math.max(...['les', 'vague', 'reflections'].map((label) => likely[unit]?.[column.get(label) ?? 0] ?? 0));
  const told = units.map((_, unit) => unit).sort((a, b) => lesson(b) - lesson(a))[0];
  if (told !== undefined) {
    const sure = lesson(told);
    features.set('lesson:words', (sure * Math.min(30, lengths[told] ?? 0)) / 30);
    features.set('lesson:les', likely[told]?.[column.get('les') ?? 0] ?? 0);
    features.set('lesson:vague', likely[told]?.[column.get('vague') ?? 0] ?? 0);
    features.set(
      'lesson:sum',
      Math.min(1, likely.reduce((sum, row) => sum + (row[column.get('les') ?? 0] ?? 0), 0) / 2),
    );
  }
  for (const mark of marks) features.set(`x:${mark}`, 1);
  features.set('words', Math.log1p(all) / 5);
  features.set('short', all < 60 ? 1 : 0);
  features.set('steps', STEP_LABELS.reduce((total, step) => total + top(step), 0) / 5);
  return features;
}
