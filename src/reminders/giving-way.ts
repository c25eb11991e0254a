import { Temporal } from 'temporal-polyfill';
import { momentInWords } from './in-words.ts';
import { APART_MS, type Next, nextDue } from './next-due.ts';
import type { Hours, Plan } from './plan.ts';
import { reasonInWords } from './reason-in-words.ts';
import { isApart } from './wished.ts';
import { localDate } from './zoned.ts';

const DAY_MS = 24 * 60 * 60_000;
/** So near, two are one to whoever reads them: what recurs is spread by up to five minutes. */
const AS_ONE_MS = 10 * 60_000;

/**
 * What becomes of the rest of a plan when one that came is put off to `to` (an instant): what was named stays, what the coach
 * spaces within four hours of it moves or falls out. A line for each, none where nothing changes. `before`: the plan
 * without it; `after`: with it.
 */
export function givingWay(
  before: Plan,
  after: Plan,
  to: string,
  hours: Hours,
  personKey: string,
): readonly string[] {
  const zone = hours.zone ?? 'UTC';
  const ms = Date.parse(to);
  const since = new Date(Math.max(Date.parse(before.since), ms - APART_MS)).toISOString();
  const would = spacedBetween(before, since, ms + APART_MS, hours, personKey);
  // A step of an interview is for its day, and may come later on it.
  const does = spacedBetween(after, since, ms + APART_MS + DAY_MS, hours, personKey);
  const named = before.moments.filter(({ at }) => at !== to && !isApart(at, to));
  return [
    ...named.map(({ at }) => `${momentInWords(at, zone)} stays as well: you named it.`),
    ...would.flatMap((one) => {
      if (does.some(({ wall }) => wall === one.wall)) return [];
      const was = `${one.wall} (${reasonInWords(one.reason)})`;
      const moved = does.find((other) => isSameStep(one, other, zone));
      if (moved !== undefined) return [`${was} moves to ${moved.wall}: I keep them four hours apart.`];
      return Math.abs(Date.parse(one.at) - ms) <= AS_ONE_MS
        ? [`What was due at ${was} comes as one with it.`]
        : [`Then nothing comes for ${was}: I keep them four hours apart.`];
    }),
  ];
}

/** What the coach spaces itself, after `since` and before `end`. */
function spacedBetween(plan: Plan, since: string, end: number, hours: Hours, personKey: string): Next[] {
  const next = nextDue({ ...plan, since }, hours, personKey);
  if (next === undefined || Date.parse(next.at) >= end) return [];
  const { kind } = next.reason;
  const rest = spacedBetween(plan, next.at, end, hours, personKey);
  return kind === 'moment' || kind === 'snoozed' ? rest : [next, ...rest];
}

function isSameStep(one: Next, other: Next, zone: string): boolean {
  const dateOf = ({ at }: Next) => localDate(Temporal.Instant.from(at), zone);
  return (
    one.reason.kind === 'interview' &&
    other.reason.kind === 'interview' &&
    one.reason.what === other.reason.what &&
    dateOf(one) === dateOf(other)
  );
}
