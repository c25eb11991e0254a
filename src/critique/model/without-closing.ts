import { countWords } from '../../text/words.ts';
import type { Unit } from './units.ts';

/** "Thank you for listening.", "That is my answer.", "So yeah, that's it." */
const CLOSING =
  /^(?:so,? |and |well,? |um,? |yeah,? |ok(?:ay)?,? |yes,? )*(?:thanks?|thank you|cheers|that(?:'s| is| was) (?:it|all|about it|my (?:answer|story|failure)|the (?:story|end|answer))|(?:that is|that's) the end of (?:it|my (?:story|answer))|the end|i hope that (?:helps|answers (?:it|the question|your question))|any (?:more )?questions)\b.{0,60}$/iu;

/**
 * The units of an answer without what only closes it, or one word that stands alone at its end: where a sentence stands
 * says much of what it is, and the last thing that is told stays the last whatever is said after it.
 */
export function withoutClosing(units: readonly Unit[]): readonly Unit[] {
  let end = units.length;
  while (end > 1 && isClosing(units[end - 1]?.span.quote ?? '')) end -= 1;
  return units.slice(0, end);
}

function isClosing(quote: string): boolean {
  return countWords(quote) <= 1 || CLOSING.test(quote.replace('’', "'").trim());
}
