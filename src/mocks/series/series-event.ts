import type { Card } from '../../card/card.ts';
import type { Mock, Mode, Pairs } from '../mock.ts';
import type { MockEvent } from '../mock-event.ts';
import type { MockWish } from '../new-mock.ts';
import type { Schedule, Series, Who } from './series.ts';

/** Who asks for a change. */
export interface By {
  readonly id: string;
  readonly isAdmin: boolean;
}

/** A change by somebody. `seq`: of the card whose button was pressed; none where it was typed. */
interface Ordered {
  readonly by: By;
  readonly seq?: number;
}

/** What can be changed; a key that is not there stays as it is. */
export type SeriesChange = Partial<Omit<Schedule, 'channel'>>;

/** What happened to a series, in the past tense. */
export type SeriesEvent =
  /** `id`: unlike any other series's, small letters and digits. */
  | {
      readonly type: 'scheduled';
      readonly id: string;
      readonly schedule: Schedule;
      readonly by: Series['organizer'];
    }
  | ({ readonly type: 'edited'; readonly change: SeriesChange } & Ordered)
  | ({ readonly type: 'cancelled' } & Ordered)
  /** The next one is left out; the series goes on. */
  | ({ readonly type: 'skipped' } & Ordered)
  | ({ readonly type: 'calledNow' } & Ordered)
  /** The two answers to "go on?". */
  | ({ readonly type: 'wentOn' } & Ordered)
  | ({ readonly type: 'ended' } & Ordered)
  /** A session is over. `groups`: who met whom in it. */
  | {
      readonly type: 'sessionEnded';
      readonly mockId: string;
      readonly how: NonNullable<Mock['ended']>;
      readonly groups: readonly (readonly string[])[];
      readonly joinedIds: readonly string[];
    }
  /** Somebody joined the open session. */
  | { readonly type: 'joined'; readonly ids: readonly string[] }
  /** Its wake rang; or the tables of zones may be others than before, as after a start. */
  | { readonly type: 'woke' };

export interface SeriesGrounds {
  /** Now, ISO 8601 in UTC. */
  readonly at: string;
}

/** What an open session is from now on. `nextAt`: what its recap says of the next; null where it is to say nothing. */
export interface SessionChange {
  readonly title?: string;
  readonly zone?: string;
  readonly mode?: Mode;
  readonly rounds?: number;
  readonly pairs?: Pairs;
  readonly who?: Who;
  readonly nextAt?: string | null;
}

/** Orders of a series. Those of one turn are to be done in their order. */
export type SeriesEffect =
  | { readonly type: 'openSession'; readonly wish: MockWish & { readonly who: Who } }
  /** Before it begins all of it, later `nextAt` alone. */
  | { readonly type: 'changeSession'; readonly id: string; readonly to: SessionChange }
  | { readonly type: 'toSession'; readonly id: string; readonly event: MockEvent }
  /** To one person alone. */
  | { readonly type: 'tell'; readonly to: string; readonly card: Card };

export interface SeriesTurn {
  readonly series: Series;
  readonly effects: readonly SeriesEffect[];
}

/** What follows on what was done: the effects of both, in their order. */
export function andThen(turn: SeriesTurn, next: (series: Series) => SeriesTurn): SeriesTurn {
  const after = next(turn.series);
  return { series: after.series, effects: [...turn.effects, ...after.effects] };
}
