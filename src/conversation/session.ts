import { z } from 'zod';
import { CritiqueSchema, ScoreSchema } from '../critique/critique.ts';
import { SenioritySchema } from '../guide/seniority.ts';
import { SpanSchema } from '../text/span.ts';
import { PartSchema } from './part.ts';
import { type ActiveStage, StageSchema } from './stage.ts';

/** What the practice is for. A role has its name in one line, and the message that named it. */
const PurposeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('role'),
    name: z.string().min(1),
    part: PartSchema,
    /** What that role needs most, as the person said it: asked where the role is none we know. */
    core: PartSchema.optional(),
  }),
  z.strictObject({ kind: z.enum(['study', 'promotion', 'practice', 'skipped']) }),
]);
export type Purpose = z.infer<typeof PurposeSchema>;

const DoorSchema = z.enum(['story', 'answer', 'nothing']);

/**
 * The language model that is set up here, as it stands with this person. `of` names where words go with it, `where` says
 * so in words; `told`: they know, or chose to do without; `reads`: it reads their answers.
 */
const HouseModelSchema = z
  .strictObject({ of: z.string(), where: z.string(), told: z.boolean(), reads: z.boolean() })
  .readonly();
export type HouseModel = z.infer<typeof HouseModelSchema>;

/** How the coach speaks to this person; theirs to change any time. */
export const ToneSchema = z.enum(['gentle', 'plain', 'direct']);
export type Tone = z.infer<typeof ToneSchema>;
export const MannerSchema = z
  .strictObject({
    tone: ToneSchema,
    /** Show ratings as numbers beside the words. */
    numbers: z.boolean(),
    /** The person's own speaking pace, once a rehearsal has measured it. */
    wordsPerMinute: z.int().min(1).optional(),
    /** How far along they said they are. */
    seniority: SenioritySchema.optional(),
    /** They take no answers that others share. */
    shares: z.literal(false).optional(),
    /** None where no language model is set up. */
    model: HouseModelSchema.optional(),
  })
  .readonly();
export type Manner = z.infer<typeof MannerSchema>;
export const FIRST_MANNER: Manner = { tone: 'gentle', numbers: false };

const RatingsSchema = z.record(z.string(), ScoreSchema).readonly();

/** `seen`: the turn of the preview; `turn`: that in which it was sent. */
const ShareSchema = z.strictObject({
  to: z.string(),
  toName: z.string(),
  seen: z.int(),
  turn: z.int(),
  now: z.enum(['sent', 'arrived', 'failed']),
});
export type Share = z.infer<typeof ShareSchema>;

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
  /** Where its place could be opened, best first, as the platform names such. */
  ways: z.array(z.string()).readonly().optional(),
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
    .array(z.strictObject({ id: z.string(), text: z.string().optional(), edited: z.string().optional() }))
    .readonly()
    .optional(),
  /** With the door `answer` and nothing rewritten yet: which words of the pasted text belong to which step. */
  pastedSteps: z.record(z.string(), z.array(SpanSchema).readonly()).readonly().optional(),
  /**
   * A choice that stands beside the question, until the next turn: go on, start fresh, or another practice; a run aloud;
   * whether everything is deleted.
   */
  offer: z.enum(['restart', 'run', 'erase']).optional(),
  /** How the practice was asked to be that is begun from here, if one is, while `offer` stands. */
  wishes: z
    .strictObject({ role: z.string().optional(), ways: z.array(z.string()).readonly().optional() })
    .optional(),
  /** The turn in which the practice got a new place because the old one was gone. */
  reopened: z.int().optional(),
  /** The turn in which it was said once more where the talk stands, because a card of ours could not be shown. */
  retold: z.int().optional(),
  /** How the coach speaks, as the person had set it at the last turn. */
  manner: MannerSchema.default(FIRST_MANNER),
  /** Who was sent the practice to look at, the newest last. See `shared.ts`. */
  shares: z.array(ShareSchema).readonly().optional(),
  /** From the turn `since` to the turn `turn` nothing changed but what became of shares. */
  shareable: z.strictObject({ since: z.int(), turn: z.int() }).optional(),
  /** Its first card tells where words go with the language model. `due`: it is not shown yet. */
  notice: z.enum(['due', 'told']).optional(),
  /** The person's first practice: one tap instead of five ratings, no numbers, and a run aloud at its end. */
  first: z.literal(true).optional(),
  /** The instant of the person's last turn. */
  touchedAt: z.iso.datetime().optional(),
  /** Jotted moments, for one to whom nothing came to mind. */
  seeds: z.array(PartSchema).readonly().default([]),
  /** Steps that hold words told earlier and were not asked yet. */
  carried: z.array(z.string()).readonly().default([]),
  /** The story was told without a word of when it was. */
  undated: z.literal(true).optional(),
  /** The one doubt about the story was raised. */
  doubted: z.literal(true).optional(),
  /** That several messages make one answer was said. */
  hinted: z.literal(true).optional(),
  /** A run aloud was offered at the end. */
  runOffered: z.literal(true).optional(),
  /** Steps that were asked once more because nothing of them was in the answer. */
  nudged: z.array(z.string()).readonly().default([]),
  /** The story is too hard to be scored; the person chose to go on with it. Nothing of it is rated or quoted. */
  sheltered: z.literal(true).optional(),
  /** The person's own view of a draft: the part that felt weakest, or all steps. */
  ownRating: z
    .strictObject({ draftNo: z.int(), weakest: z.string().optional(), steps: RatingsSchema.optional() })
    .optional(),
  /** Findings the person said are not so, for this text. */
  setAside: z
    .array(z.strictObject({ id: z.string(), rule: z.string() }))
    .readonly()
    .default([]),
  /** Follow-up questions that were asked, of which no second time while others are left. */
  followed: z.array(z.string()).readonly().optional(),
  /** The finding that was set aside last, to be taken back. */
  asideLast: z.string().optional(),
  /**
   * From this draft on, until a critique comes, each is judged without a look at the one before: its ratings leave out a
   * finding that was taken back.
   */
  freshDraft: z.int().optional(),
  /** How often a reply was put into the answer since the first critique. */
  rounds: z.int().min(0).default(0),
  /** What "use it" replaced last, to be taken back. */
  undo: z.strictObject({ step: z.string(), parts: z.array(PartSchema).readonly() }).optional(),
  /** The ratings this story had before the newest critique, and which critic gave them. */
  earlier: z.strictObject({ critic: z.string(), version: z.string(), steps: RatingsSchema }).optional(),
  /** Runs aloud, oldest first. */
  runs: z
    .array(z.strictObject({ seconds: z.int(), took: z.int(), said: z.array(z.string()).readonly() }))
    .readonly()
    .default([]),
  /** When the interview is, in the person's words. */
  interview: PartSchema.optional(),
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

/** The story must not be scored or quoted: the person chose to go on with it, or has not said yet what now. */
export function isSheltered(session: Session): boolean {
  return session.sheltered === true || stageWithin(session).at === 'sheltered';
}

/** Where the practice stands or, paused or ended, where it stood. */
export function stageWithin({ stage }: Session): ActiveStage {
  return stage.at === 'paused' || stage.at === 'done' ? stage.stage : stage;
}

/** The story is a jotted moment still, as it was picked. */
export function isJotted({ failure, seeds }: Session): boolean {
  return failure.length === 1 && seeds.some(({ id }) => id === failure[0]?.id);
}
