import { z } from 'zod';
import type { Guide } from '../../src/guide/guide.ts';

/**
 * What a model is asked for, and what is read of what it sends. The form it is asked for keeps to what every server's
 * schemas know: lists of plain objects, each field there, null for nothing. What comes is read leniently, item by item:
 * one that is out of form is left out, and the rest stays.
 */

/** Names of notes beyond the boxes. */
export const NOTE_RULES = [
  'lesson-does-not-follow',
  'example-elsewhere',
  'late-start',
  'no-cost',
  'not-toward-the-role',
  'takes-it-all',
] as const;

/** The JSON schema a server gets that takes one. */
export function askedSchema(guide: Guide) {
  const step = z.enum(guide.steps.map(({ id }) => id));
  const rule = z.enum(rulesOf(guide));
  return z.strictObject({
    steps: z.array(z.strictObject({ step, score: z.literal([0, 1, 2]), quote: z.string().nullable() })),
    rephrased: z.array(
      z.strictObject({
        id: z.string(),
        why: z.string().nullable(),
        question: z.string().nullable(),
        shape: z.string().nullable(),
      }),
    ),
    findings: z.array(
      z.strictObject({
        rule,
        quote: z.string(),
        why: z.string(),
        question: z.string(),
        shape: z.string().nullable(),
      }),
    ),
    line: z.strictObject({ text: z.string(), quote: z.string() }).nullable(),
    next: z.strictObject({ question: z.string(), quote: z.string() }).nullable(),
    notes: z.array(
      z.strictObject({
        rule: z.enum(NOTE_RULES),
        quote: z.string(),
        text: z.string(),
        question: z.string(),
      }),
    ),
  });
}

/** The rules a finding may have: the guide's pitfalls, and its signs by step. */
export function rulesOf(guide: Guide): string[] {
  return [
    ...guide.pitfalls.map(({ id }) => id),
    ...guide.steps.flatMap((step) => step.signals.map(({ signal }) => `${step.id}.${signal}`)),
  ];
}

const Words = z.string().trim().min(1).max(2_000);
const MaybeWords = Words.optional().catch(undefined);
/** 2, "2", "2/2" and "2 of 2". */
const ScoreRead = z.preprocess(
  (value) => (typeof value === 'string' ? Number(/^\s*([012])(?![\d.])/.exec(value)?.[1] ?? 'x') : value),
  z.union([z.literal(0), z.literal(1), z.literal(2)]),
);
const StepRead = z.object({ step: Words, score: ScoreRead, quote: MaybeWords });
const RephrasedRead = z.object({ id: Words, why: MaybeWords, question: MaybeWords, shape: MaybeWords });
const FindingRead = z.object({
  rule: Words,
  quote: Words,
  why: Words,
  question: Words,
  shape: MaybeWords,
});
const NoteRead = z.object({ rule: z.enum(NOTE_RULES), quote: Words, text: Words, question: Words });

/** No critique has more of anything: what comes beyond is a model that went round in circles. */
const MOST = 20;

function listOf<T>(item: z.ZodType<T>) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? value.slice(0, MOST) : []),
    z.array(z.unknown()).transform((items) =>
      items.flatMap((one) => {
        const read = item.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    ),
  );
}

/** `{"context": 2}` or `{"context": {"score": 2}}` instead of a list. */
const asList = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.entries(value).map(([step, one]) =>
        typeof one === 'object' && one !== null ? { step, ...one } : { step, score: one },
      );

export const ReplySchema = z.object({
  steps: z.preprocess(asList, listOf(StepRead)),
  rephrased: listOf(RephrasedRead),
  findings: listOf(FindingRead),
  line: z.object({ text: Words, quote: Words }).optional().catch(undefined),
  next: z.object({ question: Words, quote: Words }).optional().catch(undefined),
  notes: listOf(NoteRead),
});
export type Reply = z.infer<typeof ReplySchema>;
