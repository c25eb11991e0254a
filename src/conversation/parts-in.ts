import type { Part } from './part.ts';
import { type Session, stageWithin } from './session.ts';

/** Every message of the person that a practice keeps, wherever: answers, what was replaced, notes, the role. */
export function partsIn(session: Session): readonly Part[] {
  const { purpose } = session;
  const within = stageWithin(session);
  return [
    ...(within.at === 'improving' ? within.reply : []),
    ...session.seeds,
    ...(session.undo?.parts ?? []),
    ...(session.interview === undefined ? [] : [session.interview]),
    ...session.failure,
    ...Object.values(session.answers).flat(),
    ...session.replaced.flatMap(({ parts }) => parts),
    ...session.notes,
    ...(purpose?.kind === 'role'
      ? [purpose.part, ...(purpose.core === undefined ? [] : [purpose.core])]
      : []),
  ];
}
