import { countWords } from '../text/words.ts';
import type { Length } from './critique.ts';

/**
 * An unhurried speaker, in words a minute. Reports of conversational and interview speech lie between 120 and 160; at 150
 * the guide's one to two minutes are 150 to 300 words.
 */
export const ASSUMED_WORDS_PER_MINUTE = 150;

/** Below and above these a program calls an answer short or long: about three quarters of a minute, and two minutes. */
export const SHORT_BELOW_WORDS = 110;
export const LONG_ABOVE_WORDS = 300;

/** How long an answer is when it is spoken. */
export function lengthOf(text: string): Length {
  const words = countWords(text);
  const seconds = Math.round((words * 60) / ASSUMED_WORDS_PER_MINUTE);
  return {
    words,
    seconds,
    is: words < SHORT_BELOW_WORDS ? 'short' : words > LONG_ABOVE_WORDS ? 'long' : 'fits',
  };
}
