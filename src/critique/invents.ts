import { NUMBER_WORDS, ORDINARY_STARTS } from './invents-words.ts';

/**
 * Advice asks and never invents: whether `text` holds a number or a capitalised name that stands in none of the
 * `sources` (the answer, the role, the guide). Blanks in square brackets are a person's to fill and are not read.
 *
 * A number is the same in digits and in words ("forty", "40"); "one" is no figure ("one thing to fix"). A word at the
 * beginning of a sentence is capitalised anyway: it counts as a name only where neither the sources nor the words a
 * sentence of the coach begins with hold it.
 */
export function inventsFacts(text: string, sources: readonly string[]): boolean {
  return inventsBeyond(text, factsIn(sources));
}

/** What a text may name: read once where many sentences are held to the same sources. */
export interface Facts {
  readonly figures: ReadonlySet<string>;
  /** Words with a capital somewhere in the sources, in lower case. */
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** The same as `inventsFacts`, for sources that were read before. */
export function inventsBeyond(text: string, known: Facts): boolean {
  const read = text.normalize('NFC').replace(BLANK, ' ');
  for (const figure of figuresIn(read)) if (!known.figures.has(figure)) return true;
  for (const { word, starts } of capitalisedIn(read)) {
    if (known.names.has(word)) continue;
    if (starts && (known.words.has(word) || ORDINARY_STARTS.has(word))) continue;
    return true;
  }
  return false;
}

const BLANK = /\[[^\]\n]{0,80}\]/gu;
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’-]\p{L}[\p{L}\p{M}\p{N}]*)*/gu;
const DIGITS = /\p{Nd}+(?:[.,:]\p{Nd}+)*/gu;
/** Nothing but quotes, brackets and dashes lies between the end of a sentence and this word. */
const STARTS = /(?:^|[.!?:;…\n])["'“”‘’()\s–—-]*$/u;

/** The figures, names and words of the sources. */
export function factsIn(sources: readonly string[]): Facts {
  const figures = new Set<string>();
  const names = new Set<string>();
  const words = new Set<string>();
  for (const source of sources) {
    const read = source.normalize('NFC');
    for (const figure of figuresIn(read)) figures.add(figure);
    for (const [word] of read.matchAll(WORD)) words.add(bare(word));
    // A name may stand only at the beginning of a sentence ("Maria rang me."), so those count too, unless ordinary.
    for (const { word, starts } of capitalisedIn(read)) {
      if (!starts || !ORDINARY_STARTS.has(word)) names.add(word);
    }
  }
  return { figures, names, words };
}

function* figuresIn(text: string): Generator<string, void> {
  for (const [digits] of text.matchAll(DIGITS)) yield plainFigure(digits);
  for (const [word] of text.matchAll(WORD)) {
    for (const part of word.toLowerCase().split('-')) {
      const figure = NUMBER_WORDS.get(part);
      if (figure !== undefined) yield figure;
    }
  }
}

/** "1,200" is 1200 and "40.0" stays as it is: only what groups thousands goes. */
function plainFigure(digits: string): string {
  return digits.replace(/[.,](?=\p{Nd}{3}(?!\p{Nd}))/gu, '').replace(/^0+(?=\p{Nd})/u, '');
}

function* capitalisedIn(text: string): Generator<{ readonly word: string; readonly starts: boolean }, void> {
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    if (!/\p{Lu}/u.test(word) || PRONOUN.test(word)) continue;
    yield { word: bare(word), starts: STARTS.test(text.slice(Math.max(0, match.index - 12), match.index)) };
  }
}

const PRONOUN = /^I(?:['’](?:m|d|ll|ve))?$/u;

/** Lower case, without the possessive: "Maria's" is Maria. */
function bare(word: string): string {
  return word.toLowerCase().replace(/['’]s$/u, '');
}
