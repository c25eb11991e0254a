import { spanOf } from '../../text/span.ts';
import { inAny } from '../judge-steps.ts';
import { sentenceAt } from '../signals/matching.ts';
import { type GapFinder, stepWith } from './gap.ts';
import { aboutAt, clauseAt, inLine, quotable } from './quotable.ts';

/** A thing one decides: what is forgotten or missed was never weighed. */
const DECIDED =
  /(?<!\p{L})i (?:\p{L}+ly |just |simply |also |then |still |had )?(?:decided|chose|skipped|approved|agreed|signed|went ahead|pushed|ignored|said yes|trusted|promised|accepted|postponed|hired|picked|cut|left out|overruled|waived|turned down|refused|took on|assumed|relied|insisted|bought|ordered|launched|shipped|deployed|cancelled|canceled)(?!\p{L})/u;
/** What they knew or thought is told with it. */
const KNOWN =
  /(?<!\p{L})(?:because|i knew|i thought|i believed|had told me|had been told|as we|as i|since we|since i|so that|to save|in order to|did not know|didn't know|even though)(?!\p{L})/u;

/** A decision of their own is told without what it rested on. */
export const ownDecision: GapFinder = {
  name: 'own-decision',
  asksLike: ['own-part', 'outward-blame', 'others-blamed'],
  find({ judged, text }) {
    const failure = stepWith(judged, 'own-part');
    const found = failure?.shown?.found ?? [];
    const places = [...found, ...(failure?.judged.own ?? [])];
    return text.sentences.flatMap((sentence) => {
      const match = DECIDED.exec(sentence.folded);
      if (match === null || KNOWN.test(sentence.folded)) return [];
      const start = sentence.span.start + match.index;
      const here = { start, end: start + match[0].length, quote: match[0] };
      if (!inAny(here, places) && !found.some((one) => sentenceAt(text, one) === sentence)) return [];
      const clause = spanOf(text.text, start, clauseAt(sentence, start).end);
      const short = clause === undefined ? undefined : quotable(clause);
      return short === undefined
        ? []
        : [{ slots: { decision: inLine(short) }, about: aboutAt(sentence, start) }];
    });
  },
};
