import type { Guide } from '../guide/guide.ts';
import { type Span, shift, spanOf } from '../text/span.ts';
import { countWords } from '../text/words.ts';
import { clausesOf, firstWords, hasMoreWords, shortened, withoutEnd } from './clauses.ts';
import { stepSignals } from './guide-signals.ts';
import type { Language } from './language.ts';
import { fold, type ParsedText, type Sentence } from './parsed-text.ts';
import { lookFor, type Sign, signalNamed } from './signals/catalog.ts';

/** What a person can take in at a glance when their words come back to them. */
const HEART_WORDS = 12;
/** A piece that cannot be taken apart may be a little longer, before it is cut. */
const MOST_WORDS = 16;

/** A joining word at the front says nothing on its own. */
const LEADING = /^(?:and|but|so|because) /u;
/** Where a long clause can be cut so that the piece still reads. */
const JOINT = /\s(?=(?:and|but|because|which|so|when|while|until|although) )/gu;

/**
 * The clause to reflect back: of the sentence that says what a listener would miss most, the whole where it
 * is short enough, else its most telling piece, cut at a word's end if need be.
 */
export function heartOf(
  text: ParsedText,
  signs: ReadonlyMap<string, Sign>,
  guide: Guide,
  language: Language,
): Span | undefined {
  const sentence = mostTelling(text, signs);
  if (sentence === undefined) return undefined;
  const whole = withoutEnd(sentence.span);
  if (!hasMoreWords(whole.quote, HEART_WORDS)) return whole;
  const names = stepSignals(guide);
  let best = whole;
  let most = -1;
  for (const piece of pieces(sentence)) {
    const worth =
      heaviest(lookFor(names, language.parse(piece.quote)), () => true) + countWords(piece.quote) / 100;
    if (worth <= most) continue;
    most = worth;
    best = piece;
  }
  return shortened(best, MOST_WORDS);
}

/** The first of the sentences that show the heaviest sign. */
function mostTelling(text: ParsedText, signs: ReadonlyMap<string, Sign>): Sentence | undefined {
  let best: Sentence | undefined;
  let most = -1;
  for (const sentence of text.sentences) {
    if (!/[\p{L}\p{N}]/u.test(sentence.folded)) continue;
    const weight = heaviest(
      signs,
      (span) => span.start >= sentence.span.start && span.start < sentence.span.end,
    );
    if (weight <= most) continue;
    most = weight;
    best = sentence;
  }
  return best;
}

function heaviest(signs: ReadonlyMap<string, Sign>, counts: (span: Span) => boolean): number {
  let top = 0;
  for (const [name, sign] of signs)
    if (sign.found.some(counts)) top = Math.max(top, signalNamed(name).weight);
  return top;
}

/** The first clauses of a sentence, long ones cut at their joints. A sentence without end is read from its beginning. */
function pieces(sentence: Sentence): Span[] {
  return clausesOf(sentence)
    .slice(0, 20)
    .map((clause) => firstWords(clause, 60))
    .flatMap((clause) => {
      if (!hasMoreWords(clause.quote, HEART_WORDS)) return [clause];
      const cuts = [...fold(clause.quote).matchAll(JOINT)].map((match) => match.index);
      return [0, ...cuts]
        .flatMap((from, at) => spanOf(clause.quote, from, cuts[at] ?? clause.quote.length) ?? [])
        .map((span) => shift(span, clause.start));
    })
    .map((span) => withoutEnd(withoutLead(span)));
}

function withoutLead(span: Span): Span {
  const lead = LEADING.exec(fold(span.quote))?.[0].length ?? 0;
  return { start: span.start + lead, end: span.end, quote: span.quote.slice(lead) };
}
