import { and, eq, exists, inArray, sql } from 'drizzle-orm';
import type { PersonRef } from '../who/person.ts';
import type { Drizzle } from './drizzle.ts';
import type { Keyring } from './keyring.ts';
import { findPerson } from './people.ts';
import { outbox, plans } from './schema.ts';
import { planOf } from './turn-plan.ts';

/** Whether what comes of a person's plan gets through: it is not held, and nothing of it waits to be tried again. */
export async function remindersArrive(db: Drizzle, ring: Keyring, ref: PersonRef): Promise<boolean> {
  const person = await findPerson(db, ring, ref);
  if (person === undefined) return true;
  const waiting = db
    .select({ one: sql`1` })
    .from(outbox)
    .where(
      and(
        eq(outbox.personId, person.id),
        eq(outbox.kind, 'remind'),
        inArray(outbox.state, ['waiting', 'sending']),
      ),
    );
  const [row] = await db
    .select({ state: plans.state, waits: sql<boolean>`${exists(waiting)}` })
    .from(plans)
    .where(eq(plans.personId, person.id));
  return row === undefined || (!row.waits && planOf(person, row.state)?.held === undefined);
}
