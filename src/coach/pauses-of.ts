import type { Pause } from '../progress/weeks-in-a-row.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { PersonRow } from '../store/people.ts';
import { readPlan } from '../store/read-plan.ts';

/** When a person wanted no reminders, ISO dates in their zone. */
export async function pausesOf(db: Drizzle, person: PersonRow): Promise<readonly Pause[]> {
  return (await readPlan(db, person))?.pauses ?? [];
}
