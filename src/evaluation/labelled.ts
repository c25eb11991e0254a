import { z } from 'zod';
import { PersonError } from '../errors.ts';

const ScoreLabel = z.union([z.literal(0), z.literal(1), z.literal(2)]);

/** An answer and what careful readers said of it, as `coach eval` takes it: one JSON object a line. What is left out is left out of its figure. */
export const LabelledSchema = z
  .object({
    id: z.union([z.string(), z.number()]).transform(String),
    text: z.string().optional(),
    /** The answer in steps, by the step's name; it counts before `text`. */
    parts: z.record(z.string(), z.string()).optional(),
    role: z.string().nullish(),
    style: z.string().nullish(),
    steps: z.record(z.string(), ScoreLabel).optional(),
    pitfalls: z.array(z.string()).optional(),
    verdict: z.enum(['good', 'weak', 'bad']).optional(),
  })
  .refine((line) => line.text !== undefined || line.parts !== undefined, 'needs "text" or "parts"');
export type Labelled = z.infer<typeof LabelledSchema>;

/** Reads the lines of a file. Throws a `PersonError` that names the line that cannot be read. */
export function parseLabelled(content: string): Labelled[] {
  return content.split(/\r?\n/u).flatMap((line, at) => {
    if (line.trim() === '') return [];
    const read = LabelledSchema.safeParse(jsonOf(line, at));
    if (read.success) return [read.data];
    const issue = read.error.issues[0];
    throw unreadable(at, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  });
}

function jsonOf(line: string, at: number): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/u, ''));
  } catch {
    throw unreadable(at, 'is no JSON');
  }
}

function unreadable(at: number, why: string): PersonError {
  return new PersonError(
    'bad-line',
    `Line ${at + 1} of the file: ${why}. Each line is one object: {"id","text","steps":{"context":0|1|2,…},"pitfalls":[…],"verdict":"good|weak|bad"}.`,
  );
}
