import { death } from './distress/death.ts';
import { despair } from './distress/despair.ts';
import { dismissal } from './distress/dismissal.ts';
import { breakdown, illness } from './distress/illness.ts';
import { tells } from './distress/telling.ts';
import { unslurred } from './distress/unslurred.ts';
import { violence } from './distress/violence.ts';
import type { ParsedText } from './parsed-text.ts';

const TELLINGS = [...death, ...illness, ...breakdown, ...dismissal, ...violence, ...despair];

/**
 * Whether a text tells of something that is not to be scored: a death, grave illness, a breakdown, abuse or
 * violence, the teller's own dismissal, despair. Trade talk in the same words ("killed the process", "a dying
 * market") is left alone, and so is harm that heals: that is the choosing doubt about catastrophes.
 * Never throws; linear in the text.
 */
export function tellsDistress(text: ParsedText): boolean {
  return text.sentences.some((sentence) => {
    // Nothing is quoted here, so that offsets need not fit.
    const folded = unslurred(sentence.folded);
    return TELLINGS.some((telling) => tells(folded, telling));
  });
}
