import { z } from 'zod';
import { CritiqueSchema } from '../critique/critique.ts';
import { SpanSchema } from '../text/span.ts';
import { PartSchema } from './part.ts';

/** What the practice is for. A role has its name in one line, and the message that named it. */
const PurposeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('role'), name: z.string().min(1), part: PartSchema }),
  z.strictObject({ kind: z.enum(['study', 'promotion', 'practice', 'skipped']) }),
]);
export type Purpose = z.infer<typeof PurposeSchema>;

const DoorSchema = z.enum(['story', 'answer']);

/** Where a practice stands. Every stage says, in its own file, what free text, a press and a command mean there. */
const ActiveStageSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('opening'), asks: z.enum(['door', 'purpose']) }),
  /** The failure in a line or two; with the door `answer`, the whole answer. */
  z.strictObject({ at: z.literal('choosing') }),
  /** `fresh`: the step is being rewritten, the next text replaces what stood there. */
  z.strictObject({ at: z.literal('asking'), step: z.string(), fresh: z.boolean(), thenReview: z.boolean() }),
  z.strictObject({ at: z.literal('reviewing') }),
  z.strictObject({ at: z.literal('critiquing') }),
  z.strictObject({ at: z.literal('critiqued') }),
]);
export type ActiveStage = z.infer<typeof ActiveStageSchema>;

const StageSchema = z.union([
  ActiveStageSchema,
  z.strictObject({ at: z.literal('paused'), stage: ActiveStageSchema }),
  /** Ended by the person; `stage` is where, for one who comes back to it. */
  z.strictObject({ at: z.literal('done'), stage: ActiveStageSchema }),
]);
export type Stage = z.infer<typeof StageSchema>;

export const SessionSchema = z.strictObject({
  v: z.literal(1),
  id: z.string().min(1),
  storyId: z.string().min(1),
  guide: z.strictObject({ id: z.string(), version: z.int() }),
  stage: StageSchema,
  /** Turns so far: with the session's id and a position it names every effect. */
  turn: z.int().min(0),
  /** The turn in which the question that stands was put: presses on older cards are old. */
  askedTurn: z.int().min(0),
  door: DoorSchema.optional(),
  purpose: PurposeSchema.optional(),
  /** Who can read this here, in one sentence, as the platform told it at the start. */
  readers: z.string(),
  /** The failure in a line or two (`story`), or the whole answer as pasted (`answer`). */
  failure: z.array(PartSchema).readonly(),
  answers: z.record(z.string(), z.array(PartSchema).readonly()).readonly(),
  skipped: z.array(z.string()).readonly(),
  /** What a rewrite replaced, oldest first: nothing written is lost. */
  replaced: z.array(z.strictObject({ step: z.string(), parts: z.array(PartSchema).readonly() })).readonly(),
  /** Free text that came where no question stood. Kept, shown in the export, never critiqued. */
  notes: z.array(PartSchema).readonly(),
  /** Edits (with `text`) and deletions of messages that are not here, or not yet; newest last. See `ahead.ts`. */
  ahead: z
    .array(z.strictObject({ id: z.string(), text: z.string().optional() }))
    .readonly()
    .optional(),
  /** With the door `answer` and nothing rewritten yet: which words of the pasted text belong to which step. */
  pastedSteps: z.record(z.string(), z.array(SpanSchema).readonly()).readonly().optional(),
  /** A choice that stands beside the question, until the next turn. */
  offer: z.literal('restart').optional(),
  /** A chat answer is open and a wake will end it. */
  awaitsQuiet: z.literal(true).optional(),
  /** How many drafts were frozen for a critique. */
  drafts: z.int().min(0),
  /** The answer was changed after the newest draft was frozen. */
  changedSinceDraft: z.literal(true).optional(),
  critique: z
    .strictObject({ draftNo: z.int().min(1), critique: CritiqueSchema, outdated: z.boolean() })
    .optional(),
});
export type Session = z.infer<typeof SessionSchema>;

/** Reads a stored state of any released version. Throws where it is none of ours. */
export function parseSession(stored: unknown): Session {
  return SessionSchema.parse(stored);
}

/** The stage a session would be in if it were not paused. */
export function activeStage(session: Session): ActiveStage | undefined {
  if (session.stage.at === 'paused') return session.stage.stage;
  return session.stage.at === 'done' ? undefined : session.stage;
}

/** A session holds its place: no other can be active there. */
export function isActive(session: Session): boolean {
  return session.stage.at !== 'paused' && session.stage.at !== 'done';
}
