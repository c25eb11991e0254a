import { HARM } from './event-words.ts';
import { clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';
import { fromSlip } from './slip-place.ts';

/** What the slip did to somebody or something. */
export const consequence: Signal = {
  name: 'consequence',
  explains: 'I look for what it did: who waited, what it cost, what had to be redone.',
  weight: 58,
  effect: 'It shows what it did to others, so a listener knows it mattered.',
  find: (text) => clausesWith(text, HARM, { where: fromSlip(text) }),
};
