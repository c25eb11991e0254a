import { createHash } from 'node:crypto';
import { joined } from '../../../src/conversation/part.ts';
import type { Session } from '../../../src/conversation/session.ts';
import type { Guide } from '../../../src/guide/guide.ts';
import { MODAL_COMPONENTS } from './limits.ts';

/** Enough to tell a touched input from an untouched one, and short: the id of a form has room for five. */
const CHARACTERS = 6;

/**
 * What the form with all steps is filled with, a short hash a step in the order of the guide: no words of the person stand
 * in it. For the `note` of the form's id.
 */
export function notesOf(guide: Guide, session: Session): string {
  return guide.steps
    .slice(0, MODAL_COMPONENTS)
    .map(({ id }) => noteOf(joined(session.answers[id] ?? [])))
    .join('');
}

/** The short hash of what an input is filled with. */
export function noteOf(words: string): string {
  return createHash('sha256')
    .update(words.replace(/\r\n?/g, '\n').trim())
    .digest('base64url')
    .slice(0, CHARACTERS);
}

/**
 * The values somebody changed in the form. One that is as it was filled says nothing: the message behind it may have
 * been edited while the form stood open. A form without a note counts whole.
 */
export function touched(
  guide: Guide,
  values: Readonly<Record<string, string>>,
  note: string | undefined,
): Record<string, string> {
  if (note === undefined) return { ...values };
  const filled = new Map(
    guide.steps.map(({ id }, index) => [id, note.slice(index * CHARACTERS, (index + 1) * CHARACTERS)]),
  );
  return Object.fromEntries(Object.entries(values).filter(([id, value]) => filled.get(id) !== noteOf(value)));
}
