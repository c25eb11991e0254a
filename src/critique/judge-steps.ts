import type { Guide, Step } from '../guide/guide.ts';
import type { Span } from '../text/span.ts';
import { countWords } from '../text/words.ts';
import type { Score, StepJudgement } from './critique.ts';
import { type Draft, isToldInSteps } from './draft.ts';
import { findingId } from './finding-id.ts';
import { mergedSpans } from './merged-spans.ts';
import { type Sign, signalNamed } from './signals/catalog.ts';
import { shortQuote } from './telling-clause.ts';

/** Fewer words than this cannot carry a step, whatever they show. */
const FEWEST_STEP_WORDS = 6;
/** From here on a step's own text counts as a try, even where no sign of ours is in it. */
const TRY_WORDS = 8;

/** From this weight on a sign is what the whole story stands on: wherever it is said, it has been said. */
export const HEAVY = 95;

/** What one step shows of one sign. */
export interface Shown {
  readonly signal: string;
  readonly essential: boolean;
  readonly found: readonly Span[];
  readonly thin: readonly Span[];
}

export interface JudgedStep {
  /** Where the step stands in the draft. */
  readonly own: readonly Span[];
  readonly step: Step;
  readonly judgement: StepJudgement;
  readonly shown: readonly Shown[];
  /** Signs that were not found and set aside by the person: not asked for, and the words that try are taken at theirs. */
  readonly waived: readonly Shown[];
}

/** The rule of a missing sign, as findings name it. */
export function missingRule(stepId: string, signal: string): string {
  return `${stepId}.${signal}`;
}

/**
 * Scores each step. A sign counts in its own step and, since a listener hears no borders, in the steps next
 * to it: a lesson told in the sentence before still is a lesson. Where the steps were told one by one the
 * neighbours' words keep a sign from being asked for, and make a step thin at most: it is clear by its own words.
 * Signs the person set aside are not asked for.
 */
export function judgeSteps(
  guide: Guide,
  draft: Draft,
  signs: ReadonlyMap<string, Sign>,
  setAside: ReadonlySet<string>,
): JudgedStep[] {
  return guide.steps.map((step, at) => {
    const own = draft.steps[step.id] ?? [];
    const near = [guide.steps[at - 1], guide.steps[at + 1]].flatMap((next) =>
      next === undefined ? [] : (draft.steps[next.id] ?? []),
    );
    const all = step.signals.map((use): Shown => {
      const sign = signs.get(use.signal) ?? { found: [], thin: [] };
      const { signal, essential } = use;
      const nearby = pick(sign.found, own, near);
      const found = nearby.length === 0 && signalNamed(signal).weight >= HEAVY ? sign.found : nearby;
      return { signal, essential, found, thin: pick(sign.thin, own, near).map(shortQuote) };
    });
    const shown = all.filter((one) => one.found.length > 0 || !isSetAside(step.id, one, setAside));
    const waived = all.filter((one) => !shown.includes(one));
    return { step, own, shown, waived, judgement: judgementOf(draft, own, shown, waived) };
  });
}

function isSetAside(stepId: string, shown: Shown, setAside: ReadonlySet<string>): boolean {
  const rule = missingRule(stepId, shown.signal);
  return [stepId, ...shown.thin.map((span) => span.quote)].some((about) =>
    setAside.has(findingId(rule, about)),
  );
}

/** Spans that lie in the step's own text; only where there are none, those of its neighbours. */
function pick(spans: readonly Span[], own: readonly Span[], near: readonly Span[]): readonly Span[] {
  const here = spans.filter((span) => inAny(span, own));
  return here.length > 0 ? here : spans.filter((span) => inAny(span, near));
}

/** Whether a span begins in any of the others. */
export function inAny(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start >= other.start && span.start < other.end);
}

/** The judgement of a step that shows this. `waived`: what the person set aside, no longer among what is shown. */
export function judgementOf(
  draft: Draft,
  own: readonly Span[],
  shown: readonly Shown[],
  waived: readonly Shown[],
): StepJudgement {
  const found = shown.filter((one) => one.found.length > 0);
  const missing = shown.filter((one) => one.essential && one.found.length === 0);
  const evidence = mergedSpans(draft.text, [
    ...found.flatMap((one) => one.found.slice(0, 1)),
    ...waived.flatMap((one) => one.thin.slice(-1)),
  ]);
  const borrowed =
    isToldInSteps(draft) && found.some((one) => one.essential && !one.found.some((at) => inAny(at, own)));
  const earned = evidence.length > 0 || waived.length > 0;
  const full = score(own, [...shown, ...waived], missing.length === 0 && earned, evidence);
  return {
    score: borrowed && full === 2 ? 1 : full,
    evidence,
    found: found.map((one) => one.signal),
    missing: missing.map((one) => one.signal),
  };
}

function score(
  own: readonly Span[],
  shown: readonly Shown[],
  complete: boolean,
  evidence: readonly Span[],
): Score {
  const ownWords = wordsIn(own);
  if (complete && Math.max(ownWords, wordsIn(evidence)) >= FEWEST_STEP_WORDS) return 2;
  const some = shown.some(
    (one) => one.thin.length > 0 || (one.found.length > 0 && (one.essential || ownWords > 0)),
  );
  return some || ownWords >= TRY_WORDS ? 1 : 0;
}

/** Words in the spans, exact while few: a step is only ever asked whether it has as many as a try takes. */
function wordsIn(spans: readonly Span[]): number {
  return spans.slice(0, 20).reduce((sum, span) => sum + countWords(span.quote.slice(0, 600)), 0);
}
