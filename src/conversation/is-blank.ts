import type { Session } from './session.ts';

/** Nothing was written in it yet: it was begun, and left. */
export function isBlank({ failure, answers, seeds, notes, runs, critique }: Session): boolean {
  return (
    critique === undefined &&
    [failure, seeds, notes, runs, ...Object.values(answers)].every((parts) => parts.length === 0)
  );
}
