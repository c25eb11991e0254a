import type { CriticInput } from '../../src/critique/critic.ts';
import type { Critique, Score, StepJudgement } from '../../src/critique/critique.ts';
import type { Span } from '../../src/text/span.ts';
import { countWords } from '../../src/text/words.ts';
import type { QuoteFinder } from './quotes-in.ts';
import type { Reply } from './reply.ts';
import { touches } from './touches.ts';

/** Fewer words cannot bear a score out. */
const FEWEST_BEARING_WORDS = 5;
/** A model that finds more steps told better than the offline critic did is not reading, or is told what to find. */
const MOST_RAISED = 2;

/** What stays as it is. `isOrdered`: all, since the answer gives orders to its reader. `confirmed`: these alone may rise, each on these words. `held`: steps whose words were rated before. */
interface Keeping {
  readonly isOrdered: boolean;
  readonly confirmed: ReadonlyMap<string, Span>;
  readonly held: ReadonlySet<string>;
}

/**
 * The steps' scores, the model's where its words bear it out: it names a quote that really stands in the step, or among
 * the words the offline critic took for it; it is one away from the offline score at most; it rises
 * where the offline critic confirms it of those words alone; it does not rise on words
 * that the offline critic quotes as thin; and not more than two rise.
 */
export function mergedSteps(
  input: CriticInput,
  offline: Critique,
  reply: Reply,
  find: QuoteFinder,
  { isOrdered, confirmed, held }: Keeping,
): Critique['steps'] {
  if (isOrdered) return offline.steps;
  const changed = new Map<string, { score: Score; quote: Span }>();
  for (const { step, score, quote } of reply.steps) {
    const mine = offline.steps[step];
    if (mine === undefined || held.has(step) || changed.has(step) || Math.abs(score - mine.score) !== 1)
      continue;
    const span = find(quote);
    if (span === undefined || !bears(span, mine, input.draft.steps[step] ?? [])) continue;
    if (score > mine.score && (!isSame(confirmed.get(step), span) || isCalledThin(step, span, offline)))
      continue;
    changed.set(step, { score, quote: span });
  }
  const raised = [...changed].filter(([step, { score }]) => score > (offline.steps[step]?.score ?? 0));
  if (raised.length > MOST_RAISED) for (const [step] of raised) changed.delete(step);
  return Object.fromEntries(
    Object.entries(offline.steps).map(([id, step]) => {
      const to = changed.get(id);
      return [id, to === undefined ? step : moved(step, to.score, to.quote)];
    }),
  );
}

function isSame(one: Span | undefined, other: Span): boolean {
  return one !== undefined && one.start === other.start && one.end === other.end;
}

function bears(span: Span, judged: StepJudgement, own: readonly Span[]): boolean {
  if (countWords(span.quote) < FEWEST_BEARING_WORDS) return false;
  return (
    own.some((part) => span.start >= part.start && span.end <= part.end) ||
    judged.evidence.some((part) => span.start < part.end && span.end > part.start)
  );
}

/** The offline critic quotes these words for what they leave out: a higher score takes others. */
function isCalledThin(step: string, span: Span, { findings }: Critique): boolean {
  return findings.some(
    ({ rule, at }) => rule.startsWith(`${step}.`) && 'span' in at && touches(span, [at.span]),
  );
}

function moved(step: StepJudgement, score: Score, quote: Span): StepJudgement {
  const overlaps = step.evidence.some((part) => part.start < quote.end && quote.start < part.end);
  const evidence = overlaps ? step.evidence : [...step.evidence, quote].sort((a, b) => a.start - b.start);
  return { ...step, score, evidence, missing: score === 2 ? [] : step.missing };
}
