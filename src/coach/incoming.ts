import type { Ends } from '../conversation/event.ts';
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
}

export type Happening =
  /** A terminal was opened: it is shown where the practice stands. */
  | { readonly type: 'attached' }
  /** `startsFresh`: `/practice-failure` begins anew without asking (a script). */
  | {
      readonly type: 'said';
      readonly messageId: string;
      readonly stamp: string;
      readonly text: string;
      readonly ends: Ends;
      readonly startsFresh?: boolean;
    }
  | { readonly type: 'edited'; readonly messageId: string; readonly text: string }
  | { readonly type: 'deleted'; readonly messageId: string }
  | { readonly type: 'pressed'; readonly action: string; readonly sessionId?: string; readonly turn?: number }
  | {
      readonly type: 'critiqueReady';
      readonly sessionId: string;
      readonly draftNo: number;
      readonly judgement: Judgement;
    }
  | {
      readonly type: 'critiqueFailed';
      readonly sessionId: string;
      readonly draftNo: number;
      readonly code: string;
    }
  /** Fourteen days without a word. */
  | { readonly type: 'silent'; readonly sessionId: string }
  | { readonly type: 'woke'; readonly sessionId: string; readonly key: string; readonly dueAt: string }
  | {
      readonly type: 'deliveryFailed';
      readonly sessionId: string;
      readonly key: string;
      readonly reason: string;
    };
