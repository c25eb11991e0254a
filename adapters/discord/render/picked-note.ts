import type { Input } from '../../../src/card/card.ts';
import { isPicked, type Values } from './team-modal.ts';

/**
 * What was picked on the first page of a form, in the id of what opens the second: it outlives a restart, and nothing typed
 * stands in it. A character an input: the number of the option in base 36, `-` for none.
 */
const NONE = '-';
/** Before the characters: a note of another kind is none of these. */
const MARK = 'p';

export function encodePicked(page: readonly Input[], values: Values): string {
  const picked = page.filter(isPicked).map(({ id, options }) => {
    const at = options.findIndex(({ value }) => value === values[id]);
    return at === -1 ? NONE : at.toString(36);
  });
  return `${MARK}${picked.join('')}`;
}

/** Reads what `encodePicked` wrote of the same page; undefined for any other note. */
export function decodePicked(page: readonly Input[], note: string | undefined): Values | undefined {
  const inputs = page.filter(isPicked);
  if (!isPickedNote(note) || note.length !== inputs.length + MARK.length) return undefined;
  const values = inputs.flatMap(({ id, options }, index) => {
    const option = options[Number.parseInt(note.charAt(index + MARK.length), 36)];
    return option === undefined ? [] : [[id, option.value] as const];
  });
  return Object.fromEntries(values);
}

/** The second page is meant. */
export function isPickedNote(note: string | undefined): note is string {
  return note?.startsWith(MARK) === true;
}
