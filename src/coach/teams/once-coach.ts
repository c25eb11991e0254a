import { isBy } from '../../mocks/instants.ts';
import type { Once } from '../../mocks/stats/once.ts';
import { advanceOnce, type OnceEvent, type OnceGrounds } from '../../mocks/stats/once-by.ts';
import type { TeamEvent } from '../../mocks/team/team-event.ts';
import { createPerson, noteActivity } from '../../store/people.ts';
import { leaveOnces } from '../../store/teams/leave-onces.ts';
import { type OpenOnceTurn, openOnceTurn } from '../../store/teams/once-turn.ts';
import { oncesBy } from '../../store/teams/onces.ts';
import { pausedIn } from '../../store/teams/pauses.ts';
import { practisedBetween } from '../../store/teams/practised-between.ts';
import type { PersonRef } from '../../who/person.ts';
import { teamIdOf, teamRef } from '../../who/team.ts';
import { onceOrders } from './once-orders.ts';
import type { TeamCoachParts, TeamHandled } from './team-coach-parts.ts';
import type { TeamIncoming } from './team-incoming.ts';

/** "Once by Friday": an invitation is kept, woken and delivered as a team is, under a name of its own sort. */

const PREFIX = 'once';

/** The id of an invitation. `unlike`: small letters and digits, unlike any other's. */
export function onceIdOf(unlike: string): string {
  return `${PREFIX}${unlike}`;
}

/** Whether a row that is kept like a team is an invitation. A team's id has no such letters. */
export function isOnce(ref: PersonRef): boolean {
  return teamIdOf(ref)?.startsWith(PREFIX) === true;
}

const GONE: TeamHandled = { outcome: 'gone', performed: Promise.resolve() };

/** One event of an invitation, one turn. `tries`: how often it was begun. */
export async function onceTurn(
  parts: TeamCoachParts,
  incoming: TeamIncoming,
  tries: number,
): Promise<TeamHandled> {
  const event = eventIn(incoming.what);
  if (event === undefined) return GONE;
  await known(parts, incoming, event);
  const { pool, ring, deliverer } = parts;
  const opened = await openOnceTurn(pool, ring, incoming.team, incoming.id, incoming.wokeAt);
  if (opened.found === 'seen') {
    // A try of ours whose answer was lost: its effects were never handed over.
    const performed = tries > 1 ? deliverer.takeBack(incoming.team) : Promise.resolve();
    return { outcome: 'seen', performed: performed.catch(() => undefined) };
  }
  return opened.found === 'turn' ? run(parts, opened.turn, incoming, event) : GONE;
}

async function run(
  parts: TeamCoachParts,
  open: OpenOnceTurn,
  { team }: TeamIncoming,
  event: OnceEvent,
): Promise<TeamHandled> {
  try {
    const now = parts.now();
    const grounds = await groundsOf(parts, open, team, event, now.toISOString());
    const { once, effects } = advanceOnce(open.once, event, grounds);
    if (once === undefined) {
      await open.abort();
      return GONE;
    }
    const rows = await open.commit({
      once,
      effects: onceOrders(team, once, effects, `t-${once.id}-${open.turn}`),
      now,
      local: parts.localAt(once.channel),
      holder: parts.holder,
    });
    return { outcome: 'done', performed: parts.deliverer.performSent(rows) };
  } catch (error) {
    await open.abort();
    throw error;
  }
}

/** Who has practised, and who is left in peace, is ours to know. */
async function groundsOf(
  { ring }: TeamCoachParts,
  { looks, once }: OpenOnceTurn,
  scope: PersonRef,
  event: OnceEvent,
  at: string,
): Promise<OnceGrounds> {
  if (once === undefined) return { at, practised: new Set(), paused: new Map() };
  const ids = [...joinedIn(once), ...(event.type === 'pressed' ? [event.by.id] : [])];
  const until = isBy(once.by, at) ? once.by : at;
  return {
    at,
    practised: await practisedBetween(looks, scope, ids, { from: once.since, to: until }),
    paused: await pausedIn(looks, ring, scope, ids, { channel: once.channel, at }),
  };
}

/** Of who said no, nothing is looked up. */
function joinedIn({ people }: Once): string[] {
  return people.filter(({ answer }) => answer === 'joined').map(({ id }) => id);
}

/** Before anything is kept of somebody there is a row with a key. */
async function known(
  { pool, db, ring, now }: TeamCoachParts,
  { team, installation }: TeamIncoming,
  event: OnceEvent,
): Promise<void> {
  if (installation === undefined) return;
  if (event.type === 'invited') {
    await createPerson(db, ring, team, installation);
    await createPerson(db, ring, { ...team, userId: event.organizer.id }, installation);
  }
  if (event.type !== 'pressed') return;
  const who = { ...team, userId: event.by.id };
  if (event.what === 'join' || event.what === 'tell') await createPerson(db, ring, who, installation);
  await noteActivity(pool, who, now());
}

/** What happens to all that is kept like a team, as what it is to an invitation. */
function eventIn(what: TeamEvent): OnceEvent | undefined {
  if (what.of === 'once') return what.event;
  if (what.of === 'all' && what.event.type === 'woke') return { type: 'woke' };
  return what.of === 'session' && what.event.type === 'notPosted' ? { type: 'notPosted' } : undefined;
}

/** Before everything of somebody goes: what they invited to is called off, and they are in none. `unlike`: unlike any before. */
export async function forgetInOnces(
  parts: TeamCoachParts,
  handle: (incoming: TeamIncoming) => Promise<TeamHandled>,
  person: PersonRef,
  unlike: string,
): Promise<void> {
  for (const id of await oncesBy(parts.pool, person))
    await handle({
      id: `${unlike}-${id}`,
      team: teamRef(person, id),
      what: { of: 'once', event: { type: 'organizerGone' } },
    });
  await leaveOnces(parts.pool, parts.ring, person);
}
