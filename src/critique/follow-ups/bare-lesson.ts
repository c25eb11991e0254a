import { type Span, spanOf } from '../../text/span.ts';
import { inAny } from '../judge-steps.ts';
import type { Sentence } from '../parsed-text.ts';
import { sentenceAt } from '../signals/matching.ts';
import { type GapFinder, type KnownAnswer, stepWith } from './gap.ts';
import { aboutAt, inLine, wholeQuote } from './quotable.ts';

/** Words that are in every lesson and tie none to its story. */
const EVERYWHERE = new Set(
  `learn teach realise realize know understand lesson thing time people work make experience have need always never more
  important importance better early good team mistake failure good team first take give ask say tell want should must`.split(
    /\s+/u,
  ),
);
const LEAD =
  /^(?:and |but |so )?(?:what )?(?:(?:i|it|this|that|the experience|this experience)(?:'ve|'d)? )?(?:\p{L}+ ){0,3}?(?:learned|learnt|realised|realized|taught me|showed me|understood|know now)(?: (?:is|was))?(?: that)? /u;

/** An answer has one lesson or two; a text of hundreds is compared no further. */
const MOST_LESSONS = 3;

/** A lesson that nothing told before it has led to: which moment taught it? */
export const bareLesson: GapFinder = {
  name: 'bare-lesson',
  asksLike: [
    'lesson',
    'specific-lesson',
    'own-part',
    'what-went-wrong',
    'no-failure',
    'trivial',
    'catastrophe',
  ],
  find(known) {
    const { text, judged } = known;
    const reflections = stepWith(judged, 'lesson');
    if (reflections === undefined || reflections.judged.judgement.score === 0) return [];
    return (reflections.shown?.found ?? []).slice(0, MOST_LESSONS).flatMap((span) => {
      const sentence = sentenceAt(text, span);
      if (sentence === undefined || isLedTo(known, sentence)) return [];
      const short = wholeQuote(lessonIn(sentence));
      return short === undefined
        ? []
        : [{ slots: { lesson: inLine(short) }, about: aboutAt(sentence, short.start) }];
    });
  },
};

/** The lesson without the words that announce one, to the end of its sentence. */
function lessonIn({ span, folded }: Sentence): Span {
  const lead = LEAD.exec(folded)?.[0].length ?? 0;
  return spanOf(span.quote, lead, span.quote.length) === undefined
    ? span
    : { start: span.start + lead, end: span.end, quote: span.quote.slice(lead) };
}

/** Whether the lesson shares a word with what was told of the failure. */
function isLedTo({ text, judged }: KnownAnswer, lesson: Sentence): boolean {
  const failure = stepWith(judged, 'own-part')?.judged;
  if (failure === undefined) return true;
  const places = [...failure.own, ...failure.judgement.evidence];
  const told = text.sentences.filter(
    (one) => one !== lesson && (inAny(one.span, places) || places.some((place) => inAny(place, [one.span]))),
  );
  const before = new Set(told.flatMap(contentOf));
  return contentOf(lesson).some((lemma) => before.has(lemma));
}

function contentOf({ tokens }: Sentence): string[] {
  return tokens
    .filter(
      ({ pos, lemma }) =>
        /^(?:NOUN|VERB|PROPN|ADJ)$/u.test(pos) && lemma.length > 2 && !EVERYWHERE.has(lemma),
    )
    .map(({ lemma }) => lemma);
}
