import type { Card } from '../card/card.ts';
import type { PlatformEvent } from '../mocks/calendar/platform-event.ts';
import type { Who } from '../mocks/series/series.ts';
import type { JobName } from '../store/job-names.ts';
import type { PersonRef } from '../who/person.ts';
import { type Place, placeKey } from '../who/place.ts';

/** What the coach needs of the world. Adapters and jobs implement it; tests play it. */

/** An order as a performer gets it. */
export type Order =
  | { readonly kind: 'say'; readonly card: Card }
  /**
   * Shows a card that comes unasked, in the private messages that the delivery's place names: a person, or several ways
   * joined by `+`, best first.
   */
  | { readonly kind: 'remind'; readonly card: Card }
  /** `ref`: what the platform called the message to change; none where it was never shown. */
  | { readonly kind: 'revise'; readonly card: Card; readonly ref: string | undefined }
  | { readonly kind: 'close' }
  /**
   * Opens a private place for a practice of the delivery's person (Slack: a root message in their direct messages).
   * `done` with the new place's key as `ref`; what follows in the lane goes there. The delivery's place names where it
   * may be: its channel, one way or several joined by `+`, best first. `called`: what the practice is about, in the
   * person's words.
   */
  | { readonly kind: 'open'; readonly called?: string }
  /** Says at `at`, where the person looks, that the talk goes on in the delivery's place; and that what they wrote was put there (`kept`). */
  | { readonly kind: 'point'; readonly at: Place; readonly kept?: true }
  /** Hands the person everything held about them, as files. */
  | { readonly kind: 'export' }
  /** Shows a card to somebody else, whom the person chose: `to` is that user's id on the platform. */
  | { readonly kind: 'share'; readonly card: Card; readonly to: string }
  /**
   * Opens a private place for several people and shows its first card in it. `done` with the place's key as `ref`: what
   * follows in the lane goes there. `people`: their ids on the platform. `called`: what the place may be named. `near`: the
   * channel of their team, which a thread may hang on.
   */
  | {
      readonly kind: 'gather';
      readonly card: Card;
      readonly people: readonly string[];
      readonly called: string;
      readonly near: Place;
    }
  /**
   * Sees to it that the platform's own event of a session is as said here, or gone (Discord: a scheduled event of the
   * server that the place is in). `done` with its id as `ref`, where it stands. `ref`: what the platform called it; none
   * where that is not known: then it is looked for by its `mark`. What cannot be had is refused, and nobody is told.
   */
  | {
      readonly kind: 'event';
      readonly status: 'scheduled' | 'moved' | 'cancelled';
      readonly shown: PlatformEvent;
      readonly ref: string | undefined;
    }
  /**
   * Looks up who is to be asked for a session of a team, which is announced in the delivery's place: `done` with these people,
   * each once; no bots, nobody who is deactivated or of another workspace. Reasons why it is refused: `lacks ` with the name of
   * what would have to be granted, `group-gone`, `channel-closed`, `too-many`.
   */
  | { readonly kind: 'roster'; readonly who: Exclude<Who, 'joiners'> }
  /** Hands somebody a text file where the delivery's place names their private messages. `words`: the line beside it. */
  | { readonly kind: 'file'; readonly name: string; readonly text: string; readonly words: string }
  | { readonly kind: 'critique'; readonly sessionId: string; readonly draftNo: number; readonly ring: number }
  /** The coach's card of an answer that was typed in a session of the delivery's team. */
  | {
      readonly kind: 'teamCritique';
      readonly mockId: string;
      readonly candidate: string;
      readonly group: number;
      readonly turn: 0 | 1;
    }
  | { readonly kind: 'bell'; readonly key: string; readonly dueAt: string };

export interface Delivery {
  /** The effect's key: the same effect has the same key for ever. */
  readonly key: string;
  /** Opaque, at most 22 characters: what our message can be found by on the platform after a crash. */
  readonly deliveryId: string;
  readonly installationId: string;
  /** Whose it is: whose key its card was kept under. Of a team's session that is the team itself (`who/team.ts`), or whose words are in it. */
  readonly person: PersonRef;
  readonly place: Place;
  readonly order: Order;
  /** A former try may have been accepted without an answer: look for `deliveryId` first, then send. */
  readonly inDoubt: boolean;
  /** When it was put in: nothing of it is older. */
  readonly since?: Date;
}

/** Somebody whom an order to look people up found. */
export interface Found {
  readonly id: string;
  readonly name: string;
  /** IANA, where their platform tells it. */
  readonly zone?: string;
}

/** More than so many are not written to one by one. */
export const MOST_ASKED = 1_000;

/**
 * What became of a delivery. `unknown`: accepted perhaps, the answer was lost. `ref`: what the platform calls what is shown of
 * it, whole or in part. `people`: who was found; they are handed on at once, and stored with no order.
 */
export type Outcome =
  | { readonly outcome: 'done'; readonly ref?: string; readonly people?: readonly Found[] }
  | { readonly outcome: 'later'; readonly afterMs: number; readonly ref?: string }
  | { readonly outcome: 'gone' | 'refused'; readonly reason: string }
  | { readonly outcome: 'unknown'; readonly ref?: string };

export type Done = Extract<Outcome, { readonly outcome: 'done' }>;

export const PERFORMERS = ['slack', 'discord', 'terminal', 'jobs'] as const;
export type PerformerName = (typeof PERFORMERS)[number];

/** Carries orders out on one platform, or puts jobs into the queue. Never throws for what a platform may answer. */
export interface Performer {
  readonly name: PerformerName;
  /** Left out: it reaches every place of its platform. A terminal reaches its own place, and only while it is attached. */
  readonly reach?: () => Place | undefined;
  perform(delivery: Delivery): Promise<Outcome>;
  /**
   * Takes jobs of people who were deleted out of the queue, by their names, and ends those that run here. None where there
   * is no queue. No order, because an order is somebody's and goes with them. Rejects where the queue is away.
   */
  readonly drop?: (names: ReadonlySet<JobName>) => Promise<void>;
}

/** Says in one sentence who can read what is written in a place. */
export type Whereabouts = (place: Place) => string;

/** The language model that is set up here. `of` names where words go with it, `where` says so in a sentence. */
export interface ModelAt {
  readonly of: string;
  readonly where: string;
}

/** Whether a performer can show something in this place now. */
export function reaches(performer: Performer, place: string): boolean {
  if (performer.reach === undefined) return true;
  const now = performer.reach();
  return now !== undefined && placeKey(now) === place;
}
