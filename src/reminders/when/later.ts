import { isLater } from '../../text/is-later.ts';
import { ask, choicesAhead, plusDays, type Said } from './spoken.ts';
import type { WhenRead } from './when-read.ts';

const EVENING = '19:00';
const MORNING = '09:00';

/** When is later? Undefined for any other words. */
export function laterIn(words: string, said: Said): WhenRead | undefined {
  if (!isLater(words)) return undefined;
  return ask('Gladly. When shall it be?', [
    { label: 'In an hour', words: 'in 1 hour' },
    ...choicesAhead([said.today], [EVENING], said),
    ...choicesAhead([plusDays(said.today, 1)], [MORNING], said),
  ]);
}
