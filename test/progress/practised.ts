import type { Score } from '../../src/critique/critique.ts';
import { catalog } from '../../src/guide/catalog.ts';
import type { Judged, Practised } from '../../src/progress/practised.ts';
import { progressOf } from '../../src/progress/progress.ts';

export const guide = catalog.default;
export const stepIds = guide.steps.map(({ id }) => id);

/** Scores of the steps in their order. */
export function scores(...values: readonly Score[]): Readonly<Record<string, Score>> {
  return Object.fromEntries(stepIds.map((id, index) => [id, values[index] ?? 0]));
}

export function judged(values: readonly Score[], changed: Partial<Judged> = {}): Judged {
  return {
    critic: 'rubric',
    version: 'rubric-5',
    label: 'offline critic, version 5',
    steps: scores(...values),
    pitfalls: [],
    ...changed,
  };
}

export const MODEL = { critic: 'llm', version: 'llm-1', label: 'openai/gpt-x, version 1.5' } as const;

export function practised(number: number, changed: Partial<Practised> = {}): Practised {
  return {
    number,
    days: [`2027-03-${String(number).padStart(2, '0')}`],
    sheltered: false,
    judged: [],
    runs: [],
    ...changed,
  };
}

/** Progress on 31 March 2027, of practices that were judged so. */
export function progressOn(practices: readonly Practised[], today = '2027-03-31') {
  return progressOf(practices, [], today, stepIds);
}
