import { eq } from 'drizzle-orm';
import type { Drizzle } from '../store/drizzle.ts';
import type { Keyring } from '../store/keyring.ts';
import { findPerson } from '../store/people.ts';
import { plans } from '../store/schema.ts';
import { planOf } from '../store/turn-plan.ts';
import type { PersonRef } from '../who/person.ts';

/**
 * When a person's next reminder is ahead, as their wall shows it ("Monday 30 November 2026, 8:30"); undefined where none is
 * planned, or where it is due by now. Changes nothing.
 */
export async function nextReminder(
  db: Drizzle,
  ring: Keyring,
  ref: PersonRef,
  now: Date,
): Promise<string | undefined> {
  const person = await findPerson(db, ring, ref);
  if (person === undefined) return undefined;
  const [row] = await db.select({ state: plans.state }).from(plans).where(eq(plans.personId, person.id));
  const next = planOf(person, row?.state ?? null)?.next;
  // One that only tells what was missed is no reminder.
  if (next === undefined || next.reason.kind === 'missed') return undefined;
  return Date.parse(next.at) > now.getTime() ? next.wall : undefined;
}
