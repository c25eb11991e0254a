import { createRequire } from 'node:module';
import type { ItemSentence, ItemToken, ItsFunction, Model, WinkMethods } from 'wink-nlp';
import { spanOf } from '../text/span.ts';
import { fold, type ParsedText, type Sentence, type Token } from './parsed-text.ts';

/** The English language model, as far as the critique needs it. */
export interface Language {
  /** Tokens and sentences of a text, every one at its verbatim place. Same text, same result. */
  parse(text: string): ParsedText;
}

let loaded: Language | undefined;

/** Loads the model once, about 200 ms, and keeps it. Importing this file loads nothing. */
export function loadLanguage(): Language {
  loaded ??= createLanguage();
  return loaded;
}

function createLanguage(): Language {
  // Both packages are CommonJS and their types promise a default export that Node does not see.
  const require = createRequire(import.meta.url);
  const wink = require('wink-nlp') as (model: Model, pipe: string[]) => WinkMethods;
  const model = require('wink-eng-lite-web-model') as Model;
  const nlp = wink(model, ['sbd', 'pos']);
  return {
    parse(text) {
      const sentences: Sentence[] = [];
      for (const block of blocks(text)) readBlock(nlp, text, block, sentences);
      return { text, sentences };
    },
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** People end a thought with a line break as often as with a full stop; a line wrapped by a terminal is none. Who
 * writes all in lower case still ends a sentence with a full stop. */
const BREAK =
  /\n[^\S\n]*\n\s*|\n(?<=[.!?:…"”)][^\S\n]*\n)\s*|\n(?=[^\S\n]*(?:[-*•]|\d+[.)])\s)|(?<=[a-z]{2}[.!?])(?<!\b(?:etc|vs|approx|dr|mr|mrs|ms|st|no|dept|inc|ltd|prof|incl|fig)\.)\s+(?=[a-z])/gu;

function blocks(text: string): Range[] {
  const found: Range[] = [];
  if (text.trim() === '') return found;
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    if (text.slice(start, match.index).trim() !== '') found.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (text.slice(start).trim() !== '') found.push({ start, end: text.length });
  return found;
}

/** wink-nlp takes minutes over "http://ahttp://a…" (measured on 40,000 characters), so it sees a run of x instead. */
const LONG_RUN = /\S{41,}/gu;

/**
 * Of a sentence without end so many characters are looked at for signs: some patterns take time with the square of it,
 * and 36,000 commas took ten seconds. Nobody speaks a sentence of 600 words.
 */
const LONGEST_READ = 4_000;

function readBlock(nlp: WinkMethods, text: string, block: Range, into: Sentence[]): void {
  const runs: Range[] = [];
  const raw = text.slice(block.start, block.end);
  const plain = raw.replace(/\s/gu, ' ').replace(LONG_RUN, (run, offset: number) => {
    runs.push({ start: block.start + offset, end: block.start + offset + run.length });
    return `${'x'.repeat(39)} `.repeat(Math.ceil(run.length / 40)).slice(0, run.length - 1) + run.slice(-1);
  });
  let cursor = 0;
  let run = 0;
  nlp
    .readDoc(plain)
    .sentences()
    .each((item: ItemSentence) => {
      const tokens: Token[] = [];
      item.tokens().each((token: ItemToken) => {
        const value = token.out();
        const at = plain.indexOf(value, cursor);
        if (value === '' || at < 0) return;
        cursor = at + value.length;
        const start = block.start + at;
        while ((runs[run]?.end ?? Number.POSITIVE_INFINITY) <= start) run += 1;
        const within = runs[run];
        if (within !== undefined && start > within.start) return;
        const end = within !== undefined && start === within.start ? within.end : block.start + cursor;
        tokens.push({ start, end, lower: fold(text.slice(start, end)), ...tags(nlp, token) });
      });
      const span = spanOf(text, tokens.at(0)?.start ?? 0, tokens.at(-1)?.end ?? 0);
      if (span !== undefined)
        into.push({ index: into.length, span, folded: fold(span.quote.slice(0, LONGEST_READ)), tokens });
    });
}

function tags(nlp: WinkMethods, token: ItemToken): { lemma: string; pos: string } {
  // The published types leave the model's own argument out of these two functions.
  const lemma = token.out(nlp.its.lemma as ItsFunction<string>);
  return { lemma, pos: token.out(nlp.its.pos as ItsFunction<string>) };
}
