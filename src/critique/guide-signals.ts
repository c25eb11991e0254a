import type { Guide } from '../guide/guide.ts';

/** The names of the signs a guide's steps ask for, each once, in the guide's order. */
export function stepSignals(guide: Guide): string[] {
  return [...new Set(guide.steps.flatMap((step) => step.signals.map((use) => use.signal)))];
}

/** The names of the signs that speak for another story, by the guide's criteria for a choice. */
export function choiceSignals(guide: Guide): string[] {
  return [...new Set(guide.criteria.flatMap((criterion) => criterion.signal ?? []))];
}

/** The names of the signs that find a guide's pitfalls. */
export function pitfallSignals(guide: Guide): string[] {
  return [...new Set(guide.pitfalls.map((pitfall) => pitfall.signal))];
}
