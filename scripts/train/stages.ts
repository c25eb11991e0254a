import { type Likely, secondLook } from '../../src/critique/model/answer-features.ts';
import { UNIT_LABELS } from '../../src/critique/model/labels.ts';
import type { Features } from '../../src/critique/model/unit-features.ts';
import { storyOf } from './corpus.ts';
import { type Fit, type Fitted, fitLogistics, probability, type Row } from './logistic.ts';
import type { Prepared } from './prepared.ts';
import { rowOf, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Logistic regressions over one vocabulary, one for each of the names. */
export interface Model {
  readonly vocabulary: Vocabulary;
  readonly fitted: ReadonlyMap<string, Fitted>;
}

export function fitModel(
  features: readonly Features[],
  targets: ReadonlyMap<string, ArrayLike<number>>,
  fit: Fit & { fewest: number },
): Model {
  const vocabulary = vocabularyOf(features, fit.fewest);
  const rows = features.map((one) => rowOf(one, vocabulary));
  const fitted = fitLogistics(rows, [...targets.values()], vocabulary.size, fit);
  return {
    vocabulary,
    fitted: new Map([...targets.keys()].flatMap((name, at) => (fitted[at] ? [[name, fitted[at]]] : []))),
  };
}

export function predict(model: Model, features: Features): number[] {
  const row: Row = rowOf(features, model.vocabulary);
  return [...model.fitted.values()].map(({ weights, bias }) => probability(weights, bias, row));
}

export const FIRST: Fit & { fewest: number } = { l2: 0.00002, epochs: 16, rate: 4, fewest: 3 };
export const SECOND: Fit & { fewest: number } = { l2: 0.0005, epochs: 12, rate: 0.5, fewest: 1 };

export interface UnitModel {
  readonly first: Model;
  readonly second: Model;
}

const FOLDS = 5;
/** Within a fold: what the second look learns from needs not be as close. */
const INNER_FOLDS = 3;

/** What the units of each answer look like to models that never saw that answer. */
export function outOfFold(
  answers: readonly Prepared[],
  learn: (train: readonly Prepared[]) => (one: Prepared) => Likely,
  folds = FOLDS,
): Likely[] {
  const found: Likely[] = new Array(answers.length);
  for (let fold = 0; fold < folds; fold += 1) {
    const judge = learn(answers.filter((_, at) => foldOf(answers, at, folds) !== fold));
    for (const [at, one] of answers.entries())
      if (foldOf(answers, at, folds) === fold) found[at] = judge(one);
  }
  return found;
}

/** Twins share a fold. */
export function foldOf(answers: readonly Prepared[], at: number, folds = FOLDS): number {
  const id = storyOf(answers[at]?.answer.id ?? '');
  let hash = 7;
  for (const char of id) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return hash % folds;
}

export function fitFirst(train: readonly Prepared[]): Model {
  const labelled = train.filter((one) => one.labels !== undefined);
  return fitModel(
    labelled.flatMap((one) => one.features),
    targetsOf(labelled),
    FIRST,
  );
}

export function firstLook(model: Model, one: Pick<Prepared, 'features'>): Likely {
  return one.features.map((features) => predict(model, features));
}

export function fitSecond(train: readonly Prepared[], firsts: readonly Likely[]): Model {
  const labelled = train.map((one, at) => ({ one, at })).filter(({ one }) => one.labels !== undefined);
  return fitModel(
    labelled.flatMap(({ at }) => secondLook(firsts[at] ?? [])),
    targetsOf(labelled.map(({ one }) => one)),
    SECOND,
  );
}

export function fitUnits(train: readonly Prepared[]): UnitModel {
  const firsts = outOfFold(
    train,
    (rest) => {
      const model = fitFirst(rest);
      return (one) => firstLook(model, one);
    },
    INNER_FOLDS,
  );
  return { first: fitFirst(train), second: fitSecond(train, firsts) };
}

export function unitsSeen({ first, second }: UnitModel, one: Pick<Prepared, 'features'>): Likely {
  return secondLook(firstLook(first, one)).map((features) => predict(second, features));
}

function targetsOf(answers: readonly Prepared[]): Map<string, number[]> {
  return new Map(
    UNIT_LABELS.map((label, column) => [
      label as string,
      answers.flatMap((one) => (one.labels ?? []).map((row) => row[column] ?? 0)),
    ]),
  );
}
