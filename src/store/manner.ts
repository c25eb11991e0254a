import { type Manner, ToneSchema } from '../conversation/session.ts';
import { SenioritySchema } from '../guide/seniority.ts';

/** A person's manner from their columns. Throws where the tone is none that we know. */
export function mannerOf(
  tone: string,
  showNumbers: boolean,
  wordsPerMinute: number | null,
  takesShares: boolean,
  seniority: string | null,
): Manner {
  return {
    tone: ToneSchema.parse(tone),
    numbers: showNumbers,
    ...(wordsPerMinute === null ? {} : { wordsPerMinute }),
    ...(seniority === null ? {} : { seniority: SenioritySchema.parse(seniority) }),
    ...(takesShares ? {} : { shares: false as const }),
  };
}
