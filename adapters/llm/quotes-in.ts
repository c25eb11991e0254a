import type { Span } from '../../src/text/span.ts';

/** Where the words a model quotes stand in the text, as they stand there; undefined where they do not. */
export type QuoteFinder = (quote: string | undefined) => Span | undefined;

/**
 * Finds a model's quotes in the text they claim to quote. Models change signs on the way: curly quotes for straight
 * ones, a no-break space, an accent as a letter of its own, a dash, a capital, a wrapped line. These are the same. A quote
 * with as much as one word that is not there is not found: a true beginning makes an invented end no truer.
 */
export function quotesIn(text: string): QuoteFinder {
  const source = folded(text);
  return (quote) => {
    const wanted = folded((quote ?? '').replace(EDGE_START, '').replace(EDGE_END, '')).folded.trim();
    if (!/\p{L}.*\s.*\p{L}/su.test(wanted)) return undefined;
    for (
      let from = source.folded.indexOf(wanted);
      from >= 0;
      from = source.folded.indexOf(wanted, from + 1)
    ) {
      const to = from + wanted.length;
      if (insideWord(source.folded, from) || insideWord(source.folded, to)) continue;
      const start = source.starts[from] ?? 0;
      const end = source.ends[to - 1] ?? text.length;
      return { start, end, quote: text.slice(start, end) };
    }
    return undefined;
  };
}

/** What a model puts around a quote: its own quotation marks and the dots that say it is cut. */
const EDGE_START = /^(?:[\s"'“”„«»‘’]|\.\.\.|…)+/u;
const EDGE_END = /(?:[\s"'“”„«»‘’]|\.\.\.|…)+$/u;

/** A letter with the marks that stand on it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const SINGLE = /[‘’‚‛`´ʼ′]/gu;
const DOUBLE = /[“”„‟«»″]/gu;
const DASH = /[‐‑‒–—―−]/gu;
/** Zero width and soft hyphens: nobody sees them. The zero-width joiner is one of the marks of an emoji. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu;

/** The text as it is compared, and where each of its characters begins and ends in the original. */
interface Folded {
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function folded(text: string): Folded {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let afterSpace = false;
  for (const match of text.matchAll(CLUSTER)) {
    const same = PLAIN.test(match[0]) ? match[0].toLowerCase() : foldedCluster(match[0]);
    if (same === '' || (same === ' ' && afterSpace)) continue;
    afterSpace = same === ' ';
    pieces.push(same);
    for (let unit = 0; unit < same.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return { folded: pieces.join(''), starts, ends };
}

/** Most of a text: one plain letter or sign that folds into itself. */
const PLAIN = /^[!#-&(-_a-~]$/u;

function foldedCluster(cluster: string): string {
  return cluster
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .replace(SINGLE, "'")
    .replace(DOUBLE, '"')
    .replace(DASH, '-')
    .replace(/…/gu, '...')
    .toLowerCase();
}

const LETTER = /[\p{L}\p{N}]/u;

function insideWord(text: string, at: number): boolean {
  return LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at));
}
