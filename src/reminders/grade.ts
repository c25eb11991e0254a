import { z } from 'zod';

/** How well an answer was remembered, in the four grades of FSRS (open-spaced-repetition). */
export const GradeSchema = z.enum(['again', 'hard', 'good', 'easy']);
export type Grade = z.infer<typeof GradeSchema>;

/** One practice: an answer said aloud, or one that a critic read. */
export const PractisedSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('run'),
    /** The length they chose, in seconds. */
    seconds: z.number().min(0),
    /** How long it took, in seconds. */
    took: z.number().min(0),
    /** The ids of the steps they said. */
    said: z.array(z.string()).readonly(),
    /** How many steps the answer has. */
    steps: z.int().min(1),
  }),
  z.strictObject({
    kind: z.literal('critique'),
    verdict: z.enum(['good', 'weak', 'bad']),
    /** How many things to fix were found. */
    findings: z.int().min(0),
    /** Whether the text is another than the one practised before. */
    changed: z.boolean(),
  }),
]);
export type Practised = z.infer<typeof PractisedSchema>;
type Run = Extract<Practised, { kind: 'run' }>;
type Critiqued = Extract<Practised, { kind: 'critique' }>;

/** An answer that takes 1 to 2 minutes is what an interviewer listens to, whichever length was chosen for the run. */
const SHORTEST_S = 60;
const LONGEST_S = 120;
/** So far outside, a length is the evening's and not the memory's. */
const NEARLY_S = 15;

/** Whether an answer that took so long, in seconds, lies within 1 to 2 minutes, both included. */
export function isInBand(took: number): boolean {
  return secondsOutside(took) === 0;
}

/**
 * The grade of one practice; undefined where it was none, because the same text was pasted again.
 *
 * A run is graded by the steps said, and by its time against 60 to 120 seconds:
 *
 * | steps said  | at most 15 s outside | farther |
 * | ----------- | -------------------- | ------- |
 * | all         | good                 | hard    |
 * | all but one | hard                 | again   |
 * | fewer, none | again                | again   |
 *
 * It is never easy: which steps were said is the person's own word, and easy sends them away for a week. A critique's
 * verdict: bad is again, weak is hard, good is good, and good with nothing found is easy.
 */
export function gradeOf(practised: Practised): Grade | undefined {
  return practised.kind === 'run' ? gradeOfRun(practised) : gradeOfText(practised);
}

function gradeOfRun({ took, said, steps }: Run): Grade {
  const count = new Set(said).size;
  const isNearly = secondsOutside(took) <= NEARLY_S;
  if (count >= steps) return isNearly ? 'good' : 'hard';
  if (count > 0 && count === steps - 1) return isNearly ? 'hard' : 'again';
  return 'again';
}

function gradeOfText({ verdict, findings, changed }: Critiqued): Grade | undefined {
  if (!changed) return undefined;
  switch (verdict) {
    case 'bad':
      return 'again';
    case 'weak':
      return 'hard';
    case 'good':
      return findings === 0 ? 'easy' : 'good';
  }
}

function secondsOutside(took: number): number {
  return Math.max(SHORTEST_S - took, took - LONGEST_S, 0);
}
