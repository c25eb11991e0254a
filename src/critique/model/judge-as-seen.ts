import type { Guide, Step } from '../../guide/guide.ts';
import type { Span } from '../../text/span.ts';
import { countWords } from '../../text/words.ts';
import type { Score } from '../critique.ts';
import { type Draft, isToldInSteps } from '../draft.ts';
import { findingId } from '../finding-id.ts';
import { inAny, type JudgedStep, missingRule, type Shown } from '../judge-steps.ts';
import { mergedSpans } from '../merged-spans.ts';
import type { Sign } from '../signals/catalog.ts';
import { shortQuote } from '../telling-clause.ts';
import { UNIT_LABELS, type UnitLabel } from './labels.ts';
import { likelihoodOf, type Seen } from './seen.ts';
import { SHOWN_BY } from './shown-by.ts';

/** From here on a stretch is taken to show a label. */
const SHOWS = 0.5;
/** Below this a stretch does not show a label, whatever our patterns say. */
const HARDLY = 0.15;
const MOST_SPANS = 3;

/** What one sign shows, and how surely. */
interface Told extends Shown {
  readonly sure: number;
}

/**
 * Each step as the trained model scores it, with the words that bear the score out: a clear step has no sign missing, a
 * thin one says which, one that is not there has all of them missing. What the person set aside is not asked for.
 */
export function judgeAsSeen(
  guide: Guide,
  draft: Draft,
  signs: ReadonlyMap<string, Sign>,
  setAside: ReadonlySet<string>,
  seen: Seen,
): JudgedStep[] {
  return guide.steps.map((step) => {
    const own = draft.steps[step.id] ?? [];
    const given = spoken(draft, own, step, signs, seen);
    const told = step.signals.map((use) => toldOf(use, signs, seen, given, own));
    const missing = missingIn(told, given);
    const all = told.map(({ sure: _, ...one }): Shown => {
      if (missing.includes(one.signal)) return { ...one, found: [], thin: given === 0 ? [] : thinOf(one) };
      return { ...one, thin: [] };
    });
    const waived = all.filter((one) => missing.includes(one.signal) && isSetAside(step.id, one, setAside));
    const shown = all.filter(
      (one) => !waived.includes(one) && (one.found.length > 0 || missing.includes(one.signal)),
    );
    const left = missing.filter((signal) => !waived.some((one) => one.signal === signal));
    const seenAs: Score = waived.length > 0 && left.length === 0 ? 2 : given;
    const evidence = mergedSpans(draft.text, [
      ...shown.flatMap((one) => one.found.slice(0, 1)),
      ...waived.flatMap((one) => one.thin.slice(-1)),
    ]);
    const score = waived.length === 0 && isBorrowed(draft, own, evidence) ? capped(seenAs) : seenAs;
    return {
      step,
      own,
      shown,
      waived,
      judgement: {
        score,
        evidence,
        found: shown.filter((one) => one.found.length > 0).map((one) => one.signal),
        missing: left,
      },
    };
  });
}

/**
 * The score as seen; where the steps were told one by one, a step without a word of its own is there only if its
 * neighbours clearly say it (a lesson that a changed habit implies needs no words), and a few words that show what is
 * looked for are a beginning.
 */
function spoken(
  draft: Draft,
  own: readonly Span[],
  step: Step,
  signs: ReadonlyMap<string, Sign>,
  seen: Seen,
): Score {
  const score = seen.scores[step.id] ?? 0;
  if (!isToldInSteps(draft)) return score;
  if (own.length > 0) {
    const isBegun = step.signals.some(({ signal }) =>
      signs.get(signal)?.found.some((span) => inAny(span, own)),
    );
    if (score === 0) return isBegun ? 1 : 0;
    return isClearlyTold(own, step, seen) ? score : capped(score);
  }
  const shown = step.signals.flatMap(({ signal }) => Object.values(SHOWN_BY.get(signal) ?? {}).flat());
  const columns = [step.id as UnitLabel, ...shown].map((label) => UNIT_LABELS.indexOf(label));
  if (score === 0 || seen.likely.some((row) => columns.some((at) => (row[at] ?? 0) >= SHOWS))) return score;
  return step.id === 'reflections' && seen.scores['growth-evidence'] === 2 ? score : 0;
}

/** Told one by one, fewer words than these show nothing clearly. */
const FEWEST_WORDS = 5;
/** Below this nothing shows what makes a step clear. */
const HARDLY_CLEAR = 0.4;

/** Whether words of the answer could make a step clear, and it has more of its own than a few. */
function isClearlyTold(own: readonly Span[], step: Step, seen: Seen): boolean {
  const labels = step.signals.flatMap(({ signal }) => SHOWN_BY.get(signal)?.found ?? []);
  const shows = seen.units.some((unit) =>
    labels.some((label) => likelihoodOf(seen, unit.index, label) >= HARDLY_CLEAR),
  );
  return shows && own.reduce((sum, span) => sum + countWords(span.quote), 0) >= FEWEST_WORDS;
}

function capped(score: Score): Score {
  return score === 2 ? 1 : score;
}

/** Told one by one, a step is clear by its own words: those of its neighbours make it thin at most. */
function isBorrowed(draft: Draft, own: readonly Span[], evidence: readonly Span[]): boolean {
  return isToldInSteps(draft) && !evidence.some((span) => inAny(span, own));
}

function toldOf(
  { signal, essential }: Step['signals'][number],
  signs: ReadonlyMap<string, Sign>,
  seen: Seen,
  score: Score,
  own: readonly Span[],
): Told {
  const labels = SHOWN_BY.get(signal);
  const known = signs.get(signal) ?? { found: [], thin: [] };
  if (labels === undefined)
    return { signal, essential, sure: 0, found: score === 0 ? [] : known.found, thin: known.thin };
  const ranked = rankedBy(seen, labels.found, own);
  const sure = ranked[0]?.likelihood ?? 0;
  const fitting = known.found.filter((span) =>
    ranked.some(
      (one) => one.likelihood >= HARDLY && span.start >= one.span.start && span.start < one.span.end,
    ),
  );
  const learned = ranked.filter(
    (one, at) => one.likelihood >= SHOWS || (at === 0 && score === 2 && essential && fitting.length === 0),
  );
  const found = [
    ...fitting,
    ...learned.map((one) => one.span).filter((span) => !fitting.some((other) => inAny(other, [span]))),
  ];
  const tries = rankedBy(seen, labels.thin, own).filter((one) => one.likelihood >= SHOWS);
  return {
    signal,
    essential,
    sure: Math.max(sure, fitting.length > 0 ? SHOWS : 0),
    found: score === 0 ? [] : found.slice(0, MOST_SPANS),
    thin: (known.thin.length > 0 ? known.thin : tries.map((one) => one.span)).map(shortQuote),
  };
}

/** Units by how likely they show any of the labels; a little more where they stand in the step's own text. */
function rankedBy(
  seen: Seen,
  labels: readonly UnitLabel[],
  own: readonly Span[],
): { span: Span; likelihood: number }[] {
  return seen.units
    .map((unit) => ({
      span: unit.span,
      likelihood: Math.max(0, ...labels.map((label) => likelihoodOf(seen, unit.index, label))),
      isOwn: inAny(unit.span, own),
    }))
    .sort(
      (a, b) =>
        b.likelihood + (b.isOwn ? 0.1 : 0) - a.likelihood - (a.isOwn ? 0.1 : 0) ||
        a.span.start - b.span.start,
    );
}

/** A clear step misses nothing; a thin one what is not shown, or what is shown least; any other all. */
function missingIn(told: readonly Told[], score: Score): string[] {
  const essential = told.filter((one) => one.essential);
  if (score === 2) return [];
  if (score === 0) return essential.map((one) => one.signal);
  const unseen = essential.filter((one) => one.sure < SHOWS);
  if (unseen.length > 0) return unseen.map((one) => one.signal);
  const least = [...essential].sort((a, b) => a.sure - b.sure)[0];
  return least === undefined ? [] : [least.signal];
}

/** Words that try: those that stay general, else those that were nearest. */
function thinOf(one: Shown): readonly Span[] {
  return one.thin.length > 0 ? one.thin : one.found.slice(0, 1).map(shortQuote);
}

function isSetAside(stepId: string, shown: Shown, setAside: ReadonlySet<string>): boolean {
  const rule = missingRule(stepId, shown.signal);
  return [stepId, ...shown.thin.map((span) => span.quote)].some((about) =>
    setAside.has(findingId(rule, about)),
  );
}
