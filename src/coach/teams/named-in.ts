import { A_COLLEAGUE, plainName } from '../../mocks/cards/names.ts';

/** Somebody as cards call them. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Who stands in a card by their name: found by the name itself, so that no card has to say so, whatever is added to it
 * later. A name that is a word as well is found too often, and never too seldom.
 */
export function namedIn(card: unknown, people: readonly Named[]): string[] {
  const words = wordsIn(card);
  return people.filter(({ name }) => isIn(plainName(name), words)).map(({ id }) => id);
}

function isIn(name: string, words: readonly string[]): boolean {
  return name !== A_COLLEAGUE && words.some((one) => standsIn(name, one));
}

/** As a whole, not in the middle of a word. */
function standsIn(name: string, words: string): boolean {
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    const before = words.slice(0, at).at(-1) ?? '';
    const after = words.at(at + name.length) ?? '';
    if (!LETTER.test(before) && !LETTER.test(after)) return true;
  }
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;

function wordsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.values(part).flatMap(wordsIn);
}
