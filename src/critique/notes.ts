import type { Span } from '../text/span.ts';
import { countWords } from '../text/words.ts';
import type { Note, Score } from './critique.ts';
import type { UnitLabel } from './model/labels.ts';
import { likelihoodOf, mostLikely, type Seen } from './model/seen.ts';
import type { Unit } from './model/units.ts';
import { TOPIC_WORDS, topicsOf } from './notes/topics.ts';
import { fold } from './parsed-text.ts';
import { shortQuote } from './telling-clause.ts';

const SHOWS = 0.5;
/** A short answer has no room to come to the point late. */
const FEWEST_WORDS = 80;
const WELL_SHOWN = 0.65;

const ALL_MINE =
  /(?<!\p{L})(?:(?:entirely|completely|totally|solely|100 ?%|purely) (?:my|on me|mine)|all (?:on me|mine)|all my (?:own )?(?:fault|mistake|error|doing|responsibility|decision|call)|(?:nobody|no one) else (?:is|was) (?:to blame|at fault|responsible)|(?:nobody|no one) else(?: to blame|'s (?:fault|mistake|doing))|take (?:all|full|complete) (?:the )?(?:blame|responsibility))(?!\p{L})/u;
const OTHERS =
  /(?<!\p{L})(?:we|our team|the team|colleagues?|my (?:boss|manager|lead|director|partner)|the client|vendor|supplier)(?!\p{L})/u;

export interface NoteInput {
  readonly seen: Seen;
  readonly text: string;
  readonly scores: Readonly<Record<string, Score>>;
  /** Whether what it cost is told. */
  readonly hasCost: boolean;
  readonly role?: string | undefined;
}

/**
 * Remarks beyond the steps, none of them scored, the one worth most first; a card shows one at most. Each quotes the
 * words it is about and asks; it never says what happened.
 */
export function notesOn(input: NoteInput): Note[] {
  return [
    lateFailure(input),
    allMine(input),
    noCost(input),
    otherLesson(input),
    otherExample(input),
    noRole(input),
  ].flatMap((note) => note ?? []);
}

function lateFailure({ seen }: NoteInput): Note | undefined {
  const first = seen.units.find((unit) => likelihoodOf(seen, unit.index, 'failure') >= SHOWS);
  if (first === undefined || first.index === 0) return undefined;
  const words = seen.units.map((unit) => countWords(unit.span.quote));
  const all = words.reduce((sum, one) => sum + one, 0);
  const before = words.slice(0, first.index).reduce((sum, one) => sum + one, 0);
  if (all < FEWEST_WORDS || before * 2 <= all) return undefined;
  return {
    rule: 'late-failure',
    span: shortQuote(first.span),
    text: 'More than half of the words come before this.',
    question: 'Which of them does a listener need?',
  };
}

function allMine({ seen, text }: NoteInput): Note | undefined {
  const unit = seen.units.find((one) => ALL_MINE.test(fold(one.span.quote)));
  if (unit === undefined || !OTHERS.test(fold(text))) return undefined;
  return {
    rule: 'all-mine',
    span: shortQuote(unit.span),
    text: 'Here it sounds as if all of it was yours, and others were there too.',
    question: 'Which part was really yours to decide?',
  };
}

function noCost({ seen, scores, hasCost }: NoteInput): Note | undefined {
  if (hasCost || scores.failure !== 2) return undefined;
  if ((mostLikely(seen, 'stake')?.likelihood ?? 1) >= SHOWS) return undefined;
  const best = mostLikely(seen, 'wrong');
  if (best === undefined) return undefined;
  return {
    rule: 'no-cost',
    span: shortQuote(best.unit.span),
    text: 'I do not hear yet what this cost anybody.',
    question: 'Who felt it, and what did they have to do because of it?',
  };
}

function otherLesson({ seen, scores }: NoteInput): Note | undefined {
  if ((scores.reflections ?? 0) === 0) return undefined;
  const lesson = mostLikely(seen, scores.reflections === 2 ? 'les' : 'vague');
  if (lesson === undefined || lesson.likelihood < WELL_SHOWN) return undefined;
  const apart = apartFrom(lesson.unit, seen, ['failure', 'immediate-actions', 'context']);
  if (apart === undefined) return undefined;
  return {
    rule: 'other-lesson',
    span: shortQuote(lesson.unit.span),
    text: `This lesson is about ${apart.here}, and the story about ${apart.there}.`,
    question: 'What in the story led you to it?',
  };
}

function otherExample({ seen, scores }: NoteInput): Note | undefined {
  if (scores['growth-evidence'] !== 2) return undefined;
  const since = mostLikely(seen, 'since');
  if (since === undefined || since.likelihood < WELL_SHOWN) return undefined;
  const apart = apartFrom(since.unit, seen, ['failure', 'reflections']);
  if (apart === undefined) return undefined;
  return {
    rule: 'other-example',
    span: shortQuote(since.unit.span),
    text: `This is about ${apart.here}, and what went wrong about ${apart.there}.`,
    question: 'Is there a time since then when the same thing could have gone wrong, and did not?',
  };
}

/** What a stretch is about and what those of other labels are about, where the two have nothing in common. */
function apartFrom(
  unit: Unit,
  seen: Seen,
  labels: readonly UnitLabel[],
): { here: string; there: string } | undefined {
  const here = topicsOf(fold(unit.span.quote));
  const others = seen.units.filter(
    (one) => one !== unit && labels.some((label) => likelihoodOf(seen, one.index, label) >= SHOWS),
  );
  const there = topicsOf(others.map((one) => fold(one.span.quote)).join(' '));
  if (here.size !== 1 || there.size !== 1) return undefined;
  const [[one], [other]] = [[...here], [...there]];
  if (one === undefined || other === undefined || one === other) return undefined;
  return { here: TOPIC_WORDS[one] ?? one, there: TOPIC_WORDS[other] ?? other };
}

function noRole({ seen, scores, role, text }: NoteInput): Note | undefined {
  if (role === undefined || scores['growth-evidence'] !== 2 || scores.reflections !== 2) return undefined;
  const named = wordsIn(role);
  const long = named.filter((word) => word.length > 3);
  const words = long.length > 0 ? long : named;
  const said = ` ${wordsIn(text).join(' ')}`;
  const ending: Span | undefined = seen.units.at(-1)?.span;
  if (ending === undefined || words.some((word) => said.includes(` ${word}`))) return undefined;
  return {
    rule: 'no-role',
    span: shortQuote(ending),
    text: 'The story ends here, and does not lead to the new job yet.',
    question: 'Where would this help you in the new job?',
  };
}

function wordsIn(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
