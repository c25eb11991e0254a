import { middleSeconds, speakingTime } from '../text/speaking-time.ts';
import type { Length } from './critique.ts';

/** Below and above these a program calls an answer short or long: about 50 seconds, and about 2:20 at the pace assumed. */
const SHORT_BELOW_WORDS = 110;
const LONG_ABOVE_WORDS = 300;

/** How long an answer is when it is spoken: the same seconds that a card and a picture show. */
export function lengthOf(text: string): Length {
  const time = speakingTime(text);
  const { words } = time;
  const is = words < SHORT_BELOW_WORDS ? 'short' : words > LONG_ABOVE_WORDS ? 'long' : 'fits';
  return { words, seconds: middleSeconds(time), is };
}
