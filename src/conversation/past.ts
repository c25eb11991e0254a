import { z } from 'zod';

/** A picture shows ten practices, the last of them this one. */
export const PAST_PRACTICES = 9;

/** How a person's earlier practices stood, oldest first, and which critic said so. */
export const PastSchema = z
  .array(z.strictObject({ overall: z.number().min(0).max(1), critic: z.string().min(1) }))
  .max(PAST_PRACTICES)
  .readonly();
export type Past = z.infer<typeof PastSchema>;
