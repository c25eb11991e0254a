import { countWords } from './words.ts';

/** A calm and a quick speaker, in words a minute: the range the product shows until a rehearsal has measured one's own pace. */
export const SLOW_WORDS_PER_MINUTE = 110;
export const QUICK_WORDS_PER_MINUTE = 160;

/** How long a text takes to say, in whole seconds, from a quick to a calm speaker. */
export interface SpeakingTime {
  readonly words: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/**
 * The speaking time of `text` as a range; with one's own pace (words a minute) as one figure. An empty text takes 0 to
 * 0 seconds.
 */
export function speakingTime(text: string, wordsPerMinute?: number): SpeakingTime {
  const count = countWords(text);
  return {
    words: count,
    fromSeconds: Math.round((count * 60) / (wordsPerMinute ?? QUICK_WORDS_PER_MINUTE)),
    toSeconds: Math.round((count * 60) / (wordsPerMinute ?? SLOW_WORDS_PER_MINUTE)),
  };
}

/** One figure for a range: its middle, in whole seconds. About 130 words a minute where no pace of one's own is known. */
export function middleSeconds({ fromSeconds, toSeconds }: SpeakingTime): number {
  return Math.round((fromSeconds + toSeconds) / 2);
}
