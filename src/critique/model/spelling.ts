import { distance } from 'fastest-levenshtein';

/** A word as it was meant, as far as one slip of a finger can be undone. */
export type Speller = (word: string) => string;

/** Shorter words are one slip away from too many others. */
const SHORTEST = 5;

/**
 * Undoes one slip (a letter too many, too few, another, or two that changed places) where exactly one known word is
 * that near; what is known or short stays as it is.
 */
export function createSpeller(known: Iterable<string>): Speller {
  const words = new Set<string>();
  const byShape = new Map<string, string[]>();
  for (const word of known) {
    if (!/^[a-z']+$/u.test(word)) continue;
    words.add(word);
    if (word.length < SHORTEST - 1) continue;
    const shape = `${word[0]}${word.length}`;
    byShape.set(shape, [...(byShape.get(shape) ?? []), word]);
  }
  const meant = new Map<string, string>();
  return (word) => {
    if (word.length < SHORTEST || words.has(word) || !/^[a-z']+$/u.test(word)) return word;
    const before = meant.get(word);
    if (before !== undefined) return before;
    const near = [-1, 0, 1]
      .flatMap((more) => byShape.get(`${word[0]}${word.length + more}`) ?? [])
      .filter((other) => distance(word, other) === 1 || isSwapped(word, other));
    const only = near.length === 1 ? (near[0] ?? word) : word;
    if (meant.size < MOST_KEPT) meant.set(word, only);
    return only;
  };
}

const MOST_KEPT = 5_000;

function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  for (let at = 0; at + 1 < word.length; at += 1) {
    if (word[at] === other[at]) continue;
    return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}` === other;
  }
  return false;
}
