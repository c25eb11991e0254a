import { and, eq, exists, inArray, sql } from 'drizzle-orm';
import type { PersonRef } from '../who/person.ts';
import type { Drizzle } from './drizzle.ts';
import type { Keyring } from './keyring.ts';
import { findPerson } from './people.ts';
import { outbox, plans } from './schema.ts';
import { planOf } from './turn-plan.ts';

/** Whether what comes of a plan gets through. `not-yet`: something of it is on its way, or waits to be tried again. `no`: the plan is held. */
export type Arrives = 'yes' | 'not-yet' | 'no';

export async function remindersArrive(db: Drizzle, ring: Keyring, ref: PersonRef): Promise<Arrives> {
  const person = await findPerson(db, ring, ref);
  if (person === undefined) return 'yes';
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
  if (row === undefined) return 'yes';
  if (planOf(person, row.state)?.held !== undefined) return 'no';
  return row.waits ? 'not-yet' : 'yes';
}
