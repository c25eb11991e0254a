import type { ParsedText } from './parsed-text.ts';

/** Whether a text says when it was. */
export function isDated(_text: ParsedText): boolean {
  return false;
}
