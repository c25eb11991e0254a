import { type Run, text } from '../card/card.ts';
import { stepOf } from '../guide/guide.ts';
import { countWords } from '../text/words.ts';
import { isPiped, type Said } from './event.ts';
import { hasText, withPart } from './part.ts';
import type { Session } from './session.ts';
import { ask, type StageContext } from './stages/context.ts';
import { besides } from './standing.ts';
import { stuckAs } from './stuck.ts';
import { say, type Turn, turn } from './turn.ts';

/**
 * Somebody asks back, or has nothing to tell: they are helped, and their words are no answer (they stay among the
 * notes). Undefined for an answer; what comes from a script always is one, except where a choice was asked for.
 */
export function helped(session: Session, said: Said, context: StageContext): Turn | undefined {
  const { stage } = session;
  const isLine = stage.at === 'opening' || stage.at === 'finding';
  if (!isLine && (isPiped(said) || !isFirstWord(session))) return undefined;
  const stuck = stuckAs(said.part.text);
  if (stuck === undefined) return undefined;
  const noted: Session = { ...session, notes: withPart(session.notes, said.part) };
  switch (stage.at) {
    case 'opening':
      // In a script not to know the job is an answer; whoever asks back is helped.
      if (stage.asks === 'purpose' && stuck === 'no-story' && isPiped(said)) return undefined;
      if (stage.asks === 'purpose')
        return beside(
          noted,
          [
            'The job you want, in two or three words, like ward nurse. Or ',
            { typed: 'type skip.', pressed: 'skip it.' },
          ],
          context,
        );
      return stuck === 'no-story'
        ? ask({ ...noted, door: 'nothing', stage: { at: 'opening', asks: 'purpose' } }, context)
        : beside(
            noted,
            [
              'Simply tell me what happened, in a line or two. Or ',
              { typed: 'type nothing', pressed: 'press Nothing comes to mind' },
              ', and we look for one.',
            ],
            context,
          );
    case 'finding':
      return undefined;
    case 'choosing':
      return stuck === 'no-story' && session.door !== 'answer'
        ? lookedFor(noted, context)
        : beside(
            noted,
            [
              'One or two lines are enough: what happened, and what you did or left undone. If you have none, ',
              { typed: 'type nothing', pressed: 'press More, then Help to find a story' },
              ', and we look for one together.',
            ],
            context,
          );
    case 'asking': {
      const step = stepOf(context.guide, stage.step);
      const how = {
        typed: 'Type example to see one, or skip to leave it out.',
        pressed: 'Press Example to see one, or leave it out with More, then Skip.',
      };
      return beside(noted, [`No hurry. ${step.tips[0] ?? step.strong} `, how], context);
    }
    case 'improving':
      // Longer ones are a reply that begins so: "not sure whom to ask, I called the hotel".
      if (countWords(said.part.text) > MOST_WORDS_BACK) return undefined;
      return beside(
        noted,
        [
          'Say it as you would to a friend; one sentence is enough. To leave it, ',
          { typed: 'type back.', pressed: 'press Back to the critique.' },
        ],
        context,
      );
    default:
      return undefined;
  }
}

const MOST_WORDS_BACK = 5;

/** To the memory cues, from wherever a story was asked for. */
export function lookedFor(session: Session, context: StageContext): Turn {
  const next: Session = { ...session, door: 'nothing', stage: { at: 'finding', asks: 'cue', cue: 0 } };
  return ask(next, context, [
    text('That happens to most people. Let us look for one together, about 5 minutes.'),
  ]);
}

/** Nothing was written yet for what is asked, or only what was told before. */
function isFirstWord(session: Session): boolean {
  const { stage } = session;
  if (stage.at === 'improving') return stage.asks === 'reply' && !hasText(stage.reply);
  if (stage.at === 'choosing') return !hasText(session.failure) || stage.doubt !== undefined;
  if (stage.at !== 'asking') return false;
  const isOpen = stage.fresh || stage.nudged === true || session.carried.includes(stage.step);
  return isOpen || !hasText(session.answers[stage.step]);
}

function beside(session: Session, runs: readonly Run[], { guide }: StageContext): Turn {
  return turn(session, say(session, besides(session, guide, { blocks: [text(...runs)] })));
}
