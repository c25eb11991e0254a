import type { Past } from '../conversation/past.ts';
import { isSheltered } from '../conversation/session.ts';
import { criticLabel } from '../critique/read-with.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { PersonRow } from '../store/people.ts';
import { practicesOf } from '../store/practices.ts';

/** A person's practices and how each stood at its last critique. A story that is not scored stands nowhere. */
export async function pastPractices(db: Drizzle, person: PersonRow): Promise<Past> {
  const practices = await practicesOf(db, person, { as: 'owner', personId: person.id });
  return practices.map(({ session, attempts }) => {
    const last = isSheltered(session)
      ? undefined
      : attempts.findLast(({ critiques }) => critiques.length > 0)?.critiques[0]?.critique;
    if (last === undefined) return { practice: session.id };
    return { practice: session.id, stood: { overall: last.overall, critic: criticLabel(last) } };
  });
}
