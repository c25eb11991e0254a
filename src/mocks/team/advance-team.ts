import { unreachable } from '../../errors.ts';
import { advanceMock } from '../advance-mock.ts';
import type { Mock } from '../mock.ts';
import type { MockEvent } from '../mock-event.ts';
import { newMock } from '../new-mock.ts';
import { joined, peopleOf } from '../people.ts';
import { advanceSeries } from '../series/advance-series.ts';
import { metOf } from '../series/series.ts';
import type { SeriesEffect, SeriesEvent, SessionChange } from '../series/series-event.ts';
import { withoutPerson } from '../series/without-person.ts';
import { statsAsked } from './stats-asked.ts';
import { type Team, withMock } from './team.ts';
import type { TeamEffect, TeamEvent, TeamGrounds, TeamTurn } from './team-event.ts';

/**
 * What follows for a team from one event: pure. The series and its sessions speak to each other here, within the turn, so
 * that all of it is one transaction. `team`: none before it is scheduled.
 */
export function advanceTeam(team: Team | undefined, event: TeamEvent, grounds: TeamGrounds): TeamTurn {
  switch (event.of) {
    case 'series':
      return seriesTurn(team, event.event, grounds);
    case 'session':
      return team === undefined ? { team, effects: [] } : sessionTurn(team, event.id, event.event, grounds);
    case 'stats':
      return team === undefined ? { team, effects: [] } : statsAsked(team, event, grounds.guide);
    // An invitation has a machine of its own.
    case 'once':
      return { team, effects: [] };
    case 'all':
      return team === undefined ? { team, effects: [] } : allTurn(team, event.event, grounds);
    default:
      return unreachable(event);
  }
}

function allTurn(
  team: Team,
  event: Extract<TeamEvent, { of: 'all' }>['event'],
  grounds: TeamGrounds,
): TeamTurn {
  const series = event.type === 'woke' ? seriesTurn(team, event, grounds) : { team, effects: [] };
  const all = (series.team ?? team).mocks.reduce<TeamTurn>(
    (turn, { id }) => after(turn, (now) => sessionTurn(now, id, event, grounds)),
    series,
  );
  if (event.type !== 'forgotten') return all;
  return after(all, (now) => ({
    team: { ...now, series: withoutPerson(now.series, event.id) },
    effects: [],
  }));
}

function seriesTurn(team: Team | undefined, event: SeriesEvent, grounds: TeamGrounds): TeamTurn {
  const done = advanceSeries(team?.series, event, { at: grounds.at });
  if (done.series === undefined) return { team: undefined, effects: told(done.effects) };
  const next: Team = { series: done.series, mocks: team?.mocks ?? [] };
  const turn = done.effects.reduce<TeamTurn>(
    (before, effect) => after(before, (now) => ordered(now, effect, grounds)),
    { team: next, effects: [] },
  );
  return event.type === 'calledNow' ? toldOnce(turn, event.by.id) : turn;
}

/** Whoever called a session that is theirs too hears from it what happens now: a second message would say the same. */
function toldOnce({ team, effects }: TeamTurn, id: string): TeamTurn {
  const isToldTo = ({ effect }: TeamEffect) => effect.type === 'tell' && effect.to === id;
  const hearsOfIt = effects.some((one) => one.of === 'session' && isToldTo(one));
  return hearsOfIt
    ? { team, effects: effects.filter((one) => one.of === 'session' || !isToldTo(one)) }
    : { team, effects };
}

/** What a series orders: to its sessions at once, in the same turn. */
function ordered(team: Team, effect: SeriesEffect, grounds: TeamGrounds): TeamTurn {
  switch (effect.type) {
    case 'tell':
      return { team, effects: told([effect]) };
    case 'openSession': {
      // Who is asked is looked up when it is announced: people come and go until then.
      const { who: _, ...wish } = effect.wish;
      return {
        team: withMock(team, newMock({ ...wish, question: grounds.guide.question }, grounds.at)),
        effects: [],
      };
    }
    case 'changeSession':
      return changed(team, effect.id, effect.to, grounds);
    case 'toSession':
      return sessionTurn(team, effect.id, effect.event, grounds);
    default:
      return unreachable(effect);
  }
}

function changed(team: Team, id: string, { who, ...to }: SessionChange, grounds: TeamGrounds): TeamTurn {
  const turn = sessionTurn(team, id, { type: 'changed', to }, grounds);
  if (who === undefined) return turn;
  return after(turn, (now) => ({ team: now, effects: isInvited(now, id) ? lookUp(id, who) : [] }));
}

/** A session's turn; where it is over with it, its series hears that in the same one. */
function sessionTurn(team: Team, id: string, event: MockEvent, grounds: TeamGrounds): TeamTurn {
  const mock = team.mocks.find((one) => one.id === id);
  if (mock === undefined) return { team, effects: [] };
  const { series } = team;
  const done = advanceMock(mock, event, { ...grounds, met: metOf(series), roster: series.roster });
  const effects = done.effects.map((effect): TeamEffect => ({ of: 'session', id, effect }));
  const isAnnounced = mock.stage === 'planned' && done.mock.stage === 'invited';
  const turn: TeamTurn = {
    team: withMock(team, done.mock),
    effects: isAnnounced ? [...effects, ...lookUp(id, series.who)] : effects,
  };
  const fresh = joined(done.mock)
    .map((one) => one.id)
    .filter((one) => !series.roster.includes(one));
  const known =
    fresh.length === 0
      ? turn
      : after(turn, (now) => seriesTurn(now, { type: 'joined', ids: fresh }, grounds));
  if (mock.stage === 'over' || done.mock.stage !== 'over') return known;
  return after(known, (now) => seriesTurn(now, endOf(done.mock), grounds));
}

function endOf(mock: Mock): SeriesEvent {
  return {
    type: 'sessionEnded',
    mockId: mock.id,
    how: mock.ended ?? 'held',
    groups: mock.groups.map(peopleOf),
    joinedIds: joined(mock).map(({ id }) => id),
  };
}

function isInvited({ mocks }: Team, id: string): boolean {
  return mocks.some((mock) => mock.id === id && mock.stage === 'invited');
}

function lookUp(
  id: string,
  who: Extract<TeamEffect, { effect: { type: 'lookUp' } }>['effect']['who'],
): TeamEffect[] {
  // Who joins in the channel is nobody who is asked by name.
  return who === 'joiners' ? [] : [{ of: 'session', id, effect: { type: 'lookUp', who } }];
}

function told(effects: readonly SeriesEffect[]): TeamEffect[] {
  return effects.flatMap((effect): TeamEffect[] =>
    effect.type === 'tell' ? [{ of: 'series', effect }] : [],
  );
}

function after({ team, effects }: TeamTurn, next: (team: Team) => TeamTurn): TeamTurn {
  if (team === undefined) return { team, effects };
  const more = next(team);
  return { team: more.team, effects: [...effects, ...more.effects] };
}
