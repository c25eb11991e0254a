import type { Session } from './session.ts';
import type { ActiveStage } from './stage.ts';

/** Where a practice rests that is put aside: a run aloud and the last question are over then. */
export function resting({ critique }: Session, stage: ActiveStage): ActiveStage {
  const isOver = stage.at === 'rehearsing' || stage.at === 'closing';
  return isOver ? { at: critique === undefined ? 'reviewing' : 'critiqued' } : stage;
}
