import type { Drizzle } from '../store/drizzle.ts';
import type { Keyring } from '../store/keyring.ts';
import { findPerson, type PersonRow } from '../store/people.ts';
import { readPlan } from '../store/read-plan.ts';
import type { PersonRef } from '../who/person.ts';

/** As `nextReminderOf`, of somebody who may not be known. */
export async function nextReminder(
  db: Drizzle,
  ring: Keyring,
  ref: PersonRef,
  now: Date,
): Promise<string | undefined> {
  const person = await findPerson(db, ring, ref);
  return person === undefined ? undefined : nextReminderOf(db, person, now);
}

/**
 * When a person's next reminder is ahead, as their wall shows it ("Monday 30 November 2026, 8:30"); undefined where none is
 * planned, or where it is due by now. Changes nothing.
 */
export async function nextReminderOf(db: Drizzle, person: PersonRow, now: Date): Promise<string | undefined> {
  const next = (await readPlan(db, person))?.next;
  // One that only tells what was missed is no reminder.
  if (next === undefined || next.reason.kind === 'missed') return undefined;
  return Date.parse(next.at) > now.getTime() ? next.wall : undefined;
}
