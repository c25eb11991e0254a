import { Temporal } from 'temporal-polyfill';
import { quote, type Runs } from '../card/card.ts';
import { shorten } from '../text/graphemes.ts';
import { inWords, momentInWords } from './in-words.ts';
import type { Hours, Plan } from './plan.ts';
import type { PlanGrounds } from './plan-event.ts';
import { isQuiet } from './quiet-hours.ts';
import { USUAL_QUIET_HOURS } from './recurrence.ts';
import { shortTime } from './short-time.ts';
import type { Wish } from './when/when-read.ts';
import { isApart } from './wished.ts';

/** Of what they told, so much is shown again, in characters. */
const TOLD_SHOWN = 200;

/** What a wish means beside its words, said once before it is armed: what moves, what stays, what it takes the place of. */
export function notesOn(plan: Plan, wish: Wish, { at, hours }: PlanGrounds): Runs[] {
  const zone = hours.zone ?? 'UTC';
  const notes: Runs[] = [];
  if (wish.kind === 'moment') {
    if (isQuiet(Temporal.Instant.from(wish.moment.at), zone, hours.quiet ?? USUAL_QUIET_HOURS))
      notes.push(['That is within your quiet hours. You named it, so it stays.']);
    const near = plan.moments.filter((one) => !isApart(one.at, wish.moment.at));
    if (near.length > 0)
      notes.push([
        `It takes the place of ${near.map((one) => momentInWords(one.at, zone)).join(' and ')}: I keep them four hours apart.`,
      ]);
  } else {
    const moved = movedByQuiet(wish, hours);
    if (moved !== undefined) notes.push([moved]);
    notes.push(['It may come up to five minutes late, never early.']);
    const old = replaced(plan, wish, zone);
    if (old !== undefined) notes.push([`It takes the place of: ${old}.`]);
  }
  if (hours.pausedUntil !== undefined && hours.pausedUntil > at)
    notes.push([pausedNote(wish, hours.pausedUntil, zone)]);
  const told = plan.told.at(-1);
  if (wish.kind === 'interview' && told !== undefined)
    notes.push([
      'After the last one you told me: ',
      quote(shorten(told.words, TOLD_SHOWN)),
      ' We begin with that.',
    ]);
  return notes;
}

/** What was named to the minute comes also in a pause, as in quiet hours. */
function pausedNote(wish: Wish, until: string, zone: string): string {
  const paused = `You paused until ${momentInWords(until, zone)}`;
  return wish.kind === 'moment' && wish.moment.at < until
    ? `${paused}. You named this one yourself, so it comes all the same.`
    : `${paused}; nothing comes before.`;
}

function movedByQuiet(wish: Wish, { quiet = USUAL_QUIET_HOURS }: Hours): string | undefined {
  const times =
    wish.kind === 'recurrence' ? wish.recurrence.times : 'time' in wish && wish.time ? [wish.time] : [];
  // Quiet hours are wall times, so any day will do.
  const inThem = times.filter((time) =>
    isQuiet(Temporal.Instant.from(`2027-01-15T${time}:00Z`), 'UTC', quiet),
  );
  if (inThem.length === 0) return undefined;
  return `${inThem.map(shortTime).join(' and ')} is within your quiet hours, so it comes at their end, ${shortTime(quiet.to)}. To change them: remind quiet none.`;
}

function replaced({ rhythm, interview }: Plan, wish: Wish, zone: string): string | undefined {
  if (wish.kind === 'interview')
    return interview === undefined || interview.date === wish.date
      ? undefined
      : inWords({ kind: 'interview', date: interview.date, time: interview.time }, zone);
  if (rhythm === undefined) return undefined;
  return rhythm.kind === 'adaptive'
    ? inWords({ kind: 'adaptive', time: rhythm.time }, zone)
    : inWords({ kind: 'recurrence', recurrence: rhythm.recurrence }, zone);
}
