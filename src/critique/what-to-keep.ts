import type { Span } from '../text/span.ts';
import { hasMoreWords } from './clauses.ts';
import type { Critique, Finding } from './critique.ts';
import { HEAVY, inAny, type JudgedStep } from './judge-steps.ts';
import type { ParsedText, Sentence } from './parsed-text.ts';
import { signalNamed } from './signals/catalog.ts';
import { sentenceAt } from './signals/matching.ts';
import { faults } from './signals/others-blamed.ts';
import { isExcuse } from './signals/outward-blame.ts';
import { trueFact } from './true-fact.ts';

type Keep = Critique['keep'][number];

const MOST = 3;
/** A sentence longer than this is quoted by its telling clause. */
const WHOLE_SENTENCE_WORDS = 30;

/**
 * What to keep, best first: each sentence once, none that a finding quotes, and none that is about what others or
 * the circumstances did (`blaming`: such as the trained model sees). Where nothing earns praise, one true fact about the text; merit is never made up.
 */
export function whatToKeep(
  text: ParsedText,
  judged: readonly JudgedStep[],
  findings: readonly Finding[],
  blaming: readonly Span[] = [],
): Keep[] {
  const quoted = findings.flatMap((finding) => ('span' in finding.at ? [finding.at.span] : []));
  const faulted = [...quoted, ...blaming];
  const candidates = judged
    .flatMap(({ shown, judgement }) =>
      shown.flatMap((one) => {
        const signal = signalNamed(one.signal);
        // A light sign in a step that is not clear yet is too little to call it a merit.
        if (judgement.score < 2 && signal.weight < HEAVY) return [];
        const praised = signal.praised?.(text) ?? one.found;
        return one.found
          .filter((span) => praised.some((other) => other.start === span.start))
          .map((span) => ({ span, signal }));
      }),
    )
    .sort((a, b) => b.signal.weight - a.signal.weight || a.span.start - b.span.start);
  const kept: Keep[] = [];
  const usedSentences = new Set<number>();
  const usedEffects = new Set<string>();
  for (const { span, signal } of candidates) {
    const sentence = sentenceAt(text, span);
    if (sentence === undefined || signal.effect === undefined) continue;
    if (usedSentences.has(sentence.index) || usedEffects.has(signal.effect)) continue;
    if (isBlame(sentence)) continue;
    if (faulted.some((fault) => inAny(fault, [sentence.span]) || inAny(sentence.span, [fault]))) continue;
    usedSentences.add(sentence.index);
    usedEffects.add(signal.effect);
    kept.push({
      span: !hasMoreWords(sentence.span.quote, WHOLE_SENTENCE_WORDS) ? sentence.span : span,
      effect: signal.effect,
    });
    if (kept.length === MOST) break;
  }
  if (kept.length > 0) return kept;
  const isFree = (sentence: Sentence): boolean =>
    !isBlame(sentence) && !faulted.some((fault) => inAny(fault, [sentence.span]));
  return trueFact(text, text.sentences.filter(isFree));
}

function isBlame(sentence: Sentence): boolean {
  return faults(sentence) > 0 || isExcuse(sentence);
}
