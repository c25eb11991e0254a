import { type Span, spanOf } from '../../text/span.ts';
import { withoutEnd } from '../clauses.ts';
import type { Sentence, Token } from '../parsed-text.ts';
import type { Gap, GapFinder } from './gap.ts';
import { aboutAt, clauseAt, inLine, mayBeRepeated, wholeQuote } from './quotable.ts';

const NUMBER =
  '(?:\\d[\\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred)';
const SHARE = `(?:by )?(?:(?:about|around|almost|nearly|over|more than) )?${NUMBER} ?(?:%|per ?cent(?!\\p{L}))`;
const PART =
  'by (?:about |around |almost |nearly |over |more than )?(?:a )?(?:half|a third|third|two thirds|a quarter|quarter|three quarters)(?! (?:past|to|hour|an hour|way|term|price|day))';
const CHANGE = `from (?:about |around )?${NUMBER}(?: \\p{L}+)? to (?:about |around |under )?${NUMBER}`;
const MONEY = `(?:[$€£] ?\\d[\\d.,]*(?:k|m|bn)?|${NUMBER} (?:thousand |million )?(?:euros?|dollars?|pounds?|francs?|rupees?|kroner|kronor|zloty|yen))`;

const FIGURES = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:${[SHARE, PART, CHANGE, MONEY].join('|')})(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])${NUMBER} ?%`,
  'gu',
);
/** "From 12 to 3" is a figure where something moved; otherwise it is a time of day or a span of years. */
const MOVED =
  /(?<!\p{L})(?:fell|dropped|went|cut|rose|grew|reduc\p{L}+|increas\p{L}+|improv\p{L}+|brought|came|shrank|sank|climbed|jumped|lower\p{L}*|rais\p{L}+|down|up)(?!\p{L})/u;
const YEARS_OR_HOURS = /(?:19|20)\d\d|(?:am|pm|o'clock)/u;
/** What money was: a loss or a gain somebody worked out, not a price or a budget. */
const COUNTED_UP =
  /(?<!\p{L})(?:cost|costs|lost|lose|saved?|saving|refund\p{L}*|penalty|overran|revenue|sales|income|turnover|losses|damages?)(?!\p{L})/u;
const GIVEN =
  /(?<!\p{L})(?:budget|salary|ticket|tickets|price|fee|deposit|grant|loan|contract|position|part-time|sure|certain|committed|ready)(?!\p{L})/u;
/** It is said already where the figure comes from. */
const SOURCE =
  /(?<!\p{L})(?:according to|measured|counted|tracked|logged|surveyed|compared|by counting|calculated|worked out|added up|(?:surveys?|logs?|dashboards?|figures|data|numbers|reports?|records|statistics|audit|analytics|accounts|accounting|finance|invoices?) (?:\p{L}+ ){0,2}(?:showed|shows|said|says|told|gave|put|confirmed)|(?:in|on|from|by) (?:the|our) (?:\p{L}+ )?(?:surveys?|dashboards?|logs?|reports?|statistics|accounts|analytics|records|audit|invoices?))(?!\p{L})/u;

/** A figure nobody can check yet: how was it measured? */
export const unsourcedFigure: GapFinder = {
  name: 'unsourced-figure',
  asksLike: [],
  find: ({ text }) =>
    text.sentences.flatMap((sentence) => {
      if (hasSource(sentence) || hasSource(text.sentences[sentence.index + 1])) return [];
      return figureIn(sentence) ?? [];
    }),
};

function hasSource(sentence: Sentence | undefined): boolean {
  return sentence !== undefined && SOURCE.test(sentence.folded);
}

function figureIn(sentence: Sentence): Gap | undefined {
  for (const match of sentence.folded.matchAll(FIGURES)) {
    const figure = spanOf(sentence.span.quote, match.index, match.index + match[0].length);
    if (figure === undefined || !isMeasured(match[0], sentence)) continue;
    const start = sentence.span.start + figure.start;
    const words = inLine(withItsThing(sentence, start, figure));
    if (mayBeRepeated(words)) return { slots: { figure: words }, about: aboutAt(sentence, start) };
  }
  return undefined;
}

/** The figure with what it counts, where that is short: "complaints fell by 40%", "our region missed its target by a third". */
function withItsThing(sentence: Sentence, start: number, figure: Span): Span {
  const clause = withoutEnd(clauseAt(sentence, start));
  const end = start + figure.quote.length;
  const whole = clause.end < end ? undefined : wholeQuote(clause);
  if (whole !== undefined) return whole;
  for (const [at, token] of sentence.tokens.entries()) {
    if (token.start < clause.start || token.start >= start || !canBegin(sentence.tokens, at)) continue;
    const quote = sentence.span.quote.slice(token.start - sentence.span.start, end - sentence.span.start);
    const short = wholeQuote({ start: token.start, end, quote });
    if (short !== undefined) return short;
  }
  return { start, end, quote: figure.quote };
}

const SUBJECTS = new Set(['i', 'we', 'it', 'they', 'which']);
const DETERMINERS = new Set(['my', 'our', 'the', 'this', 'a', 'an']);

/** Whether a quote can begin in the middle of a clause here: with who or what it is about, and not after "in" or a verb. */
function canBegin(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (SUBJECTS.has(lower)) return true;
  return DETERMINERS.has(lower) && !/^(?:ADP|VERB|AUX|ADJ|PART)$/u.test(tokens[at - 1]?.pos ?? '');
}

function isMeasured(figure: string, { folded }: Sentence): boolean {
  if (GIVEN.test(folded)) return false;
  if (/^from /u.test(figure)) return MOVED.test(folded) && !YEARS_OR_HOURS.test(figure);
  if (/[$€£]|euro|dollar|pound|franc|rupee|kron|zloty|yen/u.test(figure)) return COUNTED_UP.test(folded);
  return !/^100/u.test(figure);
}
