import type { Critic } from '../../src/critique/critic.ts';
import type { Critique, Score } from '../../src/critique/critique.ts';
import { draftFromSteps } from '../../src/critique/draft.ts';
import { type Judged, judgeAll } from '../../src/evaluation/evaluate.ts';
import type { Labelled } from '../../src/evaluation/labelled.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import type { Span } from '../../src/text/span.ts';

/** What a critic of the tests says of an answer. */
interface Said {
  readonly scores?: Readonly<Record<string, Score>>;
  readonly pitfalls?: readonly string[];
  readonly overall?: number;
  readonly quotes?: readonly Span[];
}

/** A critique that says just this. */
export function critiqueOf({ scores = {}, pitfalls = [], overall = 0.5, quotes = [] }: Said): Critique {
  return {
    v: 1,
    critic: 'rubric',
    version: 'fake',
    steps: Object.fromEntries(
      greatestFailure.steps.map(({ id }) => [
        id,
        { score: scores[id] ?? 0, evidence: [], found: [], missing: [] },
      ]),
    ),
    findings: pitfalls.map((rule, rank) => ({
      id: rule,
      rule,
      at: { missingIn: 'growth-evidence' },
      why: 'A listener minds.',
      question: 'And then?',
      rank,
    })),
    keep: quotes.map((span) => ({ span, effect: 'It stays.' })),
    next: { question: 'And then?' },
    overall,
    verdict: 'weak',
    line: 'The right story.',
  };
}

/** Judges answers by a critic; every look at the clock is a tick of the list. */
export function judgedBy(
  critic: Critic,
  lines: readonly Labelled[],
  ticks: readonly number[] = [],
): Promise<Judged[]> {
  let looks = 0;
  return judgeAll(lines, {
    critic,
    guide: greatestFailure,
    draftOf: (text) => draftFromSteps([{ id: 'failure', text }]),
    clock: () => ticks[looks++] ?? 0,
    signal: AbortSignal.timeout(5_000),
  });
}

/** Judges each answer by what is said of its text. */
export function judgedAs(said: readonly (readonly [Labelled, Said])[], ticks?: readonly number[]) {
  const byText = new Map(said.map(([line, one]) => [line.text, one]));
  return judgedBy(
    async ({ draft }) => critiqueOf(byText.get(draft.text) ?? {}),
    said.map(([line]) => line),
    ticks,
  );
}
