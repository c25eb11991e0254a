import { createHash } from 'node:crypto';
import { joined } from '../../../src/conversation/part.ts';
import type { Session } from '../../../src/conversation/session.ts';
import type { Guide } from '../../../src/guide/guide.ts';

/** Enough to tell a touched input from an untouched one, and short: a view holds 3,000 characters of metadata. */
const HEX_DIGITS = 8;

/** What the form with all steps is filled with, a short hash a step: no words of the person stand in a view's metadata. */
export function prefillsOf(guide: Guide, session: Session): Record<string, string> {
  return Object.fromEntries(guide.steps.map(({ id }) => [id, hashed(joined(session.answers[id] ?? []))]));
}

/**
 * The values somebody changed in the form. One that is as it was filled says nothing: the message behind it may have
 * been edited while the form stood open. A form of before this was noted counts whole.
 */
export function touched(
  values: Readonly<Record<string, string>>,
  prefills: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([id, value]) => prefills[id] !== hashed(value)));
}

function hashed(words: string): string {
  return createHash('sha256').update(words.trim()).digest('hex').slice(0, HEX_DIGITS);
}
