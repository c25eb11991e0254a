import { and, count, eq } from 'drizzle-orm';
import type { PersonRef } from '../who/person.ts';
import type { Drizzle } from './drizzle.ts';
import { attempts, people, plans, sessions } from './schema.ts';

/** How much is held about a person: what a deletion says it deleted. */
export interface Held {
  readonly practices: number;
  readonly drafts: number;
  readonly runs: number;
  readonly hasPlan: boolean;
}

/** Counted, not read. All zero where nobody is known by that name. */
export async function heldAbout(db: Drizzle, ref: PersonRef): Promise<Held> {
  const isThem = and(
    eq(people.platform, ref.platform),
    eq(people.scope, ref.scope),
    eq(people.userId, ref.userId),
  );
  const [practices] = await db
    .select({ n: count() })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(isThem);
  const kinds = await db
    .select({ kind: attempts.kind, n: count() })
    .from(attempts)
    .innerJoin(people, eq(people.id, attempts.personId))
    .where(isThem)
    .groupBy(attempts.kind);
  const planned = await db
    .select({ id: plans.personId })
    .from(plans)
    .innerJoin(people, eq(people.id, plans.personId))
    .where(isThem);
  const of = (kind: string) => kinds.find((one) => one.kind === kind)?.n ?? 0;
  return {
    practices: practices?.n ?? 0,
    drafts: of('written'),
    runs: of('spoken'),
    hasPlan: planned.length > 0,
  };
}
