import { randomUUID } from 'node:crypto';
import { isTaken, mayComeLate } from '../../mocks/late.ts';
import type { Mock } from '../../mocks/mock.ts';
import type { Asked } from '../../mocks/mock-event.ts';
import { isNobody } from '../../mocks/nobody.ts';
import type { Paused } from '../../mocks/pause.ts';
import { advanceTeam } from '../../mocks/team/advance-team.ts';
import type { Team } from '../../mocks/team/team.ts';
import type { TeamEvent } from '../../mocks/team/team-event.ts';
import { createPerson, noteActivity } from '../../store/people.ts';
import { apartIn } from '../../store/teams/apart.ts';
import { endedSessions } from '../../store/teams/ended-sessions.ts';
import { pausedIn } from '../../store/teams/pauses.ts';
import { practisedBy } from '../../store/teams/practised-by.ts';
import { readSession } from '../../store/teams/read-session.ts';
import { type OpenTeamTurn, openTeamTurn } from '../../store/teams/team-turn.ts';
import { teamsNaming } from '../../store/teams/teams-naming.ts';
import { teamsOf } from '../../store/teams/teams-of.ts';
import { type PersonRef, personKey } from '../../who/person.ts';
import { teamIdOf, teamRef } from '../../who/team.ts';
import { createLanes } from '../lanes.ts';
import { withRetries } from '../with-retries.ts';
import { forgetInOnces, isOnce, onceTurn } from './once-coach.ts';
import type { TeamCoachParts, TeamHandled } from './team-coach-parts.ts';
import type { TeamIncoming } from './team-incoming.ts';
import { teamOrders } from './team-orders.ts';
import { whoIsAsked } from './who-is-asked.ts';

export interface TeamCoach {
  /** One event, one turn. Resolves at the commit. Retries while the database is away; rejects after that. */
  handle(incoming: TeamIncoming): Promise<TeamHandled>;
  /** Takes somebody out of all teams they belong to, before everything else of theirs goes. */
  forget(person: PersonRef): Promise<void>;
  stop(): Promise<void>;
}

/** The one way in for teams: an event, the pure machine, one transaction, and then the effects. */
export function createTeamCoach(parts: TeamCoachParts): TeamCoach {
  const { pool, db, ring } = parts;
  const lanes = createLanes();
  let stopped = false;

  async function handle(incoming: TeamIncoming): Promise<TeamHandled> {
    if (stopped) throw new Error('the coach is stopping');
    return lanes.run(personKey(incoming.team), () => withRetries((tries) => turnOf(incoming, tries)));
  }

  async function turnOf(incoming: TeamIncoming, tries: number): Promise<TeamHandled> {
    if (isOnce(incoming.team)) return onceTurn(parts, incoming, tries);
    await known(incoming);
    const opened = await openTeamTurn(pool, ring, incoming.team, incoming.id, incoming.wokeAt);
    if (opened.found === 'seen') {
      // A try of ours whose answer was lost: its effects were never handed over.
      const performed = tries > 1 ? parts.deliverer.takeBack(incoming.team) : Promise.resolve();
      return { outcome: 'seen', performed: performed.catch(() => undefined) };
    }
    if (opened.found !== 'turn') return { outcome: 'gone', performed: Promise.resolve() };
    return run(opened.turn, incoming);
  }

  /** Of a team that is scheduled, of who organises it, and of whoever takes part, there is a row with a key before anything is kept of them. */
  async function known({ team, what, installation }: TeamIncoming): Promise<void> {
    if (installation === undefined) return;
    const person = (userId: string) => createPerson(db, ring, { ...team, userId }, installation);
    if (what.of === 'series' && what.event.type === 'scheduled') {
      await createPerson(db, ring, team, installation);
      await person(what.event.by.id);
    }
    if (what.of !== 'session' || what.event.type !== 'pressed') return;
    const { by, what: pressed } = what.event;
    if (TAKES_PART.has(pressed)) await person(by.id);
    // Whoever practises with others alone is not forgotten for it.
    await noteActivity(pool, { ...team, userId: by.id }, parts.now());
  }

  async function run(open: OpenTeamTurn, incoming: TeamIncoming): Promise<TeamHandled> {
    const now = parts.now();
    const at = now.toISOString();
    try {
      const team = await allOf(open, incoming);
      if (!isThere(team, incoming, at)) {
        await open.abort();
        return { outcome: 'gone', performed: Promise.resolve() };
      }
      const asked = await withAsked(open, incoming, now);
      const what = await withEnded(open, incoming.team, await withPractised(open, asked));
      const ids = membersOf(team);
      const apart = await apartIn(open.looks, ring, incoming.team, ids);
      const paused = await pausedFor(open.looks, incoming.team, team, ids, at);
      const made = advanceTeam(team, what, { at, guide: parts.guide, apart, paused });
      if (made.team === undefined) {
        await open.abort();
        return { outcome: 'gone', performed: Promise.resolve() };
      }
      const turnKey = `t-${teamIdOf(incoming.team)}-${open.turn}`;
      const rows = await open.commit({
        team: made.team,
        effects: teamOrders(
          incoming.team,
          made.team,
          made.effects,
          turnKey,
          what.of === 'stats' ? what.ended : [],
        ),
        now,
        local: parts.localAt(made.team.series.channel),
        holder: parts.holder,
        fresh: membersOf(made.team).filter((id) => !ids.includes(id)),
        forgets: what.of === 'all' && what.event.type === 'forgotten' ? what.event.id : undefined,
      });
      // Whose sessions are held is active, also where they take part in none.
      const { organizer } = made.team.series;
      if (!isNobody(organizer.id)) await noteActivity(pool, { ...incoming.team, userId: organizer.id }, now);
      return { outcome: 'done', performed: parts.deliverer.performSent(rows) };
    } catch (error) {
      await open.abort();
      throw error;
    }
  }

  async function pausedFor(
    looks: OpenTeamTurn['looks'],
    scope: PersonRef,
    team: Team | undefined,
    ids: readonly string[],
    at: string,
  ): Promise<Paused> {
    if (team === undefined) return new Map();
    return pausedIn(looks, ring, scope, ids, { channel: team.series.channel, at });
  }

  /** Of those who were found some are not asked by message. */
  async function withAsked(
    { looks, team: before }: OpenTeamTurn,
    incoming: TeamIncoming,
    now: Date,
  ): Promise<TeamIncoming> {
    const { team, what } = incoming;
    if (what.of !== 'session' || what.event.type !== 'rostered') return incoming;
    const mock = before?.mocks.find(({ id }) => id === what.id);
    if (mock === undefined) return incoming;
    const people = await whoIsAsked({ looks, ring, now }, team, mock, what.event.people);
    return { ...incoming, what: { ...what, event: { ...what.event, people } } };
  }

  /** How practised somebody is, is ours to know. */
  async function withPractised(open: OpenTeamTurn, { team, what }: TeamIncoming): Promise<TeamEvent> {
    if (what.of !== 'session') return what;
    const { event } = what;
    if (event.type !== 'pressed' && event.type !== 'rostered') return what;
    const people = event.type === 'pressed' ? [event.by] : event.people;
    const counts = await practisedBy(
      open.looks,
      team,
      people.map(({ id }) => id),
    );
    const counted = (one: Asked): Asked => ({ ...one, practised: counts.get(one.id) ?? 0 });
    return event.type === 'pressed'
      ? { ...what, event: { ...event, by: counted(event.by) } }
      : { ...what, event: { ...event, people: event.people.map(counted) } };
  }

  /** What is over is looked at where somebody asks how it went. */
  async function withEnded({ looks }: OpenTeamTurn, team: PersonRef, what: TeamEvent): Promise<TeamEvent> {
    return what.of === 'stats' ? { ...what, ended: await endedSessions(looks, ring, team) } : what;
  }

  /** The team with those sessions that are over and that it is about all the same. */
  async function allOf(
    { looks, team }: OpenTeamTurn,
    { what, team: ref }: TeamIncoming,
  ): Promise<Team | undefined> {
    if (team === undefined) return undefined;
    const also = (mocks: readonly Mock[]): Team => ({ ...team, mocks: [...team.mocks, ...mocks] });
    // Whoever is forgotten is also in sessions that are over.
    if (what.of === 'all' && what.event.type === 'forgotten')
      return also(await endedSessions(looks, ring, ref));
    if (what.of !== 'session' || !mayComeLate(what.event)) return team;
    if (team.mocks.some(({ id }) => id === what.id)) return team;
    const late = await readSession(looks, ring, ref, what.id);
    return late === undefined ? team : also([late]);
  }

  return {
    handle,
    async forget(person) {
      const theirs = await teamsOf(pool, person);
      for (const id of [...theirs, ...(await teamsNaming(pool, ring, person, theirs))])
        await handle({
          // Each time anew: they may have come back since the last.
          id: `forgotten-${randomUUID()}`,
          team: teamRef(person, id),
          what: { of: 'all', event: { type: 'forgotten', id: person.userId } },
        });
      await forgetInOnces(parts, handle, person, `forgotten-${randomUUID()}`);
    },
    async stop() {
      stopped = true;
      await lanes.idle();
    },
  };
}

/** Whether what happened is of a session that takes it, where it is of one. */
function isThere(team: Team | undefined, { what }: TeamIncoming, at: string): boolean {
  if (what.of !== 'session') return true;
  const mock = team?.mocks.find(({ id }) => id === what.id);
  return mock !== undefined && isTaken(mock, what.event, at);
}

function membersOf(team: Team | undefined): readonly string[] {
  return (team?.mocks ?? []).flatMap(({ members }) => members.map(({ id }) => id));
}

/** With these somebody is named in a session: what they write there is kept under their key, and it is all found by that when they go. */
const TAKES_PART: ReadonlySet<string> = new Set(['join', 'observe', 'here', 'not-this']);
