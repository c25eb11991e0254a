import { spanOf } from '../../text/span.ts';
import { clausesOf } from '../clauses.ts';
import { inAny } from '../judge-steps.ts';
import { fold } from '../parsed-text.ts';
import { sentencesOf } from '../signals/matching.ts';
import { type GapFinder, stepWith } from './gap.ts';
import { aboutAt, inLine, quotable } from './quotable.ts';

const I = /(?<!\p{L})(?:i|i'd|myself|me)(?!\p{L})/u;
const WE =
  /(?<!\p{L})we (?!(?:are|were|was|had been|have been|have|could not|couldn't|did not|didn't|had|got|knew|felt|thought|lost|missed|needed|wanted|all|never|still)(?!\p{L}))\p{L}+/u;

/** The response is told as "we" throughout: which part was this person's? */
export const answeredAsWe: GapFinder = {
  name: 'answered-as-we',
  asksLike: ['own-action', 'others-blamed'],
  find({ judged, text }) {
    const response = stepWith(judged, 'own-action');
    if (response === undefined || response.judged.judgement.score === 0) return [];
    const found = response.shown?.found ?? [];
    const told = text.sentences.filter(
      ({ span }) => inAny(span, response.judged.own) || found.some((one) => inAny(one, [span])),
    );
    if ([...told, ...sentencesOf(text, found)].some(({ folded }) => I.test(folded))) return [];
    return told.flatMap((sentence) =>
      clausesOf(sentence).flatMap((clause) => {
        const at = WE.exec(fold(clause.quote))?.index;
        const from = at === undefined ? undefined : spanOf(text.text, clause.start + at, clause.end);
        const short = from === undefined ? undefined : quotable(from);
        return short === undefined
          ? []
          : [{ slots: { we: inLine(short) }, about: aboutAt(sentence, short.start) }];
      }),
    );
  },
};
