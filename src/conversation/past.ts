import { z } from 'zod';

/** A picture shows ten practices, the last of them this one. */
const PAST_PRACTICES = 9;

/** A person's practices in their order, and how each stood at its last critique. Read for one turn, and kept nowhere else. */
export const PastSchema = z
  .array(
    z.strictObject({
      practice: z.string(),
      /** None where it came to no critique, or is not scored. */
      stood: z.strictObject({ overall: z.number().min(0).max(1), critic: z.string().min(1) }).optional(),
    }),
  )
  .readonly();
export type Past = z.infer<typeof PastSchema>;
export type Stood = NonNullable<Past[number]['stood']>;

/** How the practices before this one stood, oldest first, as many as a picture shows. */
export function pastBefore(past: Past, practice: string): readonly Stood[] {
  const here = past.findIndex((one) => one.practice === practice);
  return past
    .slice(0, Math.max(0, here))
    .flatMap(({ stood }) => stood ?? [])
    .slice(-PAST_PRACTICES);
}
