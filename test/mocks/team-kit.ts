import { catalog } from '../../src/guide/catalog.ts';
import { isBy, later } from '../../src/mocks/instants.ts';
import { parseMock } from '../../src/mocks/mock.ts';
import { parseSeries } from '../../src/mocks/series/series.ts';
import { advanceTeam } from '../../src/mocks/team/advance-team.ts';
import { nextTeamWake, type Team } from '../../src/mocks/team/team.ts';
import type { TeamEffect, TeamEvent, TeamGrounds } from '../../src/mocks/team/team-event.ts';

export interface Done {
  readonly at: string;
  readonly effect: TeamEffect['effect'];
  readonly session?: string;
}

/** A team that is played: its clock goes to each wake on the way, and it is stored and read again between any two turns. */
export interface PlayedTeam {
  team: () => Team;
  readonly done: Done[];
  at: () => string;
  happens(event: TeamEvent): void;
  /** Up to and with this instant. */
  until(instant: string): void;
}

export function playedTeam(start: string, apart: TeamGrounds['apart'] = []): PlayedTeam {
  let team: Team | undefined;
  let now = start;
  const done: Done[] = [];

  function happens(event: TeamEvent): void {
    const turn = advanceTeam(team, event, { at: now, guide: catalog.default, apart });
    team = turn.team === undefined ? undefined : readAgain(turn.team);
    for (const one of turn.effects)
      done.push({ at: now, effect: one.effect, ...(one.of === 'session' ? { session: one.id } : {}) });
  }

  return {
    team: () => {
      if (team === undefined) throw new Error('nothing is scheduled');
      return team;
    },
    done,
    at: () => now,
    happens,
    until(instant) {
      for (;;) {
        const wake = team === undefined ? undefined : nextTeamWake(team);
        if (wake === undefined || !isBy(wake, instant)) break;
        now = isBy(wake, now) ? now : later(wake, 0);
        happens({ of: 'all', event: { type: 'woke' } });
      }
      now = instant;
    },
  };
}

/** What a process that starts anew knows of it. */
function readAgain({ series, mocks }: Team): Team {
  return {
    series: parseSeries(JSON.parse(JSON.stringify(series))),
    mocks: mocks
      .filter(({ stage }) => stage !== 'over')
      .map((mock) => parseMock(JSON.parse(JSON.stringify(mock)))),
  };
}
