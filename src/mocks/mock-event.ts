import type { Card } from '../card/card.ts';
import type { Guide } from '../guide/guide.ts';
import type { CalendarEntry } from './calendar/calendar-entry.ts';
import type { ListeningCard } from './listening-card.ts';
import type { Met, Pair } from './meeting.ts';
import type { Member, Mock } from './mock.ts';
import type { Paused } from './pause.ts';

/** What a press on a card of a session says. */
export type Pressed =
  | 'join'
  | 'not-this'
  | 'observe'
  /** "I am here." */
  | 'here'
  /** On to what comes next, before the time is up. */
  | 'next'
  /** They are asked once whether they mean it. */
  | 'leave'
  /** They do. */
  | 'leave-now'
  /** The recap may name me. */
  | 'name-me'
  /** Show numbers, where my partner wants them too. */
  | 'numbers'
  /** Send what I typed to my partner. */
  | 'send'
  | 'keep';

/** What happened to a session, in the past tense. */
export type MockEvent =
  /** Its wake rang. */
  | { readonly type: 'woke' }
  /** Who is to be asked, as the platform tells it now. */
  | { readonly type: 'rostered'; readonly people: readonly Asked[] }
  /** They could not be looked up. */
  | { readonly type: 'unrostered'; readonly why: Unrostered }
  /** `at`: for `next`, which phase the card was of, for `leave-now` which group: an older one moves nothing. */
  | { readonly type: 'pressed'; readonly by: Asked; readonly what: Pressed; readonly at?: string }
  /** Somebody sent a card of the telling that is their group's: of their partner, or of themselves. */
  | {
      readonly type: 'carded';
      readonly by: string;
      /** The group that the form was of; none: the latest of theirs. */
      readonly group?: number;
      readonly turn: 0 | 1;
      /** Whose answer the form was about (`whoseAnswer`); none: of whoever has that place. */
      readonly about?: string;
      readonly card: ListeningCard;
    }
  /** The candidate typed their answer. */
  | { readonly type: 'typed'; readonly by: string; readonly text: string }
  /**
   * The coach read a typed answer: the one it was asked for, or without `group` the latest that was sent. `card`: none where it
   * has none to give.
   */
  | {
      readonly type: 'critiqued';
      readonly candidate: string;
      readonly group?: number;
      readonly turn?: 0 | 1;
      readonly card?: ListeningCard;
    }
  | { readonly type: 'unreached'; readonly id: string }
  /** A group's private place is open, by the place's key; or could not be opened. */
  | { readonly type: 'placed'; readonly group: number; readonly place: string }
  | { readonly type: 'unplaced'; readonly group: number }
  /** The announcement stands in the channel; or the channel does not take it. */
  | { readonly type: 'posted'; readonly ref: string }
  | { readonly type: 'notPosted' }
  /** The platform's own event of it stands. */
  | { readonly type: 'listed'; readonly ref: string }
  /** The organiser, or an admin. */
  | { readonly type: 'moved'; readonly startsAt: string; readonly endsAt?: string }
  /** Its series was edited. `nextAt`: what the recap says of the next; null where it is to say nothing. */
  | {
      readonly type: 'changed';
      readonly to: Partial<Pick<Mock, 'title' | 'zone' | 'mode' | 'rounds' | 'pairs'>> & {
        readonly nextAt?: string | null;
      };
    }
  /** Somebody is left in peace until that instant. */
  | { readonly type: 'paused'; readonly id: string; readonly until: string }
  /** Everything held about somebody goes. */
  | { readonly type: 'forgotten'; readonly id: string }
  | { readonly type: 'calledNow' }
  | { readonly type: 'calledOff'; readonly how: 'cancelled' | 'skipped' };

/** Why it is not known who is to be asked. `lacks`: what the platform does not grant, by the name its settings have for it. */
export type Unrostered =
  | { readonly kind: 'lacks'; readonly what: string }
  | { readonly kind: 'group-gone' | 'channel-closed' | 'too-many' | 'no-answer' };

/** Somebody as their platform knows them. */
export type Asked = Pick<Member, 'id' | 'name' | 'zone' | 'practised'>;

/** What a session is decided on, besides the event. */
export interface MockGrounds {
  /** Now, ISO 8601 in UTC. */
  readonly at: string;
  readonly guide: Guide;
  /** Who met whom in earlier sessions of the series. */
  readonly met: Met;
  /** Who is never in one group, seen by no one. */
  readonly apart: readonly Pair[];
  /** Who is left in peace for now, seen by no one. None: nobody. */
  readonly paused?: Paused;
  /** Ids of all of the series, in the order they joined. */
  readonly roster: readonly string[];
}

/**
 * Orders of a session. Each carries all that is shown; the key of each is made from the session, the turn and its
 * position by whoever stores it.
 */
export type MockEffect =
  /** In the channel. `as`: what it is called, to be changed later. */
  | { readonly type: 'post'; readonly card: Card; readonly as?: 'announcement' }
  /** In the place of what was posted under that name. */
  | { readonly type: 'repost'; readonly card: Card; readonly as: 'announcement' }
  /**
   * To one person alone. `of`: whose words are in it: it is kept under their key, and goes when they do. `until`: lent, and
   * taken back then.
   */
  | {
      readonly type: 'tell';
      readonly to: string;
      readonly card: Card;
      readonly of?: string;
      readonly until?: string;
    }
  /** A private place for a group: its first card. */
  | {
      readonly type: 'gather';
      readonly group: number;
      readonly people: readonly string[];
      readonly card: Card;
    }
  /** In a group's private place. */
  | { readonly type: 'sayIn'; readonly group: number; readonly card: Card }
  /** The calendar entry, as a file to one person. */
  | { readonly type: 'calendar'; readonly to: string; readonly title: string; readonly entry: CalendarEntry }
  /** Where the platform has events of its own. */
  | { readonly type: 'event'; readonly status: 'scheduled' | 'moved' | 'cancelled' }
  /** The coach is asked for its card of a typed answer. */
  | { readonly type: 'critique'; readonly candidate: string; readonly group: number; readonly turn: 0 | 1 }
  /** Who was with whom, for the next pairing. */
  | { readonly type: 'met'; readonly groups: readonly (readonly string[])[] };

export interface MockTurn {
  readonly mock: Mock;
  readonly effects: readonly MockEffect[];
}
