import { PAST_PRACTICES, type Past } from '../conversation/past.ts';
import { isSheltered } from '../conversation/session.ts';
import { criticLabel } from '../critique/read-with.ts';
import type { Drizzle } from '../store/drizzle.ts';
import type { PersonRow } from '../store/people.ts';
import { practicesOf } from '../store/practices.ts';

/** How the practices before this one stood at their last critique, oldest first. A story that is not scored is not among them. */
export async function pastOverallsOf(db: Drizzle, person: PersonRow, sessionId: string): Promise<Past> {
  const practices = await practicesOf(db, person, { as: 'owner', personId: person.id });
  const here = practices.findIndex(({ session }) => session.id === sessionId);
  return practices
    .slice(0, Math.max(0, here))
    .filter(({ session }) => !isSheltered(session))
    .flatMap(({ attempts }) => attempts.findLast(({ critiques }) => critiques.length > 0)?.critiques[0] ?? [])
    .map(({ critique }) => ({ overall: critique.overall, critic: criticLabel(critique) }))
    .slice(-PAST_PRACTICES);
}
