import { text } from '../card/card.ts';
import { MAX_TEXT } from '../text/clean.ts';
import { helpCard } from './cards/help-cards.ts';
import { commandOf } from './command-of.ts';
import { commanded } from './commanded.ts';
import type { Said } from './event.ts';
import { joined, type Part, withPart } from './part.ts';
import { activeStage, type Session } from './session.ts';
import { textAtAsking } from './stages/asking.ts';
import { textAtChoosing } from './stages/choosing.ts';
import type { StageContext } from './stages/context.ts';
import { textAtOpening } from './stages/opening.ts';
import { besides } from './standing.ts';
import { say, type Turn, turn } from './turn.ts';

/** A message came: a choice or a command if the whole of it is one, otherwise free text for the stage it stands in. `before` is the session with the choices it offered. */
export function heard(before: Session, session: Session, said: Said, context: StageContext): Turn {
  const command = commandOf(before, said.part.text, context.guide);
  if (command !== undefined) return commanded(session, command, context);
  const stage = session.stage;
  if (stage.at === 'paused') return heard(before, { ...session, stage: stage.stage }, said, context);
  const total = openLength(session) + said.part.text.length;
  if (total > MAX_TEXT)
    return turn(
      session,
      say(session, besides(session, context.guide, { blocks: [text(tooLongText(total))] })),
    );
  switch (stage.at) {
    case 'opening':
      return textAtOpening(session, stage.asks, said, context);
    case 'choosing':
      return textAtChoosing(session, said, context);
    case 'asking':
      return textAtAsking(session, stage, said, context);
    default:
      return noted(session, said.part, context);
  }
}

/** What the open answer holds already: parts together stay within what the coach can read. */
function openLength(session: Session): number {
  const stage = activeStage(session);
  if (stage?.at === 'choosing') return joined(session.failure).length;
  return stage?.at === 'asking' && !stage.fresh ? joined(session.answers[stage.step] ?? []).length : 0;
}

/** Free text where no question stands is kept as a note, and the way to the answer is named. */
function noted(session: Session, part: Part, context: StageContext): Turn {
  if (part.text.trim() === '')
    return turn(session, say(session, besides(session, context.guide, helpCard())));
  const next = { ...session, notes: withPart(session.notes, part) };
  const line =
    next.stage.at === 'critiquing'
      ? 'I am still reading. I kept this as a note; it is not part of your answer.'
      : `I kept this as a note; it is not part of your answer. To change a step, type redo 1 to redo ${context.guide.steps.length}.`;
  return turn(next, say(next, besides(next, context.guide, { blocks: [text(line)] })));
}

/** More than the coach can read: what is kept, and what to do. `length` in UTF-16 code units. */
export function tooLongText(length: number): string {
  const number = new Intl.NumberFormat('en');
  return `That is ${number.format(length)} characters and I can read up to ${number.format(MAX_TEXT)}. What you wrote before is kept; send this one again in two parts.`;
}
