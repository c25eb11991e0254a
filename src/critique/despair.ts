import { ownDespair } from './distress/despair.ts';
import { tells } from './distress/telling.ts';
import { unslurred } from './distress/unslurred.ts';
import { fold } from './parsed-text.ts';

/**
 * Whether somebody writes of not wanting to live, or of harming themselves. Asked of each message on its own, whatever
 * stands in the practice, so that no reading is needed. Never throws; linear in the text.
 */
export function tellsDespair(message: string): boolean {
  const folded = unslurred(fold(message));
  return ownDespair.some((telling) => tells(folded, telling));
}
