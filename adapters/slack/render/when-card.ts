import type { Card } from '../../../src/card/card.ts';
import { FIRST_CHOICES } from '../../../src/reminders/cards/plan-cards.ts';

/** Whether a card asks when to remind, with the usual times to choose from: a form can say what they do not. */
export function asksWhen({ buttons }: Card): boolean {
  const usual = FIRST_CHOICES.map(({ words: typed }) => `remind ${typed}`);
  return buttons.some(({ action, word }) => action.startsWith('remind:pick:') && usual.includes(word));
}
