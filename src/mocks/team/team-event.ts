import type { Guide } from '../../guide/guide.ts';
import type { Pair } from '../meeting.ts';
import type { Mock } from '../mock.ts';
import type { MockEffect, MockEvent } from '../mock-event.ts';
import type { Paused } from '../pause.ts';
import type { Who } from '../series/series.ts';
import type { By, SeriesEffect, SeriesEvent } from '../series/series-event.ts';
import type { OnceEvent } from '../stats/once-by.ts';
import type { Team } from './team.ts';

/** What happened to a team, in the past tense. */
export type TeamEvent =
  | { readonly of: 'series'; readonly event: SeriesEvent }
  | { readonly of: 'session'; readonly id: string; readonly event: MockEvent }
  | ({ readonly of: 'stats' } & StatsAsked)
  /** Of an invitation to practise once, which is kept as a team is. */
  | { readonly of: 'once'; readonly event: OnceEvent }
  /** The one wake of the team rang. */
  | { readonly of: 'all'; readonly event: { readonly type: 'woke' } }
  /** Everything held about somebody goes. */
  | { readonly of: 'all'; readonly event: { readonly type: 'forgotten'; readonly id: string } }
  /** Somebody is left in peace from now until that instant. */
  | {
      readonly of: 'all';
      readonly event: { readonly type: 'paused'; readonly id: string; readonly until: string };
    }
  /** Somebody cannot be written to. */
  | { readonly of: 'all'; readonly event: { readonly type: 'unreached'; readonly id: string } };

/** Somebody asks how the sessions went. `ended`: those that are over, which no team carries along. `isCsv`: as files, too. */
export interface StatsAsked {
  readonly by: By;
  readonly isCsv: boolean;
  readonly ended: readonly Mock[];
}

export interface TeamGrounds {
  /** Now, ISO 8601 in UTC. */
  readonly at: string;
  readonly guide: Guide;
  /** Who is never in one group, seen by no one. */
  readonly apart: readonly Pair[];
  /** Who is left in peace for now, seen by no one. */
  readonly paused?: Paused;
}

/** Orders of a team. Those of one turn are to be done in their order. */
export type TeamEffect =
  | { readonly of: 'series'; readonly effect: Extract<SeriesEffect, { type: 'tell' }> }
  /** A text file to one person alone. `words`: the line beside it. */
  | {
      readonly of: 'series';
      readonly effect: {
        readonly type: 'file';
        readonly to: string;
        readonly name: string;
        readonly text: string;
        readonly words: string;
      };
    }
  | { readonly of: 'session'; readonly id: string; readonly effect: MockEffect }
  /** Who belongs to `who` now is to be looked up, and comes back as `rostered`. */
  | {
      readonly of: 'session';
      readonly id: string;
      readonly effect: { readonly type: 'lookUp'; readonly who: Who };
    };

/** `team`: none where nothing came of what was scheduled. */
export interface TeamTurn {
  readonly team: Team | undefined;
  readonly effects: readonly TeamEffect[];
}
