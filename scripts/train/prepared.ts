import { pitfallSignals, stepSignals } from '../../src/critique/guide-signals.ts';
import type { Language } from '../../src/critique/language.ts';
import { featureWords } from '../../src/critique/model/feature-words.ts';
import { UNIT_LABELS } from '../../src/critique/model/labels.ts';
import { namesFound, withMarks } from '../../src/critique/model/marks.ts';
import { createSpeller } from '../../src/critique/model/spelling.ts';
import { type Features, unitFeatures } from '../../src/critique/model/unit-features.ts';
import { type Unit, unitsOf } from '../../src/critique/model/units.ts';
import type { ParsedText } from '../../src/critique/parsed-text.ts';
import { lookFor } from '../../src/critique/signals/catalog.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import type { Labelled } from './corpus.ts';

/** An answer with what the classifier sees of it, and what the corpus says of each unit (one row a unit), where it does. */
export interface Prepared {
  readonly answer: Labelled;
  readonly units: readonly Unit[];
  readonly features: readonly Features[];
  readonly marks: readonly string[];
  readonly labels: readonly (readonly number[])[] | undefined;
}

/** Answers as the classifier sees them, and the words it knows: those that stand in several of them. */
export function prepare(
  answers: readonly Labelled[],
  language: Language,
): { readonly prepared: Prepared[]; readonly words: readonly string[] } {
  const names = [...stepSignals(greatestFailure), ...pitfallSignals(greatestFailure)];
  const parsedAll = answers.map((answer) => language.parse(answer.text));
  const words = frequentWords(parsedAll);
  const speller = createSpeller(words);
  const prepared = answers.map((answer, at) => {
    const parsed = parsedAll[at] ?? language.parse(answer.text);
    const units = unitsOf(parsed);
    const marks = withMarks(parsed, lookFor(names, parsed, { role: answer.role }), answer.role);
    const features = unitFeatures(units, marks, speller);
    const labels = answer.sentences && units.map(({ span }) => labelsAt(answer, span.start, span.end));
    return { answer, units, features, labels, marks: namesFound(marks) };
  });
  return { prepared, words };
}

/** The labels of the stretch that covers most of the unit: the corpus may have been cut elsewhere than we cut now. */
function labelsAt({ sentences = [] }: Labelled, start: number, end: number): number[] {
  const best = sentences
    .map((one) => ({ one, shared: Math.min(one.end, end) - Math.max(one.start, start) }))
    .sort((a, b) => b.shared - a.shared)[0];
  const labels = new Set(best !== undefined && best.shared > 0 ? best.one.labels : []);
  return UNIT_LABELS.map((label) => (labels.has(label) ? 1 : 0));
}

const FREQUENT = 3;

/** Words in so many answers are meant as they are written. */
function frequentWords(texts: readonly ParsedText[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const own = unitsOf(text).flatMap((unit) => featureWords(unit.tokens, (word) => word));
    for (const word of new Set(own)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= FREQUENT).map(([word]) => word);
}
