import { Temporal } from 'temporal-polyfill';
import type { Recurrence } from '../../reminders/recurrence.ts';
import { shortTime } from '../../reminders/short-time.ts';
import { readWhen } from '../../reminders/when/read-when.ts';
import type { Choice } from '../../reminders/when/when-read.ts';
import { localDate } from '../../reminders/zoned.ts';
import type { SeriesWhen } from './series.ts';
import { shortestGap } from './series-times.ts';

/** Where and when words are said: an instant in UTC, and the zone of who says them (IANA). */
export interface SaidAt {
  readonly now: string;
  readonly zone: string;
}

/** What cannot be, or is to be asked back. `choices`: words that can be said instead. */
export interface Problem {
  readonly message: string;
  readonly choices: readonly Choice[];
}

export type TeamWhenRead =
  /** `zone`: they named one. */
  | { readonly read: 'when'; readonly when: SeriesWhen; readonly zone?: string }
  | { readonly read: 'problem'; readonly problem: Problem }
  /** It is no time at all. */
  | { readonly read: 'unread' };

const WEEK_MS = 7 * 24 * 60 * 60_000;
const MOST_CHOICES = 5;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const OTHER_KIND =
  'A team needs a day and a time that are the same for all. For example: weekly Thursday 15:00, or 20 March 2027 15:00.';
const NO_END =
  'A series needs no end: I ask after its sessions whether to go on. Type it again without the end, or say how many: 6 sessions.';
const TOO_OFTEN =
  'A series comes once a week at most, once on its day. For example: weekly Thursday 15:00, or every two weeks on Friday 10:00.';

/** When a series comes, as `readWhen` reads it, but for what is meant for one person alone. Never throws for words. */
export function readTeamWhen(words: string, said: SaidAt): TeamWhenRead {
  const made = readWhen(words, { ...said, takesNear: true });
  switch (made.read) {
    case 'unread':
      return { read: 'unread' };
    case 'ask':
      return problem(made.question, made.choices);
    case 'refused':
      return problem(forATeam(made.message, made.choices), made.choices);
    case 'wish': {
      const zone = made.zone === undefined ? {} : { zone: made.zone };
      const { wish } = made;
      if (wish.kind === 'moment')
        return { read: 'when', when: { kind: 'once', moment: wish.moment }, ...zone };
      if (wish.kind !== 'recurrence') return problem(OTHER_KIND);
      const { recurrence } = wish;
      const where = made.zone ?? said.zone;
      if (recurrence.times.length > 1 || isTooOften(recurrence, where, said.now))
        return problem(TOO_OFTEN, onceAWeek(recurrence, made.zone));
      return { read: 'when', when: { kind: 'recurring', recurrence }, ...zone };
    }
  }
}

function problem(message: string, choices: readonly Choice[] = []): TeamWhenRead {
  return { read: 'problem', problem: { message, choices } };
}

/** Reasons that speak of reminders, in words that fit a series. */
function forATeam(message: string, choices: readonly Choice[]): string {
  if (/interview/iu.test(message)) return OTHER_KIND;
  if (/until you stop/u.test(message)) return NO_END;
  if (/remind/iu.test(message)) return TOO_OFTEN;
  // Where those nearest to it are past, none is left to be named.
  if (choices.length === 0 && message.endsWith(':'))
    return message.replace(/ The nearest .*$/u, ' Name another date, for example: 20 March 2027 15:00.');
  return message;
}

function isTooOften(recurrence: Recurrence, zone: string, now: string): boolean {
  const from = localDate(Temporal.Instant.from(now), zone);
  return shortestGap({ ...recurrence, from }, zone, now) < WEEK_MS;
}

/** Of several days and times each alone. */
function onceAWeek(recurrence: Recurrence, zone: string | undefined): Choice[] {
  if (recurrence.each !== 'week') return [];
  const rhythm = recurrence.every === 1 ? 'every' : `every ${recurrence.every} weeks on`;
  return recurrence.days
    .flatMap((day) =>
      recurrence.times.map((time) => ({
        label: `${rhythm} ${DAYS[day - 1] ?? ''}, ${shortTime(time)}`.replace(/^e/u, 'E'),
        words: [rhythm, DAYS[day - 1] ?? '', time, ...(zone === undefined ? [] : [zone])].join(' '),
      })),
    )
    .slice(0, MOST_CHOICES);
}
