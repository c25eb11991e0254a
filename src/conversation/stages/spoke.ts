import { type Block, text } from '../../card/card.ts';
import { isSheltered, type Session } from '../session.ts';
import { besides, type Reply } from '../standing.ts';
import { say, type Turn, turn } from '../turn.ts';
import { ask, type StageContext } from './context.ts';
import { cuesOf, type Rehearsing, timeUpKey } from './rehearsing.ts';

/** An answer takes one to two minutes (guide.md, "length"). In seconds. */
const SHORTEST = 60;
const LONGEST = 120;
/** Shorter than this nobody has said an answer: it was a try, or a slip. In seconds. */
const SHORTEST_RUN = 20;

/** A voice message cannot be heard. */
export function notHeard(): Reply {
  return {
    blocks: [
      text(
        'I cannot hear voice messages, so please ',
        { typed: 'type', pressed: 'write' },
        ' it. Once your five steps stand, a voice message counts as a run aloud: I take its length.',
      ),
    ],
  };
}

/**
 * A voice message came. While an answer is to be said aloud, or once there is one to say, its length is a run: which
 * parts were said in it is asked.
 */
export function spoke(session: Session, seconds: number, context: StageContext): Turn {
  const { stage } = session;
  const took = Math.round(seconds);
  const isTry = took < SHORTEST_RUN;
  if (stage.at === 'rehearsing' && !isTry) return spokenRun(session, stage.cues, took, context);
  const isRun = stage.at === 'rehearsing';
  const hasAnswer = isRun || stage.at === 'reviewing' || stage.at === 'critiqued' || stage.at === 'closing';
  if (hasAnswer && isTry && (isRun || !isSheltered(session)))
    return turn(session, say(session, besides(session, context.guide, tooShort(took))));
  if (hasAnswer && !isSheltered(session)) return spokenRun(session, cuesOf(session, context), took, context);
  return turn(session, say(session, besides(session, context.guide, notHeard())));
}

/** Nothing is counted: the next one may be the run. */
function tooShort(took: number): Reply {
  const length = took === 1 ? 'one second' : `${took} seconds`;
  return {
    blocks: [
      text(
        `That one is ${length} long, so I count nothing. Said whole, your answer takes a minute or two: send it when you like.`,
      ),
    ],
  };
}

function spokenRun(session: Session, cues: Rehearsing['cues'], took: number, context: StageContext): Turn {
  const stage: Rehearsing = { at: 'rehearsing', asks: 'said', cues, seconds: LONGEST, took };
  const lines: Block[] = isSheltered(session) ? [] : [text(bandLine(took))];
  const made = ask({ ...session, stage }, context, lines);
  return { ...made, effects: [{ type: 'cancelWake', key: timeUpKey(session) }, ...made.effects] };
}

function bandLine(took: number): string {
  if (took < SHORTEST) return 'A voice message of less than a minute: there is room for one more detail.';
  if (took > LONGEST)
    return 'A voice message of more than two minutes: a shorter run leaves time for their questions.';
  return 'A voice message between one and two minutes: that fits.';
}
