import { Temporal } from 'temporal-polyfill';
import { dayFirst } from '../text/day-month.ts';
import { asking, NO_ZONE, said, without } from './asking.ts';
import { askedCard, lineCard } from './cards/plan-cards.ts';
import { dateInWords, momentInWords } from './in-words.ts';
import type { Hours, Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { armed } from './rearmed.ts';
import { weekdayNamed } from './when/days.ts';
import { readWhen } from './when/read-when.ts';
import { plusDays } from './when/spoken.ts';
import type { Choice, WhenRead } from './when/when-read.ts';
import { instantAt } from './zoned.ts';

/** Until a date nothing comes; after it the plan goes on by itself. Single moments within it are left out, and said. */
export function pausing(plan: Plan, of: string, grounds: PlanGrounds): PlanTurn {
  const until = untilIn(of);
  const zone = grounds.hours.zone ?? NO_ZONE;
  const choices: Choice[] = ['1 week', '2 weeks', '1 month'].map((span) => ({
    label: `For ${span}`,
    words: `pause ${span}`,
  }));
  const ask = (question: string, offered: readonly Choice[] = choices) => {
    const next = asking(plan, { what: 'pause' }, offered, grounds);
    return said(next, askedCard(question, offered, next.seq));
  };
  if (until === '') return ask('Until when? Nothing comes before that day, and it goes on by itself.');
  const read = readUntil(until, grounds);
  if (read.read === 'ask' || read.read === 'refused') {
    const offered = read.choices.map(({ label, words }) => ({
      label,
      words: `pause until ${words.replace(/ 12:00$/u, '')}`,
    }));
    return ask(read.read === 'ask' ? read.question : read.message, offered.length > 0 ? offered : choices);
  }
  if (read.read === 'unread' || read.wish.kind !== 'moment')
    return ask('I found no day in that. Until when shall it rest?');
  const named = read.wish.moment.wall.slice(0, 10);
  const today = dateIn(grounds.at, zone);
  // Of a weekday it is the coming one, and no pause ends on the day it begins.
  const day = named === today && weekdayIn(until) ? plusDays(named, 7) : named;
  if (day <= today) return ask('That is today already. Until when shall it rest?');
  const pausedUntil = instantAt(`${day}T00:00`, zone).toString({ fractionalSecondDigits: 3 });
  const hours: Hours = { ...grounds.hours, pausedUntil };
  const lost = plan.moments.filter(({ at }) => at < pausedUntil);
  const left = (moments: Plan['moments']) => moments.filter(({ at }) => at >= pausedUntil);
  const { undo, ...rest } = without(plan);
  const kept: Plan = {
    ...rest,
    moments: left(plan.moments),
    ...(undo === undefined ? {} : { undo: { ...undo, moments: left(undo.moments) } }),
  };
  const next = armed(kept, hours, grounds.personKey);
  const then = next.next === undefined ? '' : ` The first after it: ${next.next.wall}.`;
  const falls =
    lost.length === 0 ? '' : ` Left out: ${lost.map(({ at }) => momentInWords(at, zone)).join('; ')}.`;
  const { interview } = plan;
  const passes =
    interview === undefined || interview.date >= day
      ? ''
      : ` Your interview on ${dateInWords(interview.date)} is before that, so nothing of the way to it comes.`;
  return {
    plan: {
      ...next,
      pauses: [...(pauseEnded(plan, grounds.at, zone).pauses ?? []), { from: today, until: day }],
    },
    hours,
    effects: [
      {
        type: 'say',
        card: lineCard(`Paused until ${dayInWords(pausedUntil, zone)}.${then}${falls}${passes}`),
      },
    ],
  };
}

function untilIn(of: string): string {
  return of
    .trim()
    .replace(/^(?:(?:my |the )?reminders?|me|them|it|all|everything|please)(?=\s|$)/iu, '')
    .replace(/\s*\bplease$/iu, '')
    .trim()
    .replace(/^(?:until|till|til|for|to)\s+/iu, '');
}

function weekdayIn(words: string): boolean {
  return words.split(/\s+/u).some((word) => weekdayNamed(word.toLowerCase()) !== undefined);
}

/** A day, or a span of days, weeks or months. */
function readUntil(until: string, { at: now, hours }: PlanGrounds): WhenRead {
  const months = /^(\d+|a|one) months?$/iu.exec(until)?.[1];
  const spelled = months === undefined ? until : `${Number.parseInt(months, 10) * 30 || 30} days`;
  const span = /^(\d+|a|one|two|three) (?:day|week)s?$/iu.test(spelled)
    ? `in ${spelled}`
    : `${dayFirst(spelled)} 12:00`;
  return readWhen(span, { now, zone: hours.zone ?? NO_ZONE });
}

/** Whether words say until when, whatever becomes of it. */
export function isPause(of: string, grounds: PlanGrounds): boolean {
  const until = untilIn(of);
  if (until === '') return false;
  const read = readUntil(until, grounds);
  return read.read !== 'unread' && !(read.read === 'wish' && read.wish.kind !== 'moment');
}

/** It goes on today: of what was paused, the days ahead are none. */
export function pauseEnded({ pauses, ...plan }: Plan, at: string, zone: string): Plan {
  if (pauses === undefined) return plan;
  const today = dateIn(at, zone);
  return { ...plan, pauses: pauses.map((one) => (one.until > today ? { ...one, until: today } : one)) };
}

function dateIn(at: string, zone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function dayInWords(at: string, zone: string): string {
  return momentInWords(at, zone).replace(/, \d{1,2}:\d\d$/u, '');
}
