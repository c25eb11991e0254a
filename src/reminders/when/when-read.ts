import type { Moment, Recurrence, WallTime } from '../recurrence.ts';

/** Words that can be said instead, shown as a choice: `words` are read by `readWhen` without asking again. */
export interface Choice {
  readonly label: string;
  readonly words: string;
}

/** What somebody asked for, once it is plain. */
export type Wish =
  | { readonly kind: 'recurrence'; readonly recurrence: Recurrence }
  | { readonly kind: 'moment'; readonly moment: Moment }
  /** "when it pays": the spacing is the coach's; `time`: at what time of the day, where they said one. */
  | { readonly kind: 'adaptive'; readonly time?: WallTime }
  /** "interview on 20 March 2027": a plan back from that date. */
  | { readonly kind: 'interview'; readonly date: string; readonly time?: WallTime };

/** How words for a time were read. */
export type WhenRead =
  /** `zone`: they named one (IANA). */
  | { readonly read: 'wish'; readonly wish: Wish; readonly zone?: string }
  /** Two people would read it differently, or something is missing: `question` is asked with these choices. */
  | { readonly read: 'ask'; readonly question: string; readonly choices: readonly Choice[] }
  /** It cannot be: a date that does not exist, a time that is past. `message` says what to do next. */
  | { readonly read: 'refused'; readonly message: string; readonly choices: readonly Choice[] }
  /** It is no time at all. */
  | { readonly read: 'unread' };
