import { type Manner, ToneSchema } from '../conversation/session.ts';

/** A person's manner from their columns. Throws where the tone is none that we know. */
export function mannerOf(
  tone: string,
  showNumbers: boolean,
  wordsPerMinute: number | null,
  takesShares: boolean,
): Manner {
  return {
    tone: ToneSchema.parse(tone),
    numbers: showNumbers,
    ...(wordsPerMinute === null ? {} : { wordsPerMinute }),
    ...(takesShares ? {} : { shares: false as const }),
  };
}
