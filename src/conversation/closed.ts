import { text } from '../card/card.ts';
import { isActive, type Session } from './session.ts';
import type { ActiveStage } from './stage.ts';
import type { StageContext } from './stages/context.ts';
import { withoutQuiet } from './stages/quiet.ts';
import { standingCard } from './standing.ts';
import { toneOf } from './tone.ts';
import { say, type Turn, turn } from './turn.ts';

/** The practice ends and is kept: it lets its place go. */
export function closed(session: Session, context: StageContext, line?: string): Turn {
  if (session.stage.at === 'done') return turn(session, say(session, standingCard(session, context.guide)));
  const { session: still, effects } = withoutQuiet(session);
  const within = session.stage.at === 'paused' ? session.stage.stage : session.stage;
  // The last question of a practice is not asked again.
  const ended: ActiveStage =
    within.at === 'closing' ? { at: session.critique === undefined ? 'reviewing' : 'critiqued' } : within;
  const next: Session = { ...still, stage: { at: 'done', stage: ended }, askedTurn: session.turn };
  const spoken = say(next, {
    ...standingCard(next, context.guide),
    blocks: [
      ...(line === undefined ? [] : [text(line)]),
      text(`${toneOf(session).goodbye} To see it again, type history.`),
    ],
  });
  return isActive(session) ? turn(next, ...effects, spoken, { type: 'close' }) : turn(next, spoken);
}
