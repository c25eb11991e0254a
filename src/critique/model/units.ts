import { type Span, spanOf } from '../../text/span.ts';
import type { ParsedText, Sentence, Token } from '../parsed-text.ts';

/** What is classified: a sentence, or a stretch of one that runs on. */
export interface Unit {
  readonly index: number;
  readonly span: Span;
  readonly tokens: readonly Token[];
}

/** Who talks without full stops still tells one thing after another: a sentence of more words is cut where a clause begins. */
const RUNS_ON_WORDS = 30;
/** A stretch is cut at the first good place after so many words, … */
const ENOUGH_WORDS = 10;
/** … and at any word once it has as many. */
const MOST_WORDS = 45;

/** A clause begins with one of these and somebody who acts. */
const JOINS = new Set(
  'and but so then because which when while after until although though um uh'.split(' '),
);
const ACTS = new Set(
  "i we he she they it my our nobody everyone everybody that this there the now i'm i'd i've".split(' '),
);
const STOPS = new Set([',', ';', ':', '–', '—', '-', '…', '...', '.', '!', '?']);

/** The units of a text, in order, verbatim: together they cover every sentence. */
export function unitsOf({ text, sentences }: ParsedText): Unit[] {
  return sentences
    .flatMap((sentence) => stretches(sentence))
    .flatMap((tokens) => {
      const span = spanOf(text, tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
      return span === undefined ? [] : [{ span, tokens }];
    })
    .map((unit, index) => ({ index, ...unit }));
}

function stretches({ tokens }: Sentence): Token[][] {
  if (wordsIn(tokens) <= RUNS_ON_WORDS) return [[...tokens]];
  const found: Token[][] = [];
  let now: Token[] = [];
  let words = 0;
  for (const [at, token] of tokens.entries()) {
    const left = wordsIn(tokens.slice(at, at + ENOUGH_WORDS));
    const isPlace = words >= ENOUGH_WORDS && left >= ENOUGH_WORDS / 2 && opensClause(tokens, at);
    if (isPlace || words >= MOST_WORDS) {
      found.push(now);
      now = [];
      words = 0;
    }
    now.push(token);
    if (isWord(token)) words += 1;
  }
  return now.length === 0 ? found : [...found, now];
}

function opensClause(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at]?.lower ?? '';
  const before = tokens[at - 1]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  if (JOINS.has(here)) return ACTS.has(next) || JOINS.has(next) || STOPS.has(before);
  return STOPS.has(before) && ACTS.has(here);
}

function isWord(token: Token): boolean {
  return /[\p{L}\p{N}]/u.test(token.lower);
}

function wordsIn(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + (isWord(token) ? 1 : 0), 0);
}
