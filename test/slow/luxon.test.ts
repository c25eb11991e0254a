import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { fires } from '../../src/reminders/fires.ts';
import { type QuietHours, type Recurrence, RecurrenceSchema } from '../../src/reminders/recurrence.ts';
import { type Change, changesIn, comesAt, movedOutOf } from '../reminders/luxon-oracle.ts';
import { anyPlan, type Dice, diceFrom } from '../reminders/luxon-plans.ts';

/**
 * Every zone of this Node's ICU, every change of clocks in some years, two days either side, against luxon. `SEED=…`
 * repeats a run; `FULL=1` takes all fifty years instead of two of them.
 */

const DAY = 86_400_000;
const FIRST_YEAR = 2026;
const YEARS = 50;
const isFull = process.env.FULL === '1';
/** One of each kind at least. */
const PLANS_A_CHANGE = isFull ? 8 : 5;
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

test('in every zone, two days either side of every change of clocks, a plan fires when luxon says so', {
  timeout: 3_600_000,
}, () => {
  const dice = diceFrom(seed);
  const years = isFull ? Array.from({ length: YEARS }, (_, n) => FIRST_YEAR + n) : twoYears(dice);
  console.log(`luxon: SEED=${seed}, years ${years.join(', ')}${isFull ? ' (FULL)' : ''}`);
  const counted = { zones: 0, changes: 0, plans: 0, instants: 0 };
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    counted.zones += 1;
    for (const year of years)
      for (const change of changesOrAny(zone, year, dice)) {
        counted.changes += change.before === change.after ? 0 : 1;
        for (let n = 0; n < PLANS_A_CHANGE; n += 1) {
          counted.plans += 1;
          counted.instants += agreeing(anyPlan(n, change, dice), zone, change, `SEED=${seed}`);
        }
      }
  }
  console.log(`luxon: ${JSON.stringify(counted)}`);
  expect(counted.zones).toBeGreaterThan(400);
  // Three quarters of the plans meet the four days: a run that compares nothing is no proof.
  expect(counted.instants).toBeGreaterThan(counted.plans);
});

/** Compares one plan around one change. Returns how many instants both gave. */
function agreeing(
  { recurrence, quiet }: { recurrence: Recurrence; quiet: QuietHours },
  zone: string,
  { at }: Change,
  run: string,
): number {
  const [from, until] = [at - 2 * DAY, at + 2 * DAY];
  const theirs = [
    ...new Set(comesAt(recurrence, zone, from, until).map((one) => movedOutOf(quiet, one, zone))),
  ]
    .filter((one) => one <= until)
    .sort((a, b) => a - b);
  const ours: number[] = [];
  const start = Temporal.Instant.fromEpochMilliseconds(from);
  for (const one of fires({ kind: 'recurrence', recurrence }, zone, start, { quiet })) {
    if (one.epochMilliseconds > until) break;
    ours.push(one.epochMilliseconds);
  }
  const isSame = ours.length === theirs.length && ours.every((one, n) => one === theirs[n]);
  if (!isSame) {
    const plan = JSON.stringify({ zone, recurrence: RecurrenceSchema.parse(recurrence), quiet });
    expect(ours.map(iso), `${run} ${plan}`).toEqual(theirs.map(iso));
  }
  return ours.length;
}

/** Where no clock changes, some instant of the year: no zone is left out. */
function changesOrAny(zone: string, year: number, dice: Dice): readonly Change[] {
  const changes = changesIn(zone, year);
  const [any] = changesIn(zone, year - 1);
  const at = Date.UTC(year) + dice(365) * DAY;
  return changes.length > 0 ? changes : [{ at, before: any?.after ?? 0, after: any?.after ?? 0 }];
}

function twoYears(dice: Dice): [number, number] {
  const first = dice(YEARS);
  const second = (first + 1 + dice(YEARS - 1)) % YEARS;
  return [FIRST_YEAR + first, FIRST_YEAR + second];
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
