import { text } from '../card/card.ts';
import { countWords } from '../text/words.ts';
import { isBlank } from './is-blank.ts';
import { joined } from './part.ts';
import { resting } from './resting.ts';
import { isActive, type Session } from './session.ts';
import type { StageContext } from './stages/context.ts';
import { withoutQuiet } from './stages/quiet.ts';
import { SEEN_AGAIN, standingCard, toSeeAgain } from './standing.ts';
import { toneOf } from './tone.ts';
import { say, type Turn, turn } from './turn.ts';

/** The practice ends and is kept: it lets its place go. */
export function closed(session: Session, context: StageContext, line?: string): Turn {
  if (session.stage.at === 'done') return turn(session, say(session, standingCard(session, context.guide)));
  const { session: still, effects } = withoutQuiet(session);
  const within = session.stage.at === 'paused' ? session.stage.stage : session.stage;
  // Nobody judges a practice that is over.
  const ended = within.at === 'critiquing' ? ({ at: 'reviewing' } as const) : resting(session, within);
  const next: Session = { ...still, stage: { at: 'done', stage: ended }, askedTurn: session.turn };
  const spoken = say(next, {
    ...standingCard(next, context.guide),
    blocks: [
      ...(line === undefined ? [] : [text(line)]),
      ...(isBlank(session)
        ? [text('Stopped. Nothing was written yet; come back any time.')]
        : isBarelyBegun(session)
          ? [text('Stopped. What you wrote is kept. ', SEEN_AGAIN), ...toSeeAgain()]
          : [text(`${toneOf(session).goodbye} `, SEEN_AGAIN), ...toSeeAgain()]),
    ],
  });
  return isActive(session) ? turn(next, ...effects, spoken, { type: 'close' }) : turn(next, spoken);
}

/** Fewer words than this were no work yet to thank for. */
const BARELY_WORDS = 25;

function isBarelyBegun({ failure, answers, seeds, runs, critique }: Session): boolean {
  const words = [failure, seeds, ...Object.values(answers)].map((parts) => countWords(joined(parts)));
  return runs.length === 0 && critique === undefined && words.reduce((a, b) => a + b, 0) < BARELY_WORDS;
}
