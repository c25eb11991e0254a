import type pg from 'pg';
import type { Coach } from '../src/coach/coach.ts';
import { stands } from '../src/reminders/stands.ts';
import { type DueWake, type PlannedWake, plannedWakes } from '../src/store/wakes.ts';
import { personKey } from '../src/who/person.ts';
import { ownPlace } from '../src/who/place.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A change of rules moves a wake by a day at most (Pacific/Apia left one out), and these are looked at every day. */
const AHEAD_MS = 2 * DAY_MS;
/** So many are looked at before others have their turn: some tens of milliseconds. */
const AT_ONCE = 500;
const FIRST: DueWake = { key: '', dueAt: new Date(0) };

export interface ReplanningParts {
  readonly pool: pg.Pool;
  readonly coach: Pick<Coach, 'handle'>;
  readonly now: () => Date;
}

/**
 * Instants are stored, and a zone may get other rules (with a new Node), or a wake be changed by hand: what is due soon and
 * not where the wall wants it is found anew by its plan. The rest costs one look. `aheadMs`: how far is looked. Returns how
 * many were not.
 */
export async function replanOutdated(
  { pool, coach, now }: ReplanningParts,
  aheadMs = AHEAD_MS,
): Promise<number> {
  const until = new Date(now().getTime() + aheadMs);
  let outdated = 0;
  for (let after = FIRST; ; ) {
    const wakes = await plannedWakes(pool, after, until, AT_ONCE);
    for (const wake of wakes.filter((one) => !stands(one, personKey(one.person)))) {
      outdated += 1;
      await coach.handle(incomingFor(wake, now()));
    }
    const last = wakes.at(-1);
    if (last === undefined || wakes.length < AT_ONCE) return outdated;
    after = last;
  }
}

/** Once a day for the same wake, however many processes look. */
function incomingFor({ key, dueAt, person }: PlannedWake, now: Date): Parameters<Coach['handle']>[0] {
  const day = Math.floor(now.getTime() / DAY_MS);
  return {
    id: `replan-${key}-${dueAt.getTime()}-${day}`,
    person,
    place: ownPlace(person),
    what: { type: 'planOutdated', key },
  };
}
