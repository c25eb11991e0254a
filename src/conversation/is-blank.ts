import { hasText } from './part.ts';
import type { Session } from './session.ts';

/** No word of a story, no run of one, and no critique: it was begun, and left. */
export function isBlank({ failure, answers, seeds, runs, critique }: Session): boolean {
  const hasNoText = [failure, seeds, ...Object.values(answers)].every((parts) => !hasText(parts));
  return hasNoText && runs.length === 0 && critique === undefined;
}
