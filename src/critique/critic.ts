import type { Guide } from '../guide/guide.ts';
import type { Seniority } from '../guide/seniority.ts';
import type { Critique, Judgement } from './critique.ts';
import type { Draft } from './draft.ts';

/** What a critic is given: never who wrote it. */
export interface CriticInput {
  readonly draft: Draft;
  /** What the practice is for, as the person named it ("backend developer"). */
  readonly role?: string | undefined;
  /** How far along the person is, where they said so; else the role may say it. */
  readonly seniority?: Seniority | undefined;
  readonly guide: Guide;
  /** Ids of findings the person said are not so, for this text. */
  readonly setAside: readonly string[];
  /** Follow-up questions that were asked in this practice already: another is chosen while there is one. */
  readonly asked?: readonly string[];
  /** The draft before and what this critic said of it: a step whose words did not change keeps its rating. */
  readonly before?: { readonly draft: Draft; readonly critique: Critique } | undefined;
}

/** Judges an answer. Rejects only for faults of our own; a text nobody could judge is a `CannotJudge`. */
export type Critic = (input: CriticInput, signal: AbortSignal) => Promise<Judgement>;
