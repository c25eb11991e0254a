import { ask, choicesAhead, plusDays, type Said } from './spoken.ts';
import type { WhenRead } from './when-read.ts';

const LATER = /^(?:again )?(?:(?:(?:a (?:bit|little)|some ?time) )?later(?: on)?|in a (?:bit|while))$/u;
const EVENING = '19:00';
const MORNING = '09:00';

/** Whether words say no more than that it is not now: "later", "in a bit". In small letters. */
export function isLater(words: string): boolean {
  return LATER.test(words);
}

/** When is later? Undefined for any other words. */
export function laterIn(words: string, said: Said): WhenRead | undefined {
  if (!isLater(words)) return undefined;
  return ask('Gladly. When shall it be?', [
    { label: 'In an hour', words: 'in 1 hour' },
    ...choicesAhead([said.today], [EVENING], said),
    ...choicesAhead([plusDays(said.today, 1)], [MORNING], said),
  ]);
}
