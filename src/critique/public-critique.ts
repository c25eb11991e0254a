import type { Guide } from '../guide/guide.ts';
import type { Span } from '../text/span.ts';
import { type Critique, isCritique, type Judgement } from './critique.ts';
import { pitfallNames, publicName } from './public-names.ts';

/** A quote as programs get it: `text` is exactly `answer.slice(start, end)` (UTF-16 offsets). */
interface PublicSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A judgement as `coach critique --json` prints it: names with underscores, every quote as `{start, end, text}`. */
export function publicJudgement(judgement: Judgement, guide: Guide): Record<string, unknown> {
  return isCritique(judgement)
    ? publicCritique(judgement, guide)
    : { cannot_judge: judgement.cannotJudge, advice: judgement.advice };
}

function publicCritique(critique: Critique, guide: Guide): Record<string, unknown> {
  const { length, stoodInFor, next } = critique;
  return {
    critic: critique.critic,
    version: critique.version,
    ...(stoodInFor === undefined ? {} : { stood_in_for: stoodInFor }),
    verdict: critique.verdict,
    overall: critique.overall,
    line: critique.line,
    steps: Object.fromEntries(
      guide.steps.map((step) => {
        const judged = critique.steps[step.id];
        const { score = 0, evidence = [], found = [], missing = [] } = judged ?? {};
        return [
          publicName(step.id),
          {
            score,
            evidence: evidence.map(publicSpan),
            found: found.map(publicName),
            missing: missing.map(publicName),
          },
        ];
      }),
    ),
    pitfalls: pitfallNames(critique, guide),
    findings: critique.findings.map(({ id, rule, at, why, question, shape, rank }) => ({
      id,
      rule: rule.split('.').map(publicName).join('.'),
      ...('span' in at ? { span: publicSpan(at.span) } : { missing_in: publicName(at.missingIn) }),
      why,
      question,
      ...(shape === undefined ? {} : { shape }),
      rank,
    })),
    keep: critique.keep.map(({ span, effect }) => ({ span: publicSpan(span), effect })),
    notes: (critique.notes ?? []).map((note) => ({
      ...note,
      rule: publicName(note.rule),
      span: publicSpan(note.span),
    })),
    next: { question: next.question, ...(next.about === undefined ? {} : { about: publicSpan(next.about) }) },
    ...(length === undefined ? {} : { length }),
  };
}

function publicSpan({ start, end, quote }: Span): PublicSpan {
  return { start, end, text: quote };
}
