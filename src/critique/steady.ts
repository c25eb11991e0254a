import type { Span } from '../text/span.ts';
import type { CriticInput } from './critic.ts';
import type { Critique, StepJudgement } from './critique.ts';
import type { Draft } from './draft.ts';
import { type JudgedStep, judgementOf, missingRule, type Shown } from './judge-steps.ts';
import { mergedSpans } from './merged-spans.ts';

/** A draft and what the same critic said of it. */
export type Before = NonNullable<CriticInput['before']>;

/**
 * Keeps the earlier judgement of every step whose own words did not change: who works on one step does not see
 * another one move. Its evidence is quoted where the same words stand now; what stands nowhere any more is left
 * out. A sign set aside since is not asked for, and can only raise the step.
 */
export function heldSteady(
  judged: readonly JudgedStep[],
  draft: Draft,
  before: Before,
  setAside: ReadonlySet<string>,
): JudgedStep[] {
  return judged.map((fresh) => {
    const { id } = fresh.step;
    const earlier = before.critique.steps[id];
    if (earlier === undefined || wordsOf(draft, id) !== wordsOf(before.draft, id)) return fresh;
    return kept(fresh, earlier, draft, before, setAside);
  });
}

function kept(
  fresh: JudgedStep,
  earlier: StepJudgement,
  draft: Draft,
  before: Before,
  setAside: ReadonlySet<string>,
): JudgedStep {
  const { step, own } = fresh;
  const findingOf = (signal: string) =>
    before.critique.findings.find((finding) => finding.rule === missingRule(step.id, signal));
  const all = step.signals.map(({ signal, essential }): Shown => {
    const now = fresh.shown.find((one) => one.signal === signal);
    if (earlier.found.includes(signal)) return { signal, essential, found: now?.found ?? [], thin: [] };
    const at = findingOf(signal)?.at;
    const quoted = at !== undefined && 'span' in at ? standing(at.span, before.draft, draft) : undefined;
    return { signal, essential, found: [], thin: quoted === undefined ? [] : [quoted] };
  });
  const waived = all.filter(
    ({ signal }) =>
      fresh.waived.some((one) => one.signal === signal) || setAside.has(findingOf(signal)?.id ?? ''),
  );
  const shown = all.filter((one) => !waived.includes(one));
  const isWaivedNow = waived.some((one) => earlier.missing.includes(one.signal));
  const lifted = isWaivedNow ? judgementOf(draft, own, shown, waived) : undefined;
  const evidence = earlier.evidence.flatMap((span) => standing(span, before.draft, draft) ?? []);
  const judgement: StepJudgement = {
    score: lifted?.score === 2 ? 2 : earlier.score,
    evidence: mergedSpans(draft.text, [...evidence, ...(lifted?.score === 2 ? lifted.evidence : [])]),
    found: earlier.found,
    missing: earlier.missing.filter((signal) => !waived.some((one) => one.signal === signal)),
  };
  return { step, own, shown, waived, judgement };
}

/**
 * The words a pitfall is shown by: those quoted before, as long as they stand, so that one pitfall stays one
 * finding. Only where words that are new show it more does it move to them.
 */
export function steadyQuote(rule: string, fresh: Span, draft: Draft, before: Before): Span {
  const at = before.critique.findings.find((finding) => finding.rule === rule)?.at;
  if (at === undefined || !('span' in at)) return fresh;
  if (places(fresh.quote, before.draft.text).length === 0) return fresh;
  return standing(at.span, before.draft, draft) ?? fresh;
}

/** Whether the earlier critique may be kept: another critic, or another version of it, judged by other rules. */
export function isSameCritic(
  made: { readonly critic: string; readonly version: string },
  critic: Critique['critic'],
  version: string,
): boolean {
  return made.critic === critic && made.version === version;
}

/** The steps, by id, whose own words stand as they stood in the draft before. */
export function stepsUnchanged(draft: Draft, before: Before): ReadonlySet<string> {
  return new Set(
    Object.keys(before.critique.steps).filter((id) => wordsOf(draft, id) === wordsOf(before.draft, id)),
  );
}

/** A step's own words: how they were cut into spans, and how they were wrapped, changes nothing. */
function wordsOf(draft: Draft, stepId: string): string {
  const spans = draft.steps[stepId] ?? [];
  return spans
    .map((span) => span.quote)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Where the words of a span stand in the next draft: in the same step, as the same of several, else anywhere. */
function standing(span: Span, from: Draft, to: Draft): Span | undefined {
  const owner = Object.keys(from.steps).find((id) => isIn(span, from.steps[id]));
  if (owner !== undefined) {
    const before = places(span.quote, from.text).filter((one) => isIn(one, from.steps[owner]));
    const now = places(span.quote, to.text).filter((one) => isIn(one, to.steps[owner]));
    const same = now[before.findIndex((one) => one.start === span.start)] ?? now[0];
    if (same !== undefined) return same;
  }
  return places(span.quote, to.text)[0];
}

function isIn(span: Span, others: readonly Span[] | undefined): boolean {
  return others?.some((other) => span.start >= other.start && span.start < other.end) === true;
}

/** Every place where the words stand, verbatim but for how they are wrapped, and not inside a longer word. */
function places(quote: string, text: string): Span[] {
  const words = quote.trim().split(/\s+/u);
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('\\s+');
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'))].map(
    (match) => ({ start: match.index, end: match.index + match[0].length, quote: match[0] }),
  );
}
