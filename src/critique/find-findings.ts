import type { Guide } from '../guide/guide.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './critique.ts';
import { findingId } from './finding-id.ts';
import { type JudgedStep, missingRule } from './judge-steps.ts';
import { type Sign, signalNamed } from './signals/catalog.ts';

/** Words a person can look at help more than a gap, so a finding that quotes goes first among its equals. */
const QUOTED = 5;

/** How a finding is put: which of the words are quoted, and a guide's shape with the person's own thing in it. */
export interface Wording {
  quote(rule: string, signal: string, span: Span): Span;
  shape(shape: string): string;
  /** A guide's question about this very story, around the words of `about`; undefined where those are the words it would name. */
  inCase(question: string, about: Span | undefined): string | undefined;
}

/** A finding and how much a listener minds. */
export interface Weighed {
  readonly finding: Finding;
  readonly weight: number;
  readonly signal: string;
}

/**
 * What to change, what hurts most first: pitfalls with the words that show them, and essential signs that
 * are missing, with the words that try where there are any. What the person set aside is left out.
 */
export function findFindings(
  guide: Guide,
  judged: readonly JudgedStep[],
  signs: ReadonlyMap<string, Sign>,
  setAside: ReadonlySet<string>,
  wording: Wording,
): Weighed[] {
  const ids = new Set<string>(setAside);
  const kept: Weighed[] = [];
  const gaps = judged.flatMap((one) => missing(one, wording));
  for (const one of [...pitfalls(guide, signs, wording), ...gaps].sort((a, b) => b.weight - a.weight)) {
    if (ids.has(one.finding.id)) continue;
    ids.add(one.finding.id);
    const { shape } = one.finding;
    const filled = shape === undefined ? {} : { shape: wording.shape(shape) };
    kept.push({ ...one, finding: { ...one.finding, ...filled, rank: kept.length } });
  }
  return kept;
}

function pitfalls(guide: Guide, signs: ReadonlyMap<string, Sign>, wording: Wording): Weighed[] {
  return guide.pitfalls.flatMap((pitfall) => {
    const span = signs.get(pitfall.signal)?.found[0];
    if (span === undefined) return [];
    const words = { why: `${pitfall.text} ${pitfall.why}`, question: pitfall.question, shape: pitfall.shape };
    return [weighed(pitfall.signal, pitfall.id, wording.quote(pitfall.id, pitfall.signal, span), words)];
  });
}

/**
 * The missing signs of a step: those with words that try, and the first of those without any. A step of which
 * nothing is there has one finding: five questions at once help nobody.
 */
function missing({ step, shown, judgement }: JudgedStep, wording: Wording): Weighed[] {
  const gaps = shown.filter((one) => judgement.missing.includes(one.signal));
  const all = gaps.flatMap((gap) => {
    const use = step.signals.find((candidate) => candidate.signal === gap.signal);
    if (use === undefined) return [];
    const tries = gap.thin.at(-1);
    const inCase = use.inCase === undefined ? undefined : wording.inCase(use.inCase, tries);
    const words = { ...use, question: inCase ?? use.question };
    return [weighed(gap.signal, missingRule(step.id, gap.signal), tries ?? step.id, words)];
  });
  if (judgement.score === 0) return all.slice(0, 1);
  const untold = all.find((one) => 'missingIn' in one.finding.at);
  return all.filter((one) => 'span' in one.finding.at || one === untold);
}

function weighed(
  signal: string,
  rule: string,
  about: Span | string,
  words: { readonly why: string; readonly question: string; readonly shape?: string | undefined },
): Weighed {
  const quoted = typeof about !== 'string';
  return {
    signal,
    weight: signalNamed(signal).weight + (quoted ? QUOTED : 0),
    finding: {
      id: findingId(rule, quoted ? about.quote : about),
      rule,
      at: quoted ? { span: about } : { missingIn: about },
      why: words.why,
      question: words.question,
      ...(words.shape === undefined ? {} : { shape: words.shape }),
      rank: 0,
    },
  };
}
