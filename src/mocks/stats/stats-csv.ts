import { stringify } from 'csv-stringify/sync';
import { dayIn } from './day-in.ts';
import { formulaSafe } from './formula-safe.ts';
import type { SessionStats, TeamStats } from './team-stats.ts';

export interface CsvFile {
  readonly name: string;
  /** Begins with a byte order mark: without it Excel takes UTF-8 for the computer's own encoding. */
  readonly text: string;
}

const HOW_IT_ENDED: Readonly<Record<SessionStats['ended'], string>> = {
  held: 'held',
  nobody: 'did not take place',
  cancelled: 'called off',
  skipped: 'skipped',
  missed: 'coach was away',
};

/** The tables of a report as files. Days are ISO dates in the organiser's zone (IANA). */
export function statsCsv({ sessions, meetings = [] }: TeamStats, zone: string): readonly CsvFile[] {
  return [
    {
      name: 'sessions.csv',
      text: csvOf(
        ['session', 'date', 'ended', 'joined', 'took part', 'observed', 'groups'],
        sessions.map(({ no, startsAt, ended, joined, tookPart, observed, groups }) => [
          no,
          dayIn(startsAt, zone),
          HOW_IT_ENDED[ended],
          joined,
          tookPart,
          observed,
          groups,
        ]),
      ),
    },
    {
      name: 'named.csv',
      text: csvOf(
        ['session', 'date', 'agreed to be named'],
        sessions.flatMap(({ no, startsAt, named }) =>
          named.map((name) => [no, dayIn(startsAt, zone), formulaSafe(name)]),
        ),
      ),
    },
    {
      name: 'pairings.csv',
      text: csvOf(
        ['times met', 'pairs'],
        meetings.map(({ times, pairs }) => [times, pairs]),
      ),
    },
  ];
}

function csvOf(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return stringify([[...header], ...rows.map((row) => [...row])], {
    bom: true,
    quoted: true,
    record_delimiter: '\r\n',
    // It looks at the very first character only: what stands behind a space, or in the middle, is `formulaSafe`'s.
    escape_formulas: true,
  });
}
