import type { Guide } from '../../guide/guide.ts';
import type { Mock } from '../mock.ts';
import { isIn, memberOf } from '../people.ts';
import { mayChange } from '../series/may-change.ts';
import type { Series } from '../series/series.ts';
import { statsCard, statsRefusedCard } from '../stats/stats-card.ts';
import { statsCsv } from '../stats/stats-csv.ts';
import { type TeamStats, teamStats } from '../stats/team-stats.ts';
import type { Team } from './team.ts';
import type { StatsAsked, TeamEffect, TeamTurn } from './team-event.ts';

const BESIDE_FILE: Readonly<Record<string, string>> = {
  'sessions.csv': 'The sessions, in counts.',
  'named.csv': 'Who agreed to be named.',
  'pairings.csv': 'How often pairs have met.',
};

/**
 * How the sessions of a series went, to the organiser or an admin alone. What is published of the steps is stored in the same
 * turn: a second report never counts again what this one counted (docs/decisions/0021).
 */
export function statsAsked(team: Team, { by, isCsv, ended }: StatsAsked, guide: Guide): TeamTurn {
  const { series } = team;
  if (!mayChange(series, by)) return { team, effects: [tell(by.id, statsRefusedCard(series))] };
  const steps = guide.steps.map(({ id }) => id);
  const readsSteps = by.id === series.organizer.id || !hasPractised(by.id, ended);
  const { stats, published = series.published } = teamStats(ended, steps, series.published);
  const shown = readsSteps ? stats : withoutSteps(stats);
  return {
    team: readsSteps && published !== undefined ? { ...team, series: { ...series, published } } : team,
    effects: [
      tell(by.id, statsCard(shown, guide, series.zone, readsSteps)),
      ...(isCsv && shown.sessions.length > 0 ? files(by.id, shown, series) : []),
    ],
  };
}

/**
 * The organiser's own group is not counted. An admin's is: who practises knows a card or two, and must not read a sum that they
 * are in.
 */
function hasPractised(id: string, ended: readonly Mock[]): boolean {
  return ended.some((mock) => memberOf(mock, id)?.left || mock.groups.some((group) => isIn(group, id)));
}

function withoutSteps({ wanted: _, ...stats }: TeamStats): TeamStats {
  return stats;
}

function files(to: string, stats: TeamStats, { zone }: Series): TeamEffect[] {
  return statsCsv(stats, zone).map(({ name, text }) => ({
    of: 'series',
    effect: { type: 'file', to, name, text, words: BESIDE_FILE[name] ?? name },
  }));
}

function tell(to: string, card: ReturnType<typeof statsCard>): TeamEffect {
  return { of: 'series', effect: { type: 'tell', to, card } };
}
