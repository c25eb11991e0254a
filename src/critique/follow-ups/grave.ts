import { likelihoodOf } from '../model/seen.ts';
import type { KnownAnswer } from './gap.ts';

const GRAVE =
  /(?<!\p{L})(?:die[ds]?|dying|dead(?! (?:line|code|link|end))|death|killed|suicide|injur\p{L}+|(?:to|in) (?:the )?hospital|ambulance|funeral|bleeding|unconscious|miscarriage|abus\p{L}+|assault\p{L}*|overdos\p{L}+|passed away)(?!\p{L})/u;
/** From here on the model is taken at its word that a stretch tells a catastrophe. */
const GRAVE_LIKELY = 0.5;

/** Whether somebody may have come to harm: nobody is asked what the dead said, or when the like came up again. */
export function isGrave({ text, seen, signs }: KnownAnswer): boolean {
  if ((signs.get('catastrophe')?.found.length ?? 0) > 0) return true;
  if (text.sentences.some(({ folded }) => GRAVE.test(folded))) return true;
  return seen?.units.some(({ index }) => likelihoodOf(seen, index, 'cat') >= GRAVE_LIKELY) === true;
}
