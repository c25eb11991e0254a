import type { Reading } from '../critique/reading.ts';
import { type Guide, stepIndex } from '../guide/guide.ts';
import type { Session } from './session.ts';

/** The story is asked for in a line or two. */
const LINE_SENTENCES = 2;

/**
 * Which sentences of the story speak to which step, as the reading sorts them. In a line or two that tells no failure
 * what looks like the repair is the failure itself: "I told the family the wrong day".
 */
export function toldSteps({ door }: Session, reading: Reading | undefined, guide: Guide): Reading['steps'] {
  if (reading === undefined) return {};
  const { opensAt } = guide;
  const { steps, sentences } = reading;
  const isSorted = (steps[opensAt]?.length ?? 0) > 0;
  if (door === 'answer' || isSorted || sentences.length > LINE_SENTENCES) return steps;
  const after = guide.steps[stepIndex(guide, opensAt) + 1]?.id;
  if (after === undefined) return steps;
  const { [after]: moved = [], ...rest } = steps;
  return { ...rest, [opensAt]: moved };
}
