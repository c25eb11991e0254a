import type { Session } from './session.ts';
import type { ActiveStage, OpenStage } from './stage.ts';

/** Where a run aloud, or the last question, leads back to: the critique, or the draft where there is none. */
export function backFromRun({ critique }: Session): OpenStage {
  return { at: critique === undefined ? 'reviewing' : 'critiqued' };
}

/** Where a practice rests that is put aside: a run aloud and the last question are over then. */
export function resting(session: Session, stage: ActiveStage): ActiveStage {
  return stage.at === 'rehearsing' || stage.at === 'closing' ? backFromRun(session) : stage;
}
