import { and, eq } from 'drizzle-orm';
import type { Plan } from '../reminders/plan.ts';
import type { PersonRef } from '../who/person.ts';
import type { Drizzle } from './drizzle.ts';
import type { PersonRow } from './people.ts';
import { people, plans } from './schema.ts';
import { planOf } from './turn-plan.ts';

/** Whether somebody ever had a plan of reminders: one look, without their key. */
export async function hasPlan(db: Drizzle, { platform, scope, userId }: PersonRef): Promise<boolean> {
  const rows = await db
    .select({ id: plans.personId })
    .from(plans)
    .innerJoin(people, eq(people.id, plans.personId))
    .where(and(eq(people.platform, platform), eq(people.scope, scope), eq(people.userId, userId)));
  return rows.length > 0;
}

/** A person's plan of reminders as it stands; undefined where they never had one. */
export async function readPlan(db: Drizzle, person: PersonRow): Promise<Plan | undefined> {
  const [row] = await db.select({ state: plans.state }).from(plans).where(eq(plans.personId, person.id));
  return planOf(person, row?.state ?? null);
}
