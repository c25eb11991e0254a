import type { Guide } from '../guide/guide.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Doubt } from './reading.ts';

/** What is known of the one who tells it, besides the words. */
export interface ToldFor {
  /** The role as it was named. */
  readonly role?: string | undefined;
  /** What the person said that role needs most, where it is none we know. */
  readonly core?: string | undefined;
}

/** What may speak against choosing this story, in the guide's order. */
export function doubtsIn(_text: ParsedText, _guide: Guide, _about: ToldFor): readonly Doubt[] {
  return [];
}
