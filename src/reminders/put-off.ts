import { Temporal } from 'temporal-polyfill';
import { asking, said } from './asking.ts';
import { askedCard, lineCard } from './cards/plan-cards.ts';
import { givingWay } from './giving-way.ts';
import { momentInWords } from './in-words.ts';
import { isEmpty, type Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { type PutOffTo, putOffTo } from './put-off-to.ts';
import { isQuiet } from './quiet-hours.ts';
import { USUAL_QUIET_HOURS } from './recurrence.ts';
import { reopened } from './wished.ts';

/**
 * Puts the last reminder off: an hour, to this evening, to tomorrow at the time it came, or to a moment in words. It moves
 * this one and leaves the rhythm and what was named alone; it keeps its time in quiet hours, since the person named it. What
 * is within four hours of it, and stays or falls out, is said.
 */
export function putOff(plan: Plan, of: string, grounds: PlanGrounds): PlanTurn {
  const { sent } = plan;
  if (sent === undefined || (sent.over === true && isEmpty(plan))) return nothingCame(plan);
  const to = putOffTo(of, sent.at, grounds);
  switch (to.to) {
    case 'unread':
      return said(
        plan,
        lineCard(
          'For how long? Type remind snooze 1h, remind snooze evening, remind snooze tomorrow, or a time of your own: remind snooze tomorrow 9:00.',
        ),
      );
    case 'asked':
      return askedBack(plan, to, grounds);
    case 'moment':
      return putOffUntil(plan, to, grounds);
  }
}

/** None came, or all were stopped since. */
function nothingCame(plan: Plan): PlanTurn {
  return said(plan, lineCard('There is no reminder to put off. To set one, name a time: remind in 1 hour.'));
}

/** Which of them, of the reminder that came still. */
function askedBack(
  plan: Plan,
  { question, choices }: Extract<PutOffTo, { to: 'asked' }>,
  grounds: PlanGrounds,
): PlanTurn {
  if (choices.length === 0) return said(plan, lineCard(question));
  const next = asking(plan, { what: 'reminder' }, choices, grounds);
  return said(next, askedCard(question, choices, next.seq));
}

function putOffUntil(
  plan: Plan,
  { moment, note }: Extract<PutOffTo, { to: 'moment' }>,
  grounds: PlanGrounds,
): PlanTurn {
  const { at, hours, personKey } = grounds;
  const zone = hours.zone ?? 'UTC';
  const { asks, undo: _, ...rest } = reopened(plan, at);
  // One that was put off before is the same one; what they named themselves is another, and stays.
  const named = rest.moments.filter((one) => one.snoozed !== true);
  const isNamed = named.some((one) => one.at === moment.at);
  const moments = isNamed
    ? named
    : [...named, { ...moment, snoozed: true as const }].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const before = rest.moments.find((one) => one.snoozed === true && one.at > at && one.at !== moment.at);
  const { pausedUntil } = hours;
  const isInQuiet = isQuiet(Temporal.Instant.from(moment.at), zone, hours.quiet ?? USUAL_QUIET_HOURS);
  const notes = [
    ...(note === undefined ? [] : [note]),
    ...(isNamed ? ['You named that time before, so they come as one.'] : []),
    ...(before === undefined ? [] : [`It comes at ${momentInWords(before.at, zone)} no more.`]),
    ...givingWay(
      { ...rest, since: latest(rest.since, at), moments: named },
      { ...rest, moments },
      moment.at,
      hours,
      personKey,
    ),
    ...(isInQuiet ? ['That is within your quiet hours. You chose it, so it stays.'] : []),
    ...(pausedUntil !== undefined && moment.at < pausedUntil
      ? [
          `You paused until ${momentInWords(pausedUntil, zone)}. You chose this one, so it comes all the same.`,
        ]
      : []),
  ];
  // Second thoughts are heard.
  const open = asks?.about.what === 'reminder' ? { asks: { ...asks, fresh: true } } : {};
  const line = `Put off to ${momentInWords(moment.at, zone)} (${zone}).`;
  return said({ ...rest, moments, ...open }, lineCard(line, ...notes));
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}
