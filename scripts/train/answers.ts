import { answerFeatures, type Likely } from '../../src/critique/model/answer-features.ts';
import type { Features } from '../../src/critique/model/unit-features.ts';
import { counted, f1Of, weightedKappa } from '../../src/evaluation/measures.ts';
import type { Fit } from './logistic.ts';
import type { Prepared } from './prepared.ts';
import { fitModel, foldOf, type Model, predict } from './stages.ts';

export const STEPS = ['context', 'failure', 'immediate-actions', 'reflections', 'growth-evidence'];
/** Pitfalls that are read; too long and too short are counted, and no growth follows from the scores. */
export const PITFALLS = [
  'others-mistakes',
  'core-skill',
  'defensive-or-blaming',
  'trivial',
  'too-emotional',
  'personal-catastrophe',
  'no-failure',
];

const ANSWER: Fit & { fewest: number } = { l2: 0.0004, epochs: 60, rate: 0.5, fewest: 1 };
const FOLDS = 5;

const corpusName = (id: string) => id.replaceAll('-', '_');

export function featuresOf(answers: readonly Prepared[], seen: readonly Likely[]): Features[] {
  return answers.map((one, at) =>
    answerFeatures(one.units, seen[at] ?? [], one.answer.role !== undefined, one.marks),
  );
}

export function fitAnswers(answers: readonly Prepared[], features: readonly Features[]): Model {
  return fitModel(features, targetsOf(answers), ANSWER);
}

function targetsOf(answers: readonly Prepared[]): Map<string, number[]> {
  const targets = new Map<string, number[]>();
  const add = (name: string, is: (one: Prepared['answer']) => boolean) =>
    targets.set(
      name,
      answers.map(({ answer }) => (is(answer) ? 1 : 0)),
    );
  for (const step of STEPS)
    for (const score of [1, 2])
      add(`${step}>=${score}`, (answer) => (answer.steps[corpusName(step)] ?? 0) >= score);
  for (const id of PITFALLS) add(`pitfall:${id}`, (answer) => answer.pitfalls.includes(corpusName(id)));
  add('good', (answer) => answer.verdict === 'good');
  return targets;
}

/** What models that never saw an answer say of it. */
export function crossFitted(answers: readonly Prepared[], features: readonly Features[]): number[][] {
  const said: number[][] = new Array(answers.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const rest = answers.map((_, at) => at).filter((at) => foldOf(answers, at) !== fold);
    const model = fitAnswers(
      rest.flatMap((at) => answers[at] ?? []),
      rest.flatMap((at) => features[at] ?? []),
    );
    for (const at of answers.keys())
      if (foldOf(answers, at) === fold) said[at] = predict(model, features[at] ?? new Map());
  }
  return said;
}

/** From where on a score or a pitfall is said, by name: where it agrees best with the readers. */
export function thresholdsFor(
  answers: readonly Prepared[],
  outputs: readonly string[],
  said: readonly number[][],
): Record<string, number> {
  const column = (name: string) => said.map((row) => row[outputs.indexOf(name)] ?? 0);
  const found: Record<string, number> = {};
  for (const step of STEPS) {
    const exact = column(`${step}>=1`).map((value, at) => value + (column(`${step}>=2`)[at] ?? 0));
    const real = answers.map(({ answer }) => answer.steps[corpusName(step)] ?? 0);
    let best = -1;
    for (let one = 0.3; one <= 1.1; one += 0.05) {
      for (let two = Math.max(0.9, one + 0.2); two <= 1.8; two += 0.05) {
        const given = exact.map((value) => (value >= two ? 2 : value >= one ? 1 : 0));
        const present = f1Of(
          counted(
            given.map((x) => x > 0),
            real.map((x) => x > 0),
          ),
        );
        const worth = weightedKappa(given, real) + present / 4;
        if (worth <= best + 1e-9) continue;
        best = worth;
        found[`${step}:1`] = Number(one.toFixed(2));
        found[`${step}:2`] = Number(two.toFixed(2));
      }
    }
  }
  for (const id of PITFALLS) {
    const likely = column(`pitfall:${id}`);
    const real = answers.map(({ answer }) => answer.pitfalls.includes(corpusName(id)));
    let best = -1;
    // A pitfall that is not there costs a person more than one that is overlooked: never said of what is much likelier
    // not there, and of two thresholds as good, the later.
    for (let from = 0.3; from <= 0.7; from += 0.025) {
      const worth = f1Of(
        counted(
          likely.map((value) => value >= from),
          real,
        ),
      );
      if (worth < best - 1e-9) continue;
      best = worth;
      found[`pitfall:${id}`] = Number(from.toFixed(3));
    }
  }
  return found;
}
