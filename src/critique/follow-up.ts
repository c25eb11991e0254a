import type { Guide } from '../guide/guide.ts';
import type { Span } from '../text/span.ts';
import { shortened, withoutEnd } from './clauses.ts';
import type { Critique, Finding } from './critique.ts';
import { inAny, type JudgedStep } from './judge-steps.ts';
import { signalNamed } from './signals/catalog.ts';

/** A question is about a few words, not about a long sentence. */
const QUOTE_WORDS = 20;

/**
 * What an interviewer is likely to ask next, and the person's words it follows from. They
 * ask about what was told, not what the critique has just asked for: first about what a speaker added unasked. What was
 * asked in this practice is asked again only where nothing else is left.
 */
export function followUp(
  guide: Guide,
  judged: readonly JudgedStep[],
  findings: readonly Finding[],
  kept: Span | undefined,
  asked: readonly string[] = [],
): Critique['next'] {
  const taken = findings.flatMap((finding) => ('span' in finding.at ? [finding.at.span] : []));
  const options = guide.followUps.flatMap((candidate) => {
    if (candidate.signal === undefined) return [];
    const shown = judged
      .find((one) => one.step.id === candidate.about)
      ?.shown.filter((one) => one.signal === candidate.signal)
      .find((one) => one.found.length > 0);
    const span = shown?.found.find(
      (one) => !taken.some((other) => inAny(one, [other]) || inAny(other, [one])),
    );
    if (shown === undefined || span === undefined) return [];
    const again = kept !== undefined && (inAny(span, [kept]) || inAny(kept, [span]));
    const worth = signalNamed(shown.signal).weight + (shown.essential ? 0 : 100) - (again ? 200 : 0);
    return [
      { next: { question: candidate.question, about: shortened(withoutEnd(span), QUOTE_WORDS) }, worth },
    ];
  });
  const best = options.sort((a, b) => b.worth - a.worth).map(({ next }) => next);
  const fresh = best.find(({ question }) => !asked.includes(question));
  if (fresh !== undefined) return fresh;
  const open = plain(guide, judged);
  const question = open.find((one) => !asked.includes(one));
  return question === undefined ? (best[0] ?? { question: open[0] ?? guide.question }) : { question };
}

/** The questions about no words in particular, those about the best told steps first. */
function plain(guide: Guide, judged: readonly JudgedStep[]): readonly string[] {
  const open = guide.followUps.filter((candidate) => candidate.signal === undefined);
  const scores = new Map(judged.map((one) => [one.step.id, one.judgement.score]));
  return [...open]
    .sort((a, b) => (scores.get(b.about) ?? 0) - (scores.get(a.about) ?? 0))
    .map(({ question }) => question);
}
