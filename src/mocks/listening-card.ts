import { z } from 'zod';

/** How a step came across to somebody who listened. The words on the card are in `cards/listening-words.ts`. */
export const HeardSchema = z.enum(['clearly', 'wantMore', 'notHeard']);
export type Heard = z.infer<typeof HeardSchema>;

/**
 * What a listener, or the candidate of themselves, says of one telling: in listening words, no numbers. Steps are by the
 * guide's step ids; a step that is left out was not rated. `effects`: pitfalls by the guide's ids, said as what they did to
 * the listener.
 */
export const ListeningCardSchema = z
  .strictObject({
    steps: z.record(z.string(), HeardSchema).readonly(),
    /** "One sentence that stayed with me", and "One question I still have": a partner's card has both. */
    stayed: z.string().min(1).max(500).optional(),
    question: z.string().min(1).max(500).optional(),
    effects: z.array(z.string()).readonly(),
  })
  .readonly();
export type ListeningCard = z.infer<typeof ListeningCardSchema>;

const SCORES: Readonly<Record<Heard, 0 | 1 | 2>> = { clearly: 2, wantMore: 1, notHeard: 0 };

/** The number that is derived from a word: 0 to 2 a step. Shown only where both people want numbers. */
export function scoreOf(heard: Heard): 0 | 1 | 2 {
  return SCORES[heard];
}
