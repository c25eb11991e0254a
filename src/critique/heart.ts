import type { Guide } from '../guide/guide.ts';
import { type Span, shift, spanOf } from '../text/span.ts';
import { countWords } from '../text/words.ts';
import { clausesOf, firstWords, hasMoreWords, shortened, withoutEnd } from './clauses.ts';
import { stepSignals } from './guide-signals.ts';
import type { Language } from './language.ts';
import { fold, type ParsedText, type Sentence, type Token } from './parsed-text.ts';
import { lookFor, type Sign, signalNamed } from './signals/catalog.ts';

/** What a person can take in at a glance when their words come back to them. */
const HEART_WORDS = 12;
/** A piece that cannot be taken apart may be a little longer, before it is cut. */
const MOST_WORDS = 16;

/** A joining word at the front says nothing on its own. */
const LEADING = /^(?:and|but|so|because) /u;
/** Where a long clause can be cut so that the piece still reads. "So much that" is no joint. */
const JOINT =
  /\s(?=(?:(?:and|but|because|which|when|while|until|although)|so (?:i|we|he|she|it|they|you|the|that|my|our)) )/gu;
/** What may be left off in front of a clause that is too long: that it was learned, or when it was. */
const FRONT =
  /^(?:[^,;:]{1,60}? (?:learned|learnt|realised|realized|understood|know|now|me|is|was) that |(?:in|on|at|for|since|during|last|this|one|by|with|that way|the (?:same|next)) (?:[\p{L}\p{N}-]+ ){0,8}?(?=(?:i|we) ))/u;
/** What may be left off behind. */
const BACK = /\s(?=(?:before|after|where|until|unless|if|with|who|that (?:was|were|is|are|had|has)) )/gu;
/** Words that lean on what comes next. */
const LEANS = /\s(?:only|even|just|not|both|either|out|up)$/u;
/** A clause that is cut behind still has so many words. */
const FEWEST_WORDS = 5;

/**
 * The clause to reflect back: of the sentence that says what a listener would miss most, the whole where it is short
 * enough, else its most telling piece that reads on its own, cut at a word's end if need be.
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
  const pieces = piecesOf(sentence).map((span) => ({
    span,
    weight: heaviest(lookFor(names, language.parse(span.quote)), () => true),
  }));
  let best: Span | undefined;
  let most = -1;
  for (const [from, { span }] of pieces.entries()) {
    let weight = 0;
    for (const piece of pieces.slice(from, from + MOST_PIECES)) {
      weight = Math.max(weight, piece.weight);
      const run = between(text, span.start, piece.span.end);
      for (const one of hasMoreWords(run.quote, HEART_WORDS) && piece.span === span ? trimmed(run) : [run]) {
        const words = countWords(firstWords(one, MOST_WORDS + 1).quote);
        if (words > MOST_WORDS) continue;
        const worth =
          weight * standing(sentence, one) + words / 100 - Math.max(0, words - HEART_WORDS) * TOO_LONG;
        if (worth <= most) continue;
        most = worth;
        best = one;
      }
    }
  }
  // Where no piece is short enough: the first of the heaviest, cut.
  return best ?? shortened(pieces.toSorted((a, b) => b.weight - a.weight)[0]?.span ?? whole, MOST_WORDS);
}

/** So many pieces may be read together. */
const MOST_PIECES = 3;
/** Rather a shorter piece that says a little less: for each word too many. */
const TOO_LONG = 20;

/** The first of the sentences that show the heaviest sign. */
function mostTelling(text: ParsedText, signs: ReadonlyMap<string, Sign>): Sentence | undefined {
  let best: Sentence | undefined;
  let most = -1;
  for (const sentence of text.sentences) {
    if (!/[\p{L}\p{N}]/u.test(sentence.folded)) continue;
    const weight =
      heaviest(signs, (span) => span.start >= sentence.span.start && span.start < sentence.span.end) *
      (LOOKED_BACK.test(sentence.folded) ? 0.7 : 1);
    if (weight <= most) continue;
    most = weight;
    best = sentence;
  }
  return best;
}

/** "I had thought …" looks back on a slip that was told before, or on what led to the lesson. */
const LOOKED_BACK = /^(?:but |and )?i(?:'d| had) (?!to |a |an |the |no |not |never )\p{L}+/u;

function heaviest(signs: ReadonlyMap<string, Sign>, counts: (span: Span) => boolean): number {
  let top = 0;
  for (const [name, sign] of signs)
    if (sign.found.some(counts)) top = Math.max(top, signalNamed(name).weight);
  return top;
}

/** The first clauses of a sentence, long ones cut at their joints. A sentence without end is read from its beginning. */
function piecesOf(sentence: Sentence): Span[] {
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

/** A piece that is too long: as it is, without its front, and without its back. */
function trimmed(piece: Span): Span[] {
  const front = FRONT.exec(fold(piece.quote))?.[0].length ?? 0;
  const fronts = front > 0 ? [piece, withoutFront(piece, front)] : [piece];
  return fronts.flatMap((span) => {
    const backs = [...fold(span.quote).matchAll(BACK)]
      .map((match) =>
        withoutEnd({ ...span, end: span.start + match.index, quote: span.quote.slice(0, match.index) }),
      )
      .filter(
        ({ quote }) =>
          hasMoreWords(quote, FEWEST_WORDS - 1) &&
          !hasMoreWords(quote, HEART_WORDS) &&
          !LEANS.test(fold(quote)),
      );
    return [span, ...(hasMoreWords(span.quote, HEART_WORDS) ? backs.slice(-1) : [])];
  });
}

/** Words that hang a clause on another. */
const HANGS = /^(?:which|who|whose|that|where|until|without|by|to|than|instead)$/u;
/** The same, unless the main clause comes with it: "When a bridge was closed, I called each driver". */
const LEADS = /^(?:when|while|if|because|although|though|before|after|as)$/u;
const TELLING = /^(?:said|told|showed|explained|asked|wrote|called|rang|phoned)$/u;

/** How well a piece stands on its own, from 0 to 1: with a subject of its own best, without one worse. */
function standing(sentence: Sentence, piece: Span): number {
  const tokens = sentence.tokens.filter((token) => token.start >= piece.start && token.end <= piece.end);
  const first = tokens.find((token) => token.pos !== 'ADV' && token.pos !== 'PART');
  if (first === undefined || !tokens.some(isVerb)) return 0.1;
  if (HANGS.test(first.lower)) return 0.1;
  if (LEADS.test(first.lower)) {
    const comma = tokens.findIndex((token) => token.lower === ',');
    return comma > 0 && tokens.slice(comma).some(isVerb) ? 0.9 : 0.1;
  }
  if (isVerb(first)) return TELLING.test(first.lower) ? 0.3 : 0.7;
  return 1;
}

function isVerb(token: Token): boolean {
  return token.pos === 'VERB' || token.pos === 'AUX';
}

function between(text: ParsedText, start: number, end: number): Span {
  return { start, end, quote: text.text.slice(start, end) };
}

function withoutLead(span: Span): Span {
  return withoutFront(span, LEADING.exec(fold(span.quote))?.[0].length ?? 0);
}

function withoutFront(span: Span, length: number): Span {
  return { start: span.start + length, end: span.end, quote: span.quote.slice(length) };
}
