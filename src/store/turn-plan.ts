import type { Hours, Plan } from '../reminders/plan.ts';
import { HoursSchema, parsePlan } from '../reminders/plan.ts';
import { open, seal } from './keyring.ts';
import { planSeal } from './names.ts';
import type { Run } from './pipelined.ts';
import type { TurnPerson } from './turn-person.ts';

/** The plan and hours of a person as the turn leaves them. */
export interface PlanWrites {
  readonly plan: Plan;
  /** None: they stay. */
  readonly hours?: Hours | undefined;
}

/** The one wake of a person's plan: moved when the plan changes. */
export function planWakeKey(personId: string): string {
  return `plan-${personId}`;
}

/** Columns of a person that are their hours, as the query of the turn gives them. */
export interface HoursRow {
  readonly zone: string | null;
  readonly zone_source: string | null;
  readonly quiet_hours: unknown;
  readonly paused_until: Date | null;
}

export function hoursOf(row: HoursRow): Hours {
  return HoursSchema.parse({
    ...(row.zone === null ? {} : { zone: row.zone }),
    ...(row.zone_source === null ? {} : { source: row.zone_source }),
    ...(row.quiet_hours === null ? {} : { quiet: row.quiet_hours }),
    ...(row.paused_until === null ? {} : { pausedUntil: row.paused_until.toISOString() }),
  });
}

export function planOf(person: Pick<TurnPerson, 'id' | 'dataKey'>, state: Buffer | null): Plan | undefined {
  if (state === null) return undefined;
  return parsePlan(JSON.parse(open(person.dataKey, state, planSeal(person.id))));
}

/** A change of plan and its wake are one transaction. */
export function writePlan(run: Run, person: TurnPerson, { plan, hours }: PlanWrites, now: Date): void {
  run(
    'turn-plan',
    `INSERT INTO plans (person_id, installation_id, v, state, updated_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (person_id) DO UPDATE SET v = excluded.v, state = excluded.state, updated_at = excluded.updated_at`,
    [
      person.id,
      person.installationId,
      plan.v,
      seal(person.dataKey, JSON.stringify(plan), planSeal(person.id)),
      now,
    ],
  );
  if (hours !== undefined)
    run(
      'turn-hours',
      'UPDATE people SET zone = $2, zone_source = $3, quiet_hours = $4, paused_until = $5 WHERE id = $1',
      [
        person.id,
        hours.zone ?? null,
        hours.source ?? null,
        hours.quiet === undefined ? null : JSON.stringify(hours.quiet),
        hours.pausedUntil === undefined ? null : new Date(hours.pausedUntil),
      ],
    );
  const key = planWakeKey(person.id);
  if (plan.next === undefined) {
    run('turn-plan-unwake', 'UPDATE wakes SET done_at = $2 WHERE key = $1 AND done_at IS NULL', [key, now]);
    return;
  }
  const zone = hours?.zone ?? person.hours.zone ?? null;
  run(
    'turn-plan-wake',
    `INSERT INTO wakes (key, installation_id, person_id, aggregate, kind, due_at, zone, wall_time, v)
     VALUES ($1, $2, $3, $7, 'plan', $4, $5, $6, 1)
     ON CONFLICT (key) DO UPDATE SET
       armed_for = CASE WHEN wakes.due_at = excluded.due_at AND wakes.done_at IS NULL THEN wakes.armed_for END,
       due_at = excluded.due_at, done_at = NULL, zone = excluded.zone, wall_time = excluded.wall_time`,
    [key, person.installationId, person.id, new Date(plan.next.at), zone, plan.next.wall, person.id],
  );
}
