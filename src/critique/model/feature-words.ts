import type { Token } from '../parsed-text.ts';
import type { Speller } from './spelling.ts';

/** Who it was, man or woman, changes nothing. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['he', 'they'],
  ['she', 'they'],
  ['him', 'them'],
  ['her', 'their'],
  ['his', 'their'],
  ['hers', 'theirs'],
  ['himself', 'themselves'],
  ['herself', 'themselves'],
  ['woman', 'man'],
  ['women', 'men'],
  ['lady', 'man'],
  ['girl', 'boy'],
  ['mr', 'mx'],
  ['mrs', 'mx'],
  ['ms', 'mx'],
  ['learnt', 'learned'],
  ['whilst', 'while'],
  ['practise', 'practice'],
  ['practises', 'practices'],
  ['practised', 'practiced'],
  ['practising', 'practicing'],
]);

const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/u;
const MONTHS = /^(?:january|february|march|april|june|july|august|september|october|november|december)$/u;

/**
 * The words of a stretch as the classifier sees them: names, employers and numbers are only that, British and American
 * spelling are one, and so are he and she.
 */
export function featureWords(tokens: readonly Token[], speller: Speller): string[] {
  const words: string[] = [];
  for (const [at, token] of tokens.entries()) {
    if (!/[\p{L}\p{N}]/u.test(token.lower)) {
      if (/[?!;:]/u.test(token.lower)) words.push(token.lower);
      continue;
    }
    const word = oneWord(token, at === 0, speller);
    if (word === '@' && words.at(-1) === '@') continue;
    words.push(word);
  }
  return words;
}

function oneWord(token: Token, isFirst: boolean, speller: Speller): string {
  const { lower } = token;
  if (/\p{N}/u.test(lower)) return /^(?:19|20)\d\d$/u.test(lower) ? '#year' : '#';
  if (DAYS.test(lower)) return '@day';
  if (MONTHS.test(lower)) return '@month';
  if (token.pos === 'PROPN' && !isFirst && lower !== 'i') return '@';
  return SAME.get(lower) ?? speller(spelledOneWay(lower));
}

/** A word by itself as the classifier sees it, slips of the finger and all. */
export function featureWord(word: string): string {
  return SAME.get(word) ?? spelledOneWay(word);
}

/** One spelling for British and American words; what it makes of others is the same every time. */
export function spelledOneWay(word: string): string {
  return word
    .replace(/is(e|es|ed|ing|ation|ations|er|ers)$/u, 'iz$1')
    .replace(/ys(e|es|ed|ing)$/u, 'yz$1')
    .replace(/(?<=[a-z]{2})our(?=$|s$|ed$|ing$|al$|able$|ite$|ites$)/u, 'or')
    .replace(/([a-z]{2})ll(ed|ing|er|ers)$/u, '$1l$2')
    .replace(/ence$/u, 'ense')
    .replace(/(?<=[a-z]{2})tre(s?)$/u, 'ter$1')
    .replace(/ogue$/u, 'og')
    .replace(/amme$/u, 'am');
}
