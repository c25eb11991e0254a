import { shorten } from '../../text/graphemes.ts';
import type { Mock } from '../mock.ts';
import { memberOf } from '../people.ts';

/** A card shows so much of a name: nobody is told apart by what comes after. */
const AT_MOST = 40;
const LONGEST_TITLE = 120;

/** Marks that turn the direction of what follows: a name must not turn the sentence it stands in. */
const TURNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Whoever has no name, or is not known any more. */
export const A_COLLEAGUE = 'a colleague';

/** A name as it can stand in a sentence: one line, and not too much of it. */
export function plainName(name: string): string {
  const line = name.replace(TURNS, '').replace(/\s+/gu, ' ').trim();
  return line === '' ? A_COLLEAGUE : shorten(line, AT_MOST);
}

export function nameOf(mock: Mock, id: string): string {
  return plainName(memberOf(mock, id)?.name ?? '');
}

/** "Ada, Ben and Chris". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A title as it can stand in a line. */
export function plainTitle(title: string): string {
  const line = title.replace(TURNS, '').replace(/\s+/gu, ' ').trim();
  return line === '' ? 'Practice session' : shorten(line, LONGEST_TITLE);
}
