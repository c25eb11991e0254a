import { Temporal } from 'temporal-polyfill';
import { said } from './asking.ts';
import { lineCard } from './cards/plan-cards.ts';
import { momentInWords } from './in-words.ts';
import { isEmpty, type Plan } from './plan.ts';
import type { PlanGrounds, PlanTurn } from './plan-event.ts';
import { isQuiet } from './quiet-hours.ts';
import type { Moment } from './recurrence.ts';
import { USUAL_QUIET_HOURS } from './recurrence.ts';
import { isApart, reopened } from './wished.ts';
import { instantAt } from './zoned.ts';

const EVENING = '19:00';
/** So near to the evening, "this evening" is in an hour. */
const EVENING_BEGINS = '18:30';

/**
 * Puts the last reminder off: an hour, to this evening, to tomorrow at the time it came. It moves this one and leaves the
 * rhythm alone; it keeps its time in quiet hours, since the person named it.
 */
export function putOff(plan: Plan, of: string, { at, hours }: PlanGrounds): PlanTurn {
  const zone = hours.zone ?? 'UTC';
  if (plan.sent === undefined || (plan.sent.over === true && isEmpty(plan))) return nothingCame(plan);
  const moment = momentOf(of.toLowerCase(), plan, at, zone);
  if (moment === undefined) {
    const line = 'For how long? Type remind snooze 1h, remind snooze evening, or remind snooze tomorrow.';
    return { plan, effects: [{ type: 'say', card: lineCard(line) }] };
  }
  const { asks, undo: _, ...rest } = reopened(plan, at);
  // One that was put off before is the same one.
  const others = plan.moments.filter((one) => one.snoozed !== true && isApart(one.at, moment.at));
  const moments = [...others, { ...moment, snoozed: true as const }].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
  const line = `Put off to ${momentInWords(moment.at, zone)} (${zone}).`;
  const { pausedUntil } = hours;
  const isInQuiet = isQuiet(Temporal.Instant.from(moment.at), zone, hours.quiet ?? USUAL_QUIET_HOURS);
  const notes = [
    ...(/evening|tonight/u.test(of.toLowerCase()) && moment.kind === 'in'
      ? ['This evening is nearly over, so that is in an hour.']
      : []),
    ...(isInQuiet ? ['That is within your quiet hours. You chose it, so it stays.'] : []),
    ...(pausedUntil !== undefined && moment.at < pausedUntil
      ? [
          `You paused until ${momentInWords(pausedUntil, zone)}. You chose this one, so it comes all the same.`,
        ]
      : []),
  ];
  // Second thoughts are heard.
  const open = asks?.about.what === 'reminder' ? { asks: { ...asks, fresh: true } } : {};
  return said({ ...rest, moments, ...open }, lineCard(line, ...notes));
}

/** None came, or all were stopped since. */
function nothingCame(plan: Plan): PlanTurn {
  return said(plan, lineCard('There is no reminder to put off. To set one, name a time: remind in 1 hour.'));
}

function momentOf(of: string, { sent }: Plan, at: string, zone: string): Plan['moments'][number] | undefined {
  const now = Temporal.Instant.from(at);
  const here = now.toZonedDateTimeISO(zone);
  const inAnHour = () => momentAt(now.add({ hours: 1 }), zone, 'in');
  if (/^(?:1 ?h|an? hour|1 hour|hour)?$/u.test(of)) return inAnHour();
  if (/evening|tonight/u.test(of)) {
    if (Temporal.PlainTime.compare(here.toPlainTime(), EVENING_BEGINS) >= 0) return inAnHour();
    return momentAt(instantAt(`${here.toPlainDate().toString()}T${EVENING}`, zone), zone, 'at');
  }
  if (/tomorrow/u.test(of)) {
    const came = sent === undefined ? here : Temporal.Instant.from(sent.at).toZonedDateTimeISO(zone);
    const date = here.toPlainDate().add({ days: 1 }).toString();
    return momentAt(
      instantAt(`${date}T${came.toPlainTime().toString({ smallestUnit: 'minute' })}`, zone),
      zone,
      'at',
    );
  }
  return undefined;
}

function momentAt(instant: Temporal.Instant, zone: string, kind: Moment['kind']): Plan['moments'][number] {
  return {
    kind,
    ...(kind === 'at' ? { zone } : {}),
    at: instant.toString({ fractionalSecondDigits: 3 }),
    wall: instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
  };
}
