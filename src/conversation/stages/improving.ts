import { text } from '../../card/card.ts';
import type { Critique, Finding } from '../../critique/critique.ts';
import type { Guide } from '../../guide/guide.ts';
import { retells } from '../../text/retells.ts';
import { countWords } from '../../text/words.ts';
import { changes } from '../changes.ts';
import type { Command } from '../commands.ts';
import { draftOf, withChangeMarked } from '../draft-of.ts';
import type { Said } from '../event.ts';
import { type Improving, withReply } from '../improved.ts';
import { hasText, joined, withPart } from '../part.ts';
import { withoutPastedWhole } from '../pasted.ts';
import { sentenceIn } from '../sentence-in.ts';
import type { Session } from '../session.ts';
import { besides } from '../standing.ts';
import { say, type Turn, turn } from '../turn.ts';
import { arrivedEmpty, staysOpen } from './answer-ends.ts';
import { ask, type StageContext } from './context.ts';
import { requestCritique } from './reviewing.ts';
import { meetsDistress, sheltered } from './sheltered.ts';

const ASKED = { at: 'improving', asks: 'reply', reply: [] } as const;

/** One question about one step: the first change, or where there is none what an interviewer would ask next. */
export function improvingAt(session: Session, critique: Critique, guide: Guide): Improving | undefined {
  const [change] = changes(session, critique);
  if (change === undefined) return followUpAt(session, critique, guide);
  const step = stepOfFinding(session, change, guide);
  if (step === undefined) return undefined;
  const about = 'span' in change.at ? change.at.span.quote : undefined;
  return {
    ...ASKED,
    step,
    question: change.question,
    ...(change.shape === undefined ? {} : { shape: change.shape }),
    ...(about === undefined ? {} : { about }),
    goes: about !== undefined && isMostOfASentence(session, step, about) ? 'instead' : 'beside',
  };
}

/** What an interviewer would ask next, about the step it follows from. */
export function followUpAt(session: Session, critique: Critique, guide: Guide): Improving | undefined {
  const { question, about } = critique.next;
  const last = guide.steps.at(-1)?.id;
  const step = (about === undefined ? undefined : stepAt(session, about.quote, guide)) ?? last;
  if (step === undefined) return undefined;
  return {
    ...ASKED,
    step,
    question,
    ...(about === undefined ? {} : { about: about.quote }),
    goes: 'beside',
  };
}

/** The step a finding is about: where something is missing, the step its rule names, or where its words stand. */
export function stepOfFinding(session: Session, { at, rule }: Finding, guide: Guide): string | undefined {
  if ('missingIn' in at) return at.missingIn;
  const named = rule.split('.')[0];
  return guide.steps.find((step) => step.id === named)?.id ?? stepAt(session, at.span.quote, guide);
}

/** Whether the quote is most of a sentence of this step: only then does a reply take the sentence's place. */
function isMostOfASentence(session: Session, step: string, quote: string): boolean {
  const part = session.answers[step]?.find(({ text: words }) => words.includes(quote));
  const cut = part === undefined ? undefined : sentenceIn(part.text, quote);
  return cut !== undefined && countWords(quote) * 2 > countWords(cut.sentence);
}

/** The step whose words hold this quote. */
function stepAt(session: Session, quote: string, guide: Guide): string | undefined {
  const { steps } = draftOf(session, guide);
  return guide.steps.find(({ id }) => steps[id]?.some((span) => span.quote.includes(quote)))?.id;
}

/** A press or a command while one question is asked, or while its reply is shown in its place. */
export function commandAtImproving(
  session: Session,
  stage: Improving,
  command: Command,
  context: StageContext,
): Turn | undefined {
  switch (command.name) {
    case 'next':
      if (stage.asks === 'use') return used(session, stage, context);
      return hasText(stage.reply)
        ? replied(session, stage, context)
        : ask(session, context, [
            text('Nothing here yet. One sentence is enough, or ', {
              typed: 'type back.',
              pressed: 'press Back to the critique.',
            }),
          ]);
    case 'use':
      return stage.asks === 'use' ? used(session, stage, context) : undefined;
    case 'other':
      if (stage.asks !== 'use') return undefined;
      return ask(
        { ...session, stage: { ...stage, goes: stage.goes === 'beside' ? 'instead' : 'beside' } },
        context,
      );
    case 'again':
      return ask({ ...noted(session, stage), stage: { ...stage, asks: 'reply', reply: [] } }, context);
    case 'back':
    case 'skip':
      return ask({ ...noted(session, stage), stage: { at: 'critiqued' } }, context);
    default:
      return undefined;
  }
}

/** Fewer words than this, where only "use it?" is asked, are no more of the reply. */
const FEWEST_WORDS = 3;

/** Free text is the reply, or more of it. */
export function textAtImproving(
  session: Session,
  stage: Improving,
  said: Said,
  context: StageContext,
): Turn | undefined {
  const before = hasText(stage.reply);
  if (said.part.text.trim() === '') return arrivedEmpty(session, before, context);
  if (stage.asks === 'use' && countWords(said.part.text) < FEWEST_WORDS) return undefined;
  const next: Improving = { ...stage, asks: 'reply', reply: withPart(stage.reply, said.part) };
  const told: Session = { ...session, stage: next };
  if (meetsDistress(told, context)) return sheltered(noted(told, next), context);
  if (said.ends !== 'now') return staysOpen(told, said, !before, context);
  return replied(told, next, context);
}

/** The reply is there: it is shown in its place, and goes in only when the person says so. */
export function replied(session: Session, stage: Improving, context: StageContext): Turn {
  if (meetsDistress(session, context)) return sheltered(noted(session, stage), context);
  // Who tells the step anew wants it once, not twice.
  const isRetold = retells(joined(session.answers[stage.step] ?? []), joined(stage.reply));
  const goes = isRetold ? 'instead' : stage.goes;
  return ask({ ...session, stage: { ...stage, asks: 'use', goes } }, context);
}

/** The reply goes into the step, verbatim; what stood there is kept, and the draft is looked at again. */
function used(session: Session, stage: Improving, context: StageContext): Turn {
  const before = session.answers[stage.step] ?? [];
  const { asideLast: _, ...still } = withoutPastedWhole(session);
  const next: Session = {
    ...still,
    answers: { ...session.answers, [stage.step]: withReply(session, stage) },
    replaced: hasText(before) ? [...session.replaced, { step: stage.step, parts: before }] : session.replaced,
    skipped: session.skipped.filter((id) => id !== stage.step),
    undo: { step: stage.step, parts: before },
    rounds: session.rounds + 1,
    stage: { at: 'critiqued' },
  };
  return requestCritique(next, context);
}

/** Whoever leaves the question for something else: the reply stays among the notes. */
export function withReplyNoted(session: Session): Session {
  return session.stage.at === 'improving' ? noted(session, session.stage) : session;
}

/** A reply that is not used stays among the notes. */
function noted(session: Session, stage: Improving): Session {
  return { ...session, notes: stage.reply.reduce((notes, part) => withPart(notes, part), session.notes) };
}

/** What "use it" did last is taken back: the step says what it said before, and the reply stays among the notes. */
export function undone(session: Session, context: StageContext): Turn {
  const { undo, ...rest } = session;
  if (undo === undefined) return beside(session, 'There is nothing to take back.', context);
  const now = session.answers[undo.step] ?? [];
  const old = new Set(undo.parts.map((part) => part.id));
  const added = now.filter((part) => !old.has(part.id) && !isRest(part.id));
  const at = session.replaced.findLastIndex(
    ({ step, parts }) => step === undo.step && JSON.stringify(parts) === JSON.stringify(undo.parts),
  );
  const next: Session = {
    ...rest,
    answers: { ...session.answers, [undo.step]: undo.parts },
    replaced: session.replaced.filter((_, index) => index !== at),
    notes: added.reduce((notes, part) => withPart(notes, part), session.notes),
    rounds: Math.max(0, session.rounds - 1),
  };
  const marked = withChangeMarked(session, next, context.guide);
  return beside(marked, 'Taken back. Your earlier words stand, and the new ones are a note.', context);
}

function beside(session: Session, line: string, { guide }: StageContext): Turn {
  return turn(session, say(session, besides(session, guide, { blocks: [text(line)] })));
}

function isRest(id: string): boolean {
  return id.endsWith('.before') || id.endsWith('.after');
}
