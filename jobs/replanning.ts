import type pg from 'pg';
import type { Coach } from '../src/coach/coach.ts';
import { WRONG_CLOCK_MS } from '../src/reminders/right-clock.ts';
import { stands } from '../src/reminders/stands.ts';
import { plansAhead } from '../src/store/plans-ahead.ts';
import { planWakeKey } from '../src/store/turn-plan.ts';
import { type DueWake, type PlannedWake, plannedWakes } from '../src/store/wakes.ts';
import { type PersonRef, personKey } from '../src/who/person.ts';
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
 * not where the wall wants it is found anew by its plan, and so is what was planned by a clock that ran days ahead. The rest
 * costs one look. `aheadMs`: how far is looked. Returns how many were not.
 */
export async function replanOutdated(
  { pool, coach, now }: ReplanningParts,
  aheadMs = AHEAD_MS,
): Promise<number> {
  const until = new Date(now().getTime() + aheadMs);
  let outdated = await replanAhead({ pool, coach, now });
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

/** Plans that a clock wrote which was days ahead: what they take for past is in the days to come, and nothing would come. */
async function replanAhead({ pool, coach, now }: ReplanningParts): Promise<number> {
  const limit = new Date(now().getTime() + WRONG_CLOCK_MS);
  let found = 0;
  for (let after = ''; ; ) {
    const ahead = await plansAhead(pool, limit, after, AT_ONCE);
    found += ahead.length;
    for (const { personId, person } of ahead)
      await coach.handle(outdatedFor(`ahead-${personId}`, planWakeKey(personId), person, now()));
    const last = ahead.at(-1);
    if (last === undefined || ahead.length < AT_ONCE) return found;
    after = last.personId;
  }
}

function incomingFor({ key, dueAt, person }: PlannedWake, now: Date): Parameters<Coach['handle']>[0] {
  return outdatedFor(`${key}-${dueAt.getTime()}`, key, person, now);
}

/** Once a day for the same wake, however many processes look. */
function outdatedFor(
  name: string,
  key: string,
  person: PersonRef,
  now: Date,
): Parameters<Coach['handle']>[0] {
  const day = Math.floor(now.getTime() / DAY_MS);
  const what = { type: 'planOutdated', key } as const;
  return { id: `replan-${name}-${day}`, person, place: ownPlace(person), what };
}
