import { eq } from 'drizzle-orm';
import type { Pause } from '../progress/weeks-in-a-row.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { PersonRow } from '../store/people.ts';
import { plans } from '../store/schema.ts';
import { planOf } from '../store/turn-plan.ts';

/** When a person wanted no reminders, ISO dates in their zone. */
export async function pausesOf(db: Drizzle, person: PersonRow): Promise<readonly Pause[]> {
  const [row] = await db.select({ state: plans.state }).from(plans).where(eq(plans.personId, person.id));
  return planOf(person, row?.state ?? null)?.pauses ?? [];
}
