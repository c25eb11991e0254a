import { eq } from 'drizzle-orm';
import type { Plan } from '../reminders/plan.ts';
import type { Drizzle } from './drizzle.ts';
import type { PersonRow } from './people.ts';
import { plans } from './schema.ts';
import { planOf } from './turn-plan.ts';

/** A person's plan of reminders as it stands; undefined where they never had one. */
export async function readPlan(db: Drizzle, person: PersonRow): Promise<Plan | undefined> {
  const [row] = await db.select({ state: plans.state }).from(plans).where(eq(plans.personId, person.id));
  return planOf(person, row?.state ?? null);
}
