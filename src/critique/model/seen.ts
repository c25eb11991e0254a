import type { Span } from '../../text/span.ts';
import type { Score } from '../critique.ts';
import type { ParsedText } from '../parsed-text.ts';
import type { Sign } from '../signals/catalog.ts';
import { answerFeatures, type Likely, secondLook } from './answer-features.ts';
import type { CriticModel } from './critic-model.ts';
import { UNIT_LABELS, type UnitLabel } from './labels.ts';
import { likelihoods } from './linear.ts';
import { namesFound, withMarks } from './marks.ts';
import { isPlainlySince } from './plainly-since.ts';
import { unitFeatures } from './unit-features.ts';
import { type Unit, unitsOf } from './units.ts';
import { withoutClosing } from './without-closing.ts';

/** What the trained model sees in an answer. */
export interface Seen {
  readonly units: readonly Unit[];
  readonly likely: Likely;
  /** The score of each step, by its id, and where between 0 and 2 it lies exactly. */
  readonly scores: Readonly<Record<string, Score>>;
  readonly exact: Readonly<Record<string, number>>;
  /** How likely each pitfall is beside the threshold from which it is said: 1 and more is said. */
  readonly pitfalls: Readonly<Record<string, number>>;
  /** How likely a coach calls the whole good. */
  readonly good: number;
}

/** Looks at an answer. Pure: the same text and role are seen the same way. */
export function seeAnswer(
  model: CriticModel,
  text: ParsedText,
  signs: ReadonlyMap<string, Sign>,
  role: string | undefined,
): Seen {
  const units = withoutClosing(unitsOf(text));
  const marks = withMarks(text, signs, role);
  const first = unitFeatures(units, marks, model.speller).map((features) =>
    likelihoods(model.first, features),
  );
  const likely = secondLook(first).map((features) => likelihoods(model.second, features));
  const found = scoresFrom(
    model,
    likelihoods(model.answer, answerFeatures(units, likely, role !== undefined, namesFound(marks))),
  );
  return { units, likely, ...found, scores: growthAsTold(found.scores, likely, text.text) };
}

/** Below this no stretch tells of what came since: then nothing does, however well the rest is told. */
const HARDLY_SINCE = 0.6;
const SINCE = (['growth-evidence', 'since', 'claim'] as const).map((label) => UNIT_LABELS.indexOf(label));

function growthAsTold(scores: Seen['scores'], likely: Likely, text: string): Seen['scores'] {
  const score = scores['growth-evidence'];
  if (score === undefined) return scores;
  const isTold = likely.some((row) => SINCE.some((column) => (row[column] ?? 0) >= HARDLY_SINCE));
  const told = isTold ? score : 0;
  return { ...scores, 'growth-evidence': told === 0 && isPlainlySince(text) ? 1 : told };
}

function scoresFrom(model: CriticModel, found: readonly number[]): Omit<Seen, 'units' | 'likely'> {
  const scores: Record<string, Score> = {};
  const exact: Record<string, number> = {};
  const pitfalls: Record<string, number> = {};
  let good = 0;
  for (const [at, name] of model.answer.outputs.entries()) {
    const likelihood = found[at] ?? 0;
    if (name === 'good') good = likelihood;
    else if (name.startsWith('pitfall:'))
      pitfalls[name.slice('pitfall:'.length)] = likelihood / (model.thresholds[name] ?? 0.5);
    else {
      const step = name.slice(0, -'>=1'.length);
      exact[step] = (exact[step] ?? 0) + likelihood;
    }
  }
  for (const [step, value] of Object.entries(exact))
    scores[step] = value >= at2(model, step) ? 2 : value >= at1(model, step) ? 1 : 0;
  return { scores, exact, pitfalls, good };
}

const at1 = (model: CriticModel, step: string) => model.thresholds[`${step}:1`] ?? 0.5;
const at2 = (model: CriticModel, step: string) => model.thresholds[`${step}:2`] ?? 1.4;

/** How likely a unit shows a label. */
export function likelihoodOf(seen: Seen, unit: number, label: UnitLabel): number {
  return seen.likely[unit]?.[UNIT_LABELS.indexOf(label)] ?? 0;
}

/** The unit that shows a label most, with how likely it does; undefined for an answer without units. */
export function mostLikely(seen: Seen, label: UnitLabel): { unit: Unit; likelihood: number } | undefined {
  let best: { unit: Unit; likelihood: number } | undefined;
  for (const unit of seen.units) {
    const likelihood = likelihoodOf(seen, unit.index, label);
    if (best === undefined || likelihood > best.likelihood) best = { unit, likelihood };
  }
  return best;
}

/** From here on a stretch is no words to praise. */
const BLAMES = 0.4;

/** Where the fault is given to others or to circumstances. */
export function blamingIn(seen: Seen): Span[] {
  return seen.units
    .filter(({ index }) =>
      (['exc', 'oth'] as const).some((label) => likelihoodOf(seen, index, label) >= BLAMES),
    )
    .map(({ span }) => span);
}
