import { z } from 'zod';
import { SenioritySchema } from './seniority.ts';

/**
 * What is coached, as data. Nothing else in the product knows a question, a step or a tip by name:
 * a second guide is a second object.
 */

/** See `critique/reading.ts`, which finds them; a guide says how each is asked. */
export const DoubtKindSchema = z.enum([
  'confidential',
  'catastrophic',
  'trivial',
  'private',
  'core',
  'unknown-role',
]);
export type DoubtKind = z.infer<typeof DoubtKindSchema>;

/** What an answer can leave open: `critique/follow-ups/` finds it; a guide says how each is asked about. */
export const GapNameSchema = z.enum([
  'next-occasion',
  'unsourced-figure',
  'answered-as-we',
  'unheard-person',
  'late-discovery',
  'own-decision',
  'bare-lesson',
]);
export type GapName = z.infer<typeof GapNameSchema>;

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const Sentence = z.string().min(1);

/** A sign the critic looks for in a step, and what the coach asks when it is not there. */
export const SignalUseSchema = z.strictObject({
  /** A name that `src/critique/signals/catalog.ts` lists. */
  signal: Id,
  /** Without every essential signal a step cannot be clear. */
  essential: z.boolean(),
  /** Why a listener wants it: one plain sentence about the text. */
  why: Sentence,
  /** What the coach asks, never what the person should say. */
  question: Sentence,
  /** The same question about this very story: `{slip}` stands for the person's own words of what went wrong. */
  inCase: Sentence.optional(),
  /** A sentence with blanks in square brackets, for the person's own facts. */
  shape: Sentence.optional(),
});

export const StepSchema = z.strictObject({
  id: Id,
  name: Sentence,
  /** Other words people type for it, lower case: `redo lesson`. */
  aliases: z.array(z.string()).readonly(),
  /** The question the coach puts, at most 35 words. */
  prompt: Sentence,
  /** What a strong answer shows, one short sentence. */
  strong: Sentence,
  /** The same for whoever hears it told: what "you" did is what "they" did. */
  listenFor: Sentence,
  sentences: z.strictObject({ from: z.int().min(1), to: z.int().min(1) }),
  why: Sentence,
  tips: z.array(Sentence).min(1).readonly(),
  example: Sentence,
  /** For one line on the critique: "setting clear", "lesson thin". Also on the question, so that it is known by then. */
  short: Sentence,
  /** Asked once where an answer says nothing of the step: a question, at most 20 words, that supplies no content. */
  nudge: Sentence,
  signals: z.array(SignalUseSchema).min(1).readonly(),
});
export type Step = z.infer<typeof StepSchema>;

export const PitfallSchema = z.strictObject({
  id: Id,
  /** The pitfall as the guide has it. */
  text: Sentence,
  /** Why a listener minds, about the text, never about the person. */
  why: Sentence,
  /** The question that mends it. */
  question: Sentence,
  shape: Sentence.optional(),
  /** The signal that finds it. */
  signal: Id,
});

export const SampleSchema = z.strictObject({
  id: Id,
  profession: Sentence,
  quality: z.enum(['good', 'bad']),
  /** How far along somebody is to whom it is shown first. */
  seniority: SenioritySchema.optional(),
  /** The answer, keyed by step id; a bad one may leave steps out. */
  steps: z.record(Id, Sentence).readonly(),
  /** What makes it good, or what is missing. */
  note: Sentence,
});
export type Sample = z.infer<typeof SampleSchema>;

export const GuideSchema = z.strictObject({
  id: Id,
  version: z.int().min(1),
  question: Sentence,
  /** What the question tests, in one sentence, for the first card. */
  tests: Sentence,
  /** How the coach asks for the story in a line or two. */
  opening: Sentence,
  /** Length of a good answer when spoken. */
  spoken: z.strictObject({ fromSeconds: z.int(), toSeconds: z.int() }),
  /** What makes a good choice. With a `signal`, words that show it speak for another story. */
  criteria: z
    .array(z.strictObject({ id: Id, text: Sentence, signal: Id.optional() }))
    .min(1)
    .readonly(),
  steps: z.array(StepSchema).min(1).readonly(),
  /** The step that the story in a line or two speaks to. */
  opensAt: Id,
  /** What may speak against a story, in the order in which it is raised, each as a question of at most 25 words. */
  doubts: z.array(z.strictObject({ kind: DoubtKindSchema, question: Sentence })).readonly(),
  /** For one to whom nothing comes to mind. */
  finding: z.strictObject({
    /** Asked one at a time; each calls up a moment. At most 20 words. */
    cues: z.array(Sentence).min(1).readonly(),
    /** Two short answers to judge by ear, and what a listener hears in the better one. */
    pair: z.strictObject({ better: Sentence, other: Sentence, because: Sentence }),
    /** Where there is no failure at all: a challenge that was overcome, as a question. */
    challenge: Sentence,
  }),
  tips: z.array(Sentence).min(1).readonly(),
  pitfalls: z.array(PitfallSchema).min(1).readonly(),
  whyAsked: z.array(Sentence).min(1).readonly(),
  preparation: z.array(Sentence).min(1).readonly(),
  alternatives: z.array(z.strictObject({ id: Id, name: Sentence, text: Sentence })).readonly(),
  samples: z.array(SampleSchema).min(1).readonly(),
  /**
   * What an interviewer is likely to ask next. `about` names the step the question follows from; with a `signal` it is
   * asked about the words that showed it, with a `gap` where the answer leaves one open. Of several for one gap the
   * first is asked whose `{slots}` the answer has words for: see the gap's finder in `critique/follow-ups/`.
   */
  followUps: z
    .array(
      z.strictObject({
        about: Id,
        signal: Id.optional(),
        gap: GapNameSchema.optional(),
        /** Only for somebody as far along, and then before the others. */
        seniority: SenioritySchema.optional(),
        question: Sentence,
      }),
    )
    .min(1)
    .readonly(),
});
export type Guide = z.infer<typeof GuideSchema>;

/** The step with this id. Throws where the guide has none: step ids come from the guide itself. */
export function stepOf(guide: Guide, id: string): Step {
  const step = guide.steps.find((candidate) => candidate.id === id);
  if (step === undefined) throw new Error(`guide ${guide.id} has no step ${id}`);
  return step;
}

/** The place of a step, from 0. */
export function stepIndex(guide: Guide, id: string): number {
  return guide.steps.findIndex((step) => step.id === id);
}
