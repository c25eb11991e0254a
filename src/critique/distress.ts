import type { ParsedText } from './parsed-text.ts';

/** Whether a text tells of something that is not to be scored. */
export function tellsDistress(_text: ParsedText): boolean {
  return false;
}
