import type { Card } from '../card/card.ts';
import type { Practised } from './grade.ts';
import type { Hours, Plan } from './plan.ts';

/** What happened to a plan, in the past tense. */
export type PlanEvent =
  /** `remind`, and the words after it; none: they want to see it. */
  | { readonly type: 'asked'; readonly words: string }
  /** Plain words, while the coach waits for an answer where they were said. */
  | { readonly type: 'said'; readonly text: string }
  /** A button or an option of a reminder, or of a card of the plan: what its action says after `remind:`. */
  | {
      readonly type: 'pressed';
      readonly verb: string;
      readonly seq: number | undefined;
      readonly nth?: number;
    }
  /** The wake rang that was due at `dueAt`. */
  | { readonly type: 'woke'; readonly dueAt: string }
  /** They practised: a run aloud, or an answer that was judged. `text`: a hash of the answer. */
  | { readonly type: 'practised'; readonly practised: Practised; readonly text?: string }
  /** What was to be shown in the plan's place never will be. */
  | { readonly type: 'failed'; readonly reason: string }
  /** Its wake is not where the wall of their zone wants it any more. */
  | { readonly type: 'replanned' }
  /** The person did something else. */
  | { readonly type: 'elsewhere' }
  /** The person is here, while the plan is held because they could not be written to. */
  | { readonly type: 'visited' }
  /** Their platform tells of another zone than before: what is planned follows them there. */
  | { readonly type: 'moved' };

/** What a reminder may say of the practice it is for: no words of the person's. */
export interface About {
  readonly hasPractice: boolean;
  /** When they were last at it, ISO 8601 in UTC. */
  readonly lastAt?: string;
  /** The story is one of distress. */
  readonly sheltered: boolean;
  /** What to work on next. */
  readonly step?: { readonly id: string; readonly name: string };
}

/** What a plan is decided on, besides the event. */
export interface PlanGrounds {
  /** Now, ISO 8601 in UTC. */
  readonly at: string;
  readonly hours: Hours;
  /** What spreads reminders: the person, in a word of our own. */
  readonly personKey: string;
  /** Where they are, and where their reminders would come. */
  readonly here: string;
  readonly home: string;
  /** A practice asks something where they are: words that are no answer to the plan are for it. */
  readonly isBeside: boolean;
  /** They are at a practice just now, wherever it is. */
  readonly isPractising?: boolean;
  /** Reminders are shown only where the person looks for them, as in a terminal: there the last of a day is not too late, nor is it at night. */
  readonly waitsForThem?: boolean;
  /** When the person was last here, ISO 8601 in UTC. */
  readonly lastActiveAt: string;
  readonly about: About;
}

/** `say`: where they are; `remind`: where their reminders come. */
export type PlanEffect =
  | { readonly type: 'say'; readonly card: Card }
  | { readonly type: 'remind'; readonly card: Card };

export interface PlanTurn {
  readonly plan: Plan | undefined;
  /** Their hours, where they changed. */
  readonly hours?: Hours;
  readonly effects: readonly PlanEffect[];
  /** They want to practise now: a step of the last practice, that practice `again`, or from the beginning. */
  readonly start?: { readonly step?: string; readonly again?: true };
  /** The words were none for the plan: they are for the practice. */
  readonly passed?: true;
}
