import { z } from 'zod';

/** How far along somebody is. It moves what counts as trivial, the sample shown and what is asked next, never a step's score. */
export const SENIORITIES = ['student', 'early', 'experienced', 'leading'] as const;
export const SenioritySchema = z.enum(SENIORITIES);
export type Seniority = z.infer<typeof SenioritySchema>;

/** First the surest: a "student director" studies, an "assistant to the director" leads nobody. */
const SAID: readonly (readonly [Seniority, RegExp])[] = [
  [
    'student',
    /\b(?:students?|pupil|undergraduate|school leaver|(?:ph\.?d|doctoral|master'?s|bachelor'?s) (?:candidate|place|programme|program))\b/iu,
  ],
  [
    'early',
    /\b(?:interns?(?:hip)?|trainee|apprentice(?:ship)?|graduate|junior|entry[- ]level|assistant to|working student|placement|volunteer|part[- ]time)\b/iu,
  ],
  [
    'leading',
    /\b(?:director|head (?:of|teacher|nurse|chef|coach|gardener)|headteacher|vice[- ]president|vp|svp|evp|chief|c[efiopt]o|ciso|president|executive|managing|partner|founder|general manager|principal|superintendent|dean|deputy head)\b/iu,
  ],
  ['experienced', /\b(?:senior|staff|lead|foreman|supervisor|manager|consultant|specialist)\b/iu],
];
/** These lead nobody, whatever they are called. */
const NOT_LEADING =
  /\b(?:executive|personal|management) assistant|account executive|sales executive|assistant (?:principal|director)\b/iu;

/** What a role's name says of how far along somebody in it is; undefined where it says nothing ("ward nurse"). */
export function seniorityIn(role: string | undefined): Seniority | undefined {
  if (role === undefined) return undefined;
  const found = SAID.find(([, words]) => words.test(role))?.[0];
  return found === 'leading' && NOT_LEADING.test(role) ? undefined : found;
}
