import type { Ends } from '../conversation/event.ts';
import type { Past } from '../conversation/past.ts';
import type { Judgement } from '../critique/critique.ts';
import type { PersonRef } from '../who/person.ts';
import type { Place } from '../who/place.ts';

/** What an adapter or a job tells the coach: who, where, and what happened. */
export interface Incoming {
  /** The event's own id, made from channel and message where there are such: the same event again is a no-op. */
  readonly id: string;
  readonly person: PersonRef;
  readonly place: Place;
  readonly what: Happening;
  /** Whose token posts, where that is not the person's own scope. Slack: the team, or the enterprise of an org install. */
  readonly installation?: string;
  /**
   * It came from no practice's own place (a slash command, a message outside every thread): it is for the person's
   * practice wherever that stands, and a new one gets a place of its own.
   */
  readonly atLarge?: true;
  /** It came from a thread, which may be none of a practice's: where it holds none of the person's, it came at large. */
  readonly atLargeIfNone?: true;
  /** The person looks at `place`: where their practice is elsewhere, a line there says where it goes on. */
  readonly pointer?: true;
  /** What is said of their plan is handed back, for the adapter to show to the person alone, where they asked. */
  readonly repliesAlone?: true;
  /** The person's time zone, as their platform tells it (IANA). */
  readonly zone?: string;
  /** What it does is seen where it was done (a settings page): nothing is said of it. */
  readonly unsaid?: true;
  /** Others can read `place`: what was told elsewhere is not shown there. */
  readonly overheard?: true;
  /** How a practice is to be that begins with this. */
  readonly begins?: Begins;
}

export interface Begins {
  /** The job it is for, as the person named it. */
  readonly role?: string;
  /**
   * Where its place may be opened, best first, as the platform names such: none has a plus sign. It is kept for when
   * that place is gone. Left out: with the person themselves.
   */
  readonly ways?: readonly string[];
  /** The person chose the first of these ways themselves: a practice that is begun instead of an open one is there too. */
  readonly insists?: true;
}

export type Happening =
  /** A terminal was opened: it is shown where the practice stands. */
  | { readonly type: 'attached' }
  /**
   * `startsFresh`: `/practice-failure` begins anew without asking (a script). `inForm`: it was written in a form for the
   * question that stands.
   */
  | {
      readonly type: 'said';
      readonly messageId: string;
      readonly stamp: string;
      readonly text: string;
      readonly ends: Ends;
      readonly startsFresh?: boolean;
      readonly inForm?: true;
      /** Written for a question of their plan of reminders, wherever else something is asked. */
      readonly toPlan?: true;
    }
  /**
   * `stamp`: when, in the platform's own stamps: an older edit never takes the place of a newer one. `sessionId`: the
   * coach's own note of whose message it is, where that practice is not the open one.
   */
  | {
      readonly type: 'edited';
      readonly messageId: string;
      readonly text: string;
      readonly stamp?: string;
      readonly sessionId?: string;
    }
  | { readonly type: 'deleted'; readonly messageId: string; readonly sessionId?: string }
  | { readonly type: 'pressed'; readonly action: string; readonly sessionId?: string; readonly turn?: number }
  /** A form was sent: what was filled in, by the id of its input. Which form, `action` says. */
  | {
      readonly type: 'filled';
      readonly action: string;
      readonly values: Readonly<Record<string, string>>;
      readonly sessionId?: string;
      readonly turn?: number;
      /** When, in the platform's own stamps. */
      readonly stamp?: string;
    }
  /** A text was brought to be looked at as a whole answer: a practice of its own begins with it. */
  | { readonly type: 'brought'; readonly messageId: string; readonly stamp: string; readonly text: string }
  /** A voice message came, so long, in seconds: what was said in it is not heard. */
  | { readonly type: 'spoke'; readonly messageId: string; readonly seconds: number }
  /** Files came that the coach does not read; text beside them came as `said`. */
  | { readonly type: 'filesUnread'; readonly names: readonly string[] }
  /** The person shares a practice with somebody they chose, as they saw it at `turn`. `to`: that user's id. */
  | {
      readonly type: 'shared';
      readonly to: string;
      readonly toName: string;
      readonly fromName: string;
      readonly sessionId: string;
      readonly turn: number;
    }
  /** It was shown to them. `key`: of the effect. */
  | { readonly type: 'shareArrived'; readonly sessionId: string; readonly key: string }
  | {
      readonly type: 'critiqueReady';
      readonly sessionId: string;
      readonly draftNo: number;
      readonly judgement: Judgement;
      /** The practices before this one that were judged. */
      readonly past?: Past;
    }
  | {
      readonly type: 'critiqueFailed';
      readonly sessionId: string;
      readonly draftNo: number;
      readonly code: string;
    }
  /** The wake of the person's plan rang. */
  | { readonly type: 'reminderDue'; readonly key: string; readonly dueAt: string }
  /** The wake of the person's plan is not where the wall of their zone wants it any more. */
  | { readonly type: 'planOutdated'; readonly key: string }
  /** What was to be shown where their reminders come never will be. `key`: of the effect. */
  | { readonly type: 'reminderFailed'; readonly key: string; readonly reason: string }
  /** Fourteen days without a word. */
  | { readonly type: 'silent'; readonly sessionId: string }
  | { readonly type: 'woke'; readonly sessionId: string; readonly key: string; readonly dueAt: string }
  | {
      readonly type: 'deliveryFailed';
      readonly sessionId: string;
      readonly key: string;
      /** Of the effect; a card that says something is told of, whatever else is not. */
      readonly kind?: string;
      readonly reason: string;
    };
