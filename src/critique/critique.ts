import { z } from 'zod';
import { SpanSchema } from '../text/span.ts';

/** A finding rests on the person's own words: a span of the draft, or the step where something is missing. */
export const FindingSchema = z.strictObject({
  /** A hash of rule and quote, or of rule and step: the same text has the same finding again. */
  id: z.string().min(1),
  /** A pitfall's id, or `step.signal` for something missing. */
  rule: z.string().min(1),
  at: z.union([z.strictObject({ span: SpanSchema }), z.strictObject({ missingIn: z.string() })]),
  /** About the text: why a listener minds. */
  why: z.string().min(1),
  question: z.string().min(1),
  shape: z.string().optional(),
  /** 0 is what to change first. */
  rank: z.int().min(0),
});
export type Finding = z.infer<typeof FindingSchema>;

export const ScoreSchema = z.union([z.literal(0), z.literal(1), z.literal(2)]);
/** 0 not yet, 1 there but thin, 2 clear. */
export type Score = z.infer<typeof ScoreSchema>;

export const StepJudgementSchema = z.strictObject({
  score: ScoreSchema,
  /** The words that earned it. */
  evidence: z.array(SpanSchema).readonly(),
  /** The signals found and the essential ones not found, by name: how the score came about. */
  found: z.array(z.string()).readonly(),
  missing: z.array(z.string()).readonly(),
});
export type StepJudgement = z.infer<typeof StepJudgementSchema>;

/** How long the answer is when it is spoken: the words, and the seconds they take at the pace assumed. */
export const LengthSchema = z.strictObject({
  words: z.int().min(0),
  seconds: z.int().min(0),
  is: z.enum(['short', 'fits', 'long']),
});
export type Length = z.infer<typeof LengthSchema>;

/** A remark beyond the steps, unscored: at most one is shown. `rule` names it. */
export const NoteSchema = z.strictObject({
  rule: z.string().min(1),
  span: SpanSchema,
  text: z.string().min(1),
  question: z.string().min(1),
});
export type Note = z.infer<typeof NoteSchema>;

/** Why the offline critic stood in for the language model that was asked. */
export const StoodInForSchema = z.enum(['slow', 'refused', 'malformed', 'rate-limited', 'down']);
export type StoodInFor = z.infer<typeof StoodInForSchema>;

export const VerdictSchema = z.enum(['good', 'weak', 'bad']);

export const CritiqueSchema = z.strictObject({
  v: z.literal(1),
  critic: z.enum(['rubric', 'llm']),
  /** The critic's own version: two versions are never compared as progress. */
  version: z.string().min(1),
  steps: z.record(z.string(), StepJudgementSchema).readonly(),
  findings: z.array(FindingSchema).readonly(),
  /** What to keep, best first, with its effect on a listener. */
  keep: z.array(z.strictObject({ span: SpanSchema, effect: z.string().min(1) })).readonly(),
  /** What an interviewer may ask next, and the words it follows from. */
  next: z.strictObject({ question: z.string().min(1), about: SpanSchema.optional() }),
  overall: z.number().min(0).max(1),
  verdict: VerdictSchema,
  /** The verdict in one line, for the head of the card. */
  line: z.string().min(1),
  /** Absent in critiques stored before it was measured. */
  length: LengthSchema.optional(),
  notes: z.array(NoteSchema).readonly().optional(),
  /** Set where a language model was asked and this is the offline critique instead. */
  stoodInFor: StoodInForSchema.optional(),
});
export type Critique = z.infer<typeof CritiqueSchema>;

/** The text cannot be judged: too short, no words, another language, not the person's own. `advice` is shown to the person. */
export const CannotJudgeSchema = z.strictObject({
  cannotJudge: z.enum([
    'no-words',
    'too-short',
    'not-english',
    'gibberish',
    'list',
    'question',
    'sample',
    'repeated',
  ]),
  advice: z.string().min(1),
});
export type CannotJudge = z.infer<typeof CannotJudgeSchema>;

export const JudgementSchema = z.union([CritiqueSchema, CannotJudgeSchema]);
export type Judgement = z.infer<typeof JudgementSchema>;

/** Whether a judgement is a critique. */
export function isCritique(judgement: Judgement): judgement is Critique {
  return 'verdict' in judgement;
}
