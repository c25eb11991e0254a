import { type Block, quote, text } from '../../card/card.ts';
import type { Doubt } from '../../critique/reading.ts';
import type { Span } from '../../text/span.ts';
import { countWords } from '../../text/words.ts';
import { doubtLine } from '../cards/choosing-cards.ts';
import { carry } from '../carried.ts';
import type { Command } from '../commands.ts';
import { nextOpenStep } from '../draft-of.ts';
import { isPiped, type Said } from '../event.ts';
import { lookedFor } from '../helped.ts';
import { otherLanguage } from '../other-language.ts';
import { hasText, joined, type Part, withPart } from '../part.ts';
import { hasOwnAnswers, splitPasted, withoutCopies, withoutPastedWhole, withoutSplit } from '../pasted.ts';
import { isJotted, type Session } from '../session.ts';
import type { OpenStage } from '../stage.ts';
import { toneOf } from '../tone.ts';
import type { Turn } from '../turn.ts';
import { arrivedEmpty, staysOpen } from './answer-ends.ts';
import { redoStep } from './asking.ts';
import { ask, type StageContext } from './context.ts';
import { meetsDistress, sheltered } from './sheltered.ts';

export type Choosing = Extract<OpenStage, { at: 'choosing' }>;

/** A press or a command while the failure is being named. */
export function commandAtChoosing(
  session: Session,
  command: Command,
  context: StageContext,
): Turn | undefined {
  switch (command.name) {
    case 'next':
      return hasText(session.failure)
        ? closeChoosing(session, context, false)
        : ask(session, context, [
            text('Nothing here yet. A line is enough, or ', { typed: 'type skip.', pressed: 'press Skip.' }),
          ]);
    case 'skip':
      if (session.door === 'answer' && hasText(session.failure)) return closePasted(session, context);
      return firstStep({ ...session, door: 'story' }, context);
    case 'change':
      if (isJotted(session)) return amongJotted(session, context);
      return ask(withoutStory(session), context, [text('Another one, then. The first is kept as a note.')]);
    case 'nothing':
      return hasText(session.failure) ? undefined : lookedFor(session, context);
    case 'redo':
      return command.step === undefined
        ? undefined
        : redoStep(withPasteSplit(session, context), command.step, session.door === 'answer', context);
    case 'back':
      if (isJotted(session)) return amongJotted(session, context);
      return ask({ ...session, stage: { at: 'opening', asks: 'purpose' } }, context);
    default:
      return undefined;
  }
}

/** Fewer words than this, said to a doubt, add nothing to the story. */
export const FEWEST_ADDED = 4;

/** Free text is the failure in a line or two, or with the door `answer` the answer itself. */
export function textAtChoosing(session: Session, stage: Choosing, said: Said, context: StageContext): Turn {
  const isFirst = !hasText(session.failure) || stage.doubt !== undefined;
  if (said.part.text.trim() === '') return arrivedEmpty(session, !isFirst, context);
  if (stage.doubt?.kind === 'unknown-role' && context.reading?.distress !== true)
    return namedCore(session, said, context);
  // "Nobody." answers the question, and is no part of the story.
  const isReply = stage.doubt !== undefined && countWords(said.part.text) < FEWEST_ADDED;
  if (isReply && context.reading?.distress !== true)
    return closeChoosing({ ...session, notes: withPart(session.notes, said.part) }, context, false);
  // With the door `story` a pasted whole becomes what its steps say: the line above them is no part of the answer.
  const base = session.door === 'answer' ? withoutSplit(session) : withoutSeed(withoutPastedWhole(session));
  const next = { ...base, failure: withPart(base.failure, said.part), stage: { at: 'choosing' as const } };
  return said.ends === 'now' || context.reading?.distress === true
    ? closeChoosing(next, context, isPiped(said))
    : staysOpen(next, said, isFirst, context);
}

/** Back to what was jotted, to pick another one. */
function amongJotted(session: Session, context: StageContext): Turn {
  const { doubted: _, ...rest } = withoutCopies(session);
  return ask({ ...rest, failure: [], stage: { at: 'finding', asks: 'pick', cue: 0 } }, context);
}

/** A jotted moment gives way to the line it was jotted for; it stays among the jotted ones. */
function withoutSeed(session: Session): Session {
  return isJotted(session) ? { ...withoutCopies(session), failure: [] } : session;
}

/** What the role needs most is kept with the role; it is no part of the story. */
function namedCore(session: Session, said: Said, context: StageContext): Turn {
  const { purpose } = session;
  if (purpose?.kind !== 'role') return firstStep(session, context);
  const notes = purpose.core === undefined ? session.notes : withPart(session.notes, purpose.core);
  return firstStep({ ...session, notes, purpose: { ...purpose, core: said.part } }, context, [
    text('Thank you. I keep it with the role.'),
  ]);
}

/**
 * The failure is told: it is reflected in their own words, at most one doubt is raised, and what was told is carried
 * to its steps. A message that is whole (`isWhole`: a form, a piped block) gets the doubt as a line beside the first
 * question: to keep the story is what happens if nobody says otherwise.
 */
export function closeChoosing(session: Session, context: StageContext, isWhole: boolean): Turn {
  const { reading } = context;
  const next: Session = { ...session, stage: { at: 'choosing' } };
  if (meetsDistress(next, context)) return sheltered(next, context);
  if (session.door === 'answer') return closePasted(session, context);
  const doubt = doubtAbout(session, context);
  const { undated: _, ...dated } = next;
  const seen: Session = reading?.dated === false ? { ...next, undated: true } : dated;
  const told: Session = doubt === undefined ? seen : { ...seen, doubted: true };
  // A doubt begins with the words that raise it. One about the role has none: the story comes back on its own.
  const back = doubt?.about === undefined ? heartBack(session, context) : [];
  if (doubt !== undefined && !isWhole)
    return ask({ ...told, stage: { at: 'choosing', doubt } }, context, back);
  if (doubt === undefined) {
    const above = session.sheltered === true ? [] : otherLanguage(joined(session.failure));
    return firstStep(told, context, above.length > 0 ? above : reflection(session, context));
  }
  const line = text(...doubtLine(session, doubt, context.guide), ' Or keep it, and go on:');
  return firstStep(told, context, [...back, line]);
}

/** The doubt to raise, if any: one a story, and none once the person kept the story. */
function doubtAbout(session: Session, { reading, guide }: StageContext): Doubt | undefined {
  if (session.doubted === true || session.sheltered === true) return undefined;
  return reading?.doubts.find(({ kind }) => guide.doubts.some((known) => known.kind === kind));
}

function reflection(session: Session, context: StageContext): Block[] {
  if (session.sheltered === true) return [];
  const [back] = session.doubted === true ? [] : heartBack(session, context);
  if (back === undefined) return [text(toneOf(session).stepByStep)];
  return [{ ...back, runs: [...back.runs, ' ', toneOf(session).stepByStep] }];
}

/** The heart of what was told, in the person's own words. */
function heartBack(session: Session, { reading }: StageContext): Extract<Block, { kind: 'text' }>[] {
  const heart = reading?.heart;
  if (heart === undefined) return [];
  const end = isWhole(heart, joined(session.failure)) ? '.' : ' …';
  return [{ kind: 'text', runs: [quote(heart.quote.replace(/\s+/gu, ' ')), end] }];
}

/** Whether a quote stops where a clause does; otherwise dots behind it say that more was told. */
export function isWhole(quoted: Span, told: string): boolean {
  return /^\s*(?:$|[.!?,;:)\]"'’”…–—]|(?:and|but|because|so)\b)/u.test(told.slice(quoted.end));
}

/** The first step that is open; words told before are carried to their steps. */
export function firstStep(session: Session, context: StageContext, above?: readonly Block[]): Turn {
  const told = hasText(session.failure) ? carry(session, context.reading, context.guide) : session;
  const step = nextOpenStep(told, context.guide, undefined);
  if (step === undefined) return ask({ ...told, stage: { at: 'reviewing' } }, context, above);
  return ask(
    { ...told, stage: { at: 'asking', step, fresh: false, thenReview: false } },
    context,
    withAgeHint(above ?? [], told, step, context),
  );
}

/** A hint only, once, and only where the words don't say when it was: the first step asks for it. */
function withAgeHint(
  above: readonly Block[],
  session: Session,
  step: string,
  { guide }: StageContext,
): readonly Block[] {
  const isOpen = step === guide.steps[0]?.id && !hasText(session.answers[step]);
  if (!isOpen || session.undated !== true) return above;
  const hint = 'An older story is fine too, if it mattered.';
  const last = above.at(-1);
  if (last?.kind !== 'text') return [...above, text(hint)];
  return [...above.slice(0, -1), { ...last, runs: [...last.runs, ` ${hint}`] }];
}

/** The story is left for another one: its words are kept as notes, and what its steps said among what was replaced. */
function withoutStory(session: Session): Session {
  const { doubted: _, undo: __, ...left } = withoutSplit(withoutCopies(session));
  const notes = session.failure.reduce<readonly Part[]>(withPart, session.notes);
  return { ...left, failure: [], notes, skipped: [], stage: { at: 'choosing' } };
}

function closePasted(session: Session, context: StageContext): Turn {
  return ask({ ...withPasteSplit(session, context), stage: { at: 'reviewing' } }, context);
}

/** Steps that were written since the paste are not overwritten: then it was only looked at again. */
function withPasteSplit(session: Session, context: StageContext): Session {
  const isPaste = session.door === 'answer' && hasText(session.failure) && !hasOwnAnswers(session);
  return isPaste ? splitPasted(session, context.reading, context.guide) : session;
}
