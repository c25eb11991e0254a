import fc from 'fast-check';
import type { Critique, Judgement } from '../../src/critique/critique.ts';
import { isCritique } from '../../src/critique/critique.ts';
import type { Guide } from '../../src/guide/guide.ts';
import type { Span } from '../../src/text/span.ts';
import { sentencesOf } from './plain-reading.ts';

const score = fc.constantFrom(0 as const, 1 as const, 2 as const);
/** Stands for the nth sentence of the draft, until it is known what was written. */
const nth: fc.Arbitrary<Span> = fc
  .nat({ max: 5 })
  .map((start) => ({ start, end: start + 1, quote: 'a sentence' }));

function anyCritique(guide: Guide): fc.Arbitrary<Critique> {
  const ids = guide.steps.map((step) => step.id);
  const uses = guide.steps.flatMap((step) =>
    step.signals.map((use) => ({ rule: `${step.id}.${use.signal}`, step: step.id, ...use })),
  );
  const pitfalls = guide.pitfalls.map((pitfall) => ({ rule: pitfall.id, step: ids[0] ?? '', ...pitfall }));
  const finding = fc
    .record({
      use: fc.constantFrom(...uses, ...pitfalls),
      words: fc.option(nth, { nil: undefined }),
      rank: fc.nat({ max: 5 }),
    })
    .map(({ use: { rule, step, why, question, shape }, words, rank }) => ({
      id: `f-${rule}`,
      rule,
      at: words === undefined ? { missingIn: step } : { span: words },
      why,
      question,
      rank,
      ...(shape === undefined ? {} : { shape }),
    }));
  const next = fc.record(
    { question: fc.constantFrom(...guide.followUps.map(({ question }) => question)), about: nth },
    { requiredKeys: ['question'] },
  );
  return fc.record({
    v: fc.constant(1 as const),
    critic: fc.constantFrom('rubric' as const, 'rubric' as const, 'llm' as const),
    version: fc.constant('rubric-1'),
    steps: fc
      .array(score, { minLength: ids.length, maxLength: ids.length })
      .map((scores) =>
        Object.fromEntries(
          ids.map((id, index) => [id, { score: scores[index] ?? 0, evidence: [], found: [], missing: [] }]),
        ),
      ),
    findings: fc.uniqueArray(finding, { maxLength: 4, selector: ({ id }) => id }),
    keep: fc.array(fc.record({ span: nth, effect: fc.constant('Plain and yours.') }), { maxLength: 2 }),
    next,
    overall: fc.constant(0.5),
    verdict: fc.constantFrom('good' as const, 'weak' as const, 'bad' as const),
    line: fc.constant('Right story, one thing to fix.'),
  });
}

/** A critique, or a text that could not be judged. */
export function anyJudgement(guide: Guide): fc.Arbitrary<Judgement> {
  const cannot = fc.record({
    cannotJudge: fc.constantFrom('no-words' as const, 'too-short' as const, 'not-english' as const),
    advice: fc.constant('Two or three sentences are enough.'),
  });
  return fc.oneof({ weight: 5, arbitrary: anyCritique(guide) }, { weight: 1, arbitrary: cannot });
}

/** The judgement with its quotes taken from this draft, as a critic takes them. */
export function groundedIn(judgement: Judgement, draft: string): Judgement {
  if (!isCritique(judgement)) return judgement;
  const sentences = sentencesOf(draft);
  const taken = (span: Span): Span | undefined => sentences[span.start % Math.max(1, sentences.length)];
  const { next } = judgement;
  const about = next.about === undefined ? undefined : taken(next.about);
  return {
    ...judgement,
    findings: judgement.findings.flatMap((finding) => {
      if (!('span' in finding.at)) return [finding];
      const span = taken(finding.at.span);
      return span === undefined ? [] : [{ ...finding, at: { span } }];
    }),
    keep: judgement.keep.flatMap(({ span, effect }) => {
      const words = taken(span);
      return words === undefined ? [] : [{ span: words, effect }];
    }),
    next: { question: next.question, ...(about === undefined ? {} : { about }) },
  };
}
