import { text } from '../../card/card.ts';
import { countWords } from '../../text/words.ts';
import type { Command } from '../commands.ts';
import { isPiped, type Said } from '../event.ts';
import { hasText, withPart } from '../part.ts';
import type { Session } from '../session.ts';
import type { OpenStage } from '../stage.ts';
import { stuckAs } from '../stuck.ts';
import type { Turn } from '../turn.ts';
import { closeChoosing, firstStep } from './choosing.ts';
import { ask, type StageContext } from './context.ts';
import { meetsDistress, sheltered } from './sheltered.ts';

/** For one to whom nothing comes to mind: cues, what was jotted, kinds that work, two answers to judge, a challenge. */
export type Finding = Extract<OpenStage, { at: 'finding' }>;

/** From so many words on it is no jotting any more: it is the failure in a line or two. */
const LINE_WORDS = 12;

/** A press or a command while a story is looked for. */
export function commandAtFinding(
  session: Session,
  stage: Finding,
  command: Command,
  context: StageContext,
): Turn | undefined {
  switch (command.name) {
    case 'next':
      return onward(session, stage, context);
    case 'pick':
      return at(session, { ...stage, asks: 'pick' }, context);
    case 'take':
      return taken(session, command.number, context);
    case 'first':
    case 'second':
      return stage.asks === 'pair' ? at(session, { ...stage, asks: 'heard' }, context) : undefined;
    case 'story':
      return ask({ ...session, door: 'story', stage: { at: 'choosing' } }, context);
    case 'skip':
      return firstStep({ ...session, door: 'story' }, context);
    case 'back':
      return backward(session, stage, context);
    default:
      return undefined;
  }
}

/** A few words are jotted down; a line or two is the failure itself. */
export function textAtFinding(session: Session, stage: Finding, said: Said, context: StageContext): Turn {
  const words = said.part.text.trim();
  if (words === '') return ask(session, context);
  const told: Session = {
    ...session,
    door: 'story',
    failure: withPart(session.failure, said.part),
    stage: { at: 'choosing' },
  };
  // However few its words: among jotted moments it would be quoted.
  if (meetsDistress(session, context)) return sheltered(told, context);
  if (countWords(words) >= LINE_WORDS || stage.asks === 'challenge')
    return closeChoosing(told, context, isPiped(said));
  // "I don't know" is no moment to jot down.
  if (stuckAs(words) !== undefined)
    return onward({ ...session, notes: withPart(session.notes, said.part) }, stage, context);
  const jotted: Session = { ...session, seeds: withPart(session.seeds, said.part) };
  const isLast = stage.asks !== 'cue' || stage.cue + 1 >= context.guide.finding.cues.length;
  const next: Finding = isLast ? { ...stage, asks: 'pick' } : { ...stage, cue: stage.cue + 1 };
  return at(jotted, next, context, 'Noted.');
}

function at(session: Session, stage: Finding, context: StageContext, line?: string): Turn {
  return ask({ ...session, stage }, context, line === undefined ? undefined : [text(line)]);
}

/** One further: the next cue, then what was jotted, then the other ways in; from the last one back to the first. */
function onward(session: Session, stage: Finding, context: StageContext): Turn {
  const { cues } = context.guide.finding;
  switch (stage.asks) {
    case 'cue':
      if (stage.cue + 1 < cues.length) return at(session, { ...stage, cue: stage.cue + 1 }, context);
      return at(session, { ...stage, asks: hasText(session.seeds) ? 'pick' : 'kinds' }, context);
    case 'pick':
      return at(session, { ...stage, asks: 'kinds' }, context);
    case 'kinds':
      return at(session, { ...stage, asks: 'pair' }, context);
    case 'pair':
    case 'heard':
      return at(session, { ...stage, asks: 'challenge' }, context);
    case 'challenge':
      return at(session, { at: 'finding', asks: 'cue', cue: 0 }, context, 'Then once more from the top.');
  }
}

function backward(session: Session, stage: Finding, context: StageContext): Turn {
  switch (stage.asks) {
    case 'cue':
      return stage.cue > 0
        ? at(session, { ...stage, cue: stage.cue - 1 }, context)
        : ask({ ...session, stage: { at: 'opening', asks: 'purpose' } }, context);
    case 'pick':
    case 'kinds':
      return at(session, { ...stage, asks: 'cue' }, context);
    case 'pair':
    case 'heard':
      return at(session, { ...stage, asks: 'kinds' }, context);
    case 'challenge':
      return at(session, { ...stage, asks: 'pair' }, context);
  }
}

/** One of the jotted moments is taken: it is asked for in a line or two, and what was jotted stands there already. */
function taken(session: Session, number: number | undefined, context: StageContext): Turn | undefined {
  const seed = number === undefined ? undefined : session.seeds[number - 1];
  if (seed === undefined)
    return ask(session, context, [text('I have no moment with that number. Pick one of these.')]);
  return ask({ ...session, door: 'story', failure: withPart([], seed), stage: { at: 'choosing' } }, context);
}
