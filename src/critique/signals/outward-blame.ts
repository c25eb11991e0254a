import type { Span } from '../../text/span.ts';
import type { ParsedText, Sentence } from '../parsed-text.ts';
import { anyOf, sentencesOf } from './matching.ts';
import { ownPart } from './own-part.ts';
import type { Signal } from './signal.ts';

const EXCUSE = anyOf(
  "(?:wasn'?t|was not|isn'?t|is not|not|never) (?:really |entirely |actually |even )?my (?:fault|mistake|responsibility|job)",
  "(?:had|have|was) no (?:other )?choice|nothing (?:i|we|anyone|anybody|one) could (?:have done|do)|(?:out of|outside|beyond) (?:my|our|anyone's) (?:control|hands)|no fault of (?:my|our) own",
  'through no fault|set (?:me |us )?up to fail|(?:simply|just) (?:bad luck|unlucky)|did nothing wrong|no way (?:i|we|anyone) could have',
);

/** The excuse is looked back on, not made. */
const LOOKED_BACK = anyOf(
  'told myself|at first|used to|wanted to (?:say|believe|think)|could have (?:said|blamed|told)|i thought|easy to (?:say|blame)|tempting|tempted|excuse|but (?:it|that|this) was|but i|i (?:realised|realized|pretended|claimed|argued|insisted)|did not say|not say|instead of',
);

const CIRCUMSTANCE =
  /(?<!\p{L})(?:because of|due to|thanks to|owing to) (?:the |our |my |a |bad )?(?:\p{L}+ )?(?:economy|market|weather|covid|pandemic|management|budget|company|politics|recession|vendor|supplier|client|competition|traffic|crisis|boss|manager)(?!\p{L})/u;

/** Whether a sentence makes an excuse, or names a circumstance as the cause. */
export function isExcuse(sentence: Sentence): boolean {
  if (LOOKED_BACK.test(sentence.folded)) return false;
  return EXCUSE.test(sentence.folded) || CIRCUMSTANCE.test(sentence.folded);
}

/** The circumstances did it: said in so many words, or the only cause that is named. */
export const outwardBlame: Signal = {
  name: 'outward-blame',
  explains: 'I look for words that put the whole cause outside: not my fault, no choice, out of my hands.',
  weight: 98,
  find(text: ParsedText): Span[] {
    const owned = sentencesOf(text, ownPart.find(text));
    return text.sentences
      .filter((sentence) => {
        if (owned.includes(sentence) || LOOKED_BACK.test(sentence.folded)) return false;
        return EXCUSE.test(sentence.folded) || (owned.length === 0 && CIRCUMSTANCE.test(sentence.folded));
      })
      .map((sentence) => sentence.span)
      .slice(0, 2);
  },
};
