import { z } from 'zod';

/** Invented answers with the verdict and the pitfalls a fair reader would give them. */
export const AnswersSchema = z.array(
  z.strictObject({
    id: z.string(),
    profession: z.string(),
    verdict: z.enum(['good', 'weak', 'bad']),
    pitfalls: z.array(z.string()),
    text: z.string(),
  }),
);
export type Answer = z.infer<typeof AnswersSchema>[number];
