import type { Guide } from '../guide/guide.ts';
import type { Seniority } from '../guide/seniority.ts';
import type { Span } from '../text/span.ts';
import { countWords } from '../text/words.ts';
import { shortened, withoutEnd } from './clauses.ts';
import type { Critique, Finding } from './critique.ts';
import { asked as askedOf, isPutAs } from './follow-ups/asked-of.ts';
import type { Gap, GapFinder, KnownAnswer } from './follow-ups/gap.ts';
import { gapFinders } from './follow-ups/gap-finders.ts';
import { type Facts, factsIn, inventsBeyond } from './invents.ts';
import { inAny, type JudgedStep } from './judge-steps.ts';
import { signalNamed } from './signals/catalog.ts';
import { sentenceAt } from './signals/matching.ts';

type Next = Critique['next'];

/** A question is about a few words, not about a long sentence. */
const QUOTE_WORDS = 20;
/** What is said aloud in one breath. */
const QUESTION_WORDS = 25;

/**
 * What an interviewer is likely to ask next, and the person's words it follows from: first what this answer leaves
 * open, named by its own words; then what the guide asks about words like these; then its plain questions. Never what
 * the finding at the head of the card has just asked. What was asked in this practice is asked again only where nothing
 * else is left.
 */
export function followUp(
  known: KnownAnswer,
  findings: readonly Finding[],
  kept: Span | undefined,
  asked: readonly string[] = [],
): Next {
  const { guide, judged } = known;
  const gaps = fromGaps(known, findings, kept);
  const put = gapFinders.filter((finder) => wasPut(guide, finder, asked));
  const listed = fromGuide(guide, judged, findings, kept, put);
  const plain = plainQuestions(guide, judged, known.seniority).map((question): Next => ({ question }));
  const isFresh = ({ question }: Next) => !asked.includes(question);
  const fresh = gaps.find(({ finder }) => !put.includes(finder))?.next;
  return (
    fresh ??
    [...listed, ...plain].find(isFresh) ??
    gaps[0]?.next ??
    listed[0] ??
    plain[0] ?? { question: guide.question }
  );
}

/** The questions that come from what this answer leaves open, each kind of gap once. */
function fromGaps(
  known: KnownAnswer,
  findings: readonly Finding[],
  kept: Span | undefined,
): { readonly finder: GapFinder; readonly next: Next }[] {
  const { guide } = known;
  const head = headOf(findings);
  const facts = factsIn([known.text.text, guide.question]);
  const found = gapFinders
    .filter((finder) => head === undefined || !finder.asksLike.includes(signalOf(guide, head)))
    .flatMap((finder) => {
      const options = wordingsOf(guide, finder);
      if (options.length === 0) return [];
      for (const gap of finder.find(known)) {
        if (head !== undefined && isBeside(known, gap, head)) continue;
        const question = options.flatMap((one) => fitting(one, gap, facts) ?? [])[0];
        if (question === undefined || findings.some((one) => one.question === question)) continue;
        return [{ finder, next: gap.about === undefined ? { question } : { question, about: gap.about } }];
      }
      return [];
    });
  // Words that were just praised are asked about last.
  const again = ({ next }: { next: Next }) =>
    kept !== undefined && next.about !== undefined && overlaps(next.about, kept);
  return [...found.filter((one) => !again(one)), ...found.filter(again)];
}

/** The question about this gap, where it is short and holds no fact that is not in the answer. */
function fitting(wording: string, gap: Gap, facts: Facts): string | undefined {
  const question = askedOf(wording, gap.slots);
  if (question === undefined || countWords(question) > QUESTION_WORDS) return undefined;
  return inventsBeyond(question, facts) ? undefined : question;
}

function wordingsOf(guide: Guide, finder: GapFinder): readonly string[] {
  return guide.followUps.filter((one) => one.gap === finder.name).map(({ question }) => question);
}

function wasPut(guide: Guide, finder: GapFinder, asked: readonly string[]): boolean {
  return wordingsOf(guide, finder).some((wording) => asked.some((one) => isPutAs(wording, one)));
}

function headOf(findings: readonly Finding[]): Finding | undefined {
  return [...findings].sort((a, b) => a.rank - b.rank)[0];
}

/** The signal a finding is about: a pitfall's, or the missing one its rule names. */
function signalOf(guide: Guide, { rule }: Finding): string {
  return guide.pitfalls.find(({ id }) => id === rule)?.signal ?? rule.slice(rule.indexOf('.') + 1);
}

/** In the sentence a finding quotes, a second question is about the same thing to a person. */
function isBeside({ text }: KnownAnswer, { about }: Gap, head: Finding): boolean {
  if (about === undefined || !('span' in head.at)) return false;
  const sentence = sentenceAt(text, about);
  return overlaps(about, head.at.span) || (sentence !== undefined && overlaps(sentence.span, head.at.span));
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The guide's questions about words that a signal showed, what a speaker added unasked first. */
function fromGuide(
  guide: Guide,
  judged: readonly JudgedStep[],
  findings: readonly Finding[],
  kept: Span | undefined,
  put: readonly GapFinder[],
): readonly Next[] {
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
    const alike = put.some((finder) => finder.asksLike.includes(shown.signal));
    const worth =
      signalNamed(shown.signal).weight + (shown.essential ? 0 : 100) - (again ? 200 : 0) - (alike ? 400 : 0);
    return [
      { next: { question: candidate.question, about: shortened(withoutEnd(span), QUOTE_WORDS) }, worth },
    ];
  });
  return options.sort((a, b) => b.worth - a.worth).map(({ next }) => next);
}

/** The questions about no words in particular: those for somebody as far along first, then those about the best told steps. */
function plainQuestions(
  guide: Guide,
  judged: readonly JudgedStep[],
  seniority: Seniority | undefined,
): readonly string[] {
  const open = guide.followUps.filter(
    (one) =>
      one.signal === undefined &&
      one.gap === undefined &&
      (one.seniority === undefined || one.seniority === seniority),
  );
  const scores = new Map(judged.map((one) => [one.step.id, one.judgement.score]));
  const worth = (one: (typeof open)[number]) =>
    (scores.get(one.about) ?? 0) + (one.seniority === undefined ? 0 : 3);
  return [...open].sort((a, b) => worth(b) - worth(a)).map(({ question }) => question);
}
