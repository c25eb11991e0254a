import type { Span } from '../../text/span.ts';
import type { ParsedText } from '../parsed-text.ts';
import { changedPractice } from './changed-practice.ts';
import { laterOccasion } from './later-occasion.ts';
import { lesson } from './lesson.ts';
import { anyOf, clausesWith } from './matching.ts';
import type { Signal } from './signal.ts';

const SAID = anyOf(
  "(?:didn'?t|did not|haven'?t|have not) (?:really )?(?:learn|learned|learnt|change|changed) (?:anything|much)",
  'learn(?:ed|t) nothing|nothing (?:has )?(?:really )?changed|would do (?:it|everything|exactly) the same',
);

/** Nothing learned, nothing different since. The ending is quoted: that is where it would stand. */
export const noGrowth: Signal = {
  name: 'no-growth',
  explains:
    'I look for a lesson, a new habit or a later time. Where none of the three is told, I point at the ending.',
  weight: 89,
  find(text: ParsedText): Span[] {
    const said = clausesWith(text, SAID);
    if (said.length > 0) return said.slice(0, 1);
    const shown = [lesson, changedPractice, laterOccasion].some(
      (signal) => signal.find(text).length > 0 || (signal.thin?.(text).length ?? 0) > 0,
    );
    const ending = text.sentences.at(-1);
    return shown || ending === undefined || text.sentences.length < 2 ? [] : [ending.span];
  },
};
