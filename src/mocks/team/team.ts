import { nextWake } from '../dues.ts';
import { isBy } from '../instants.ts';
import type { Mock } from '../mock.ts';
import type { Series } from '../series/series.ts';
import { nextSeriesWake } from '../series/series-wake.ts';

/**
 * A series, and those of its sessions that are not over: what is decided together, and stored in one transaction. Besides
 * them, one that is over and that something late is about.
 */
export interface Team {
  readonly series: Series;
  readonly mocks: readonly Mock[];
}

/** When anything of it comes by itself: the one wake of a team. */
export function nextTeamWake({ series, mocks }: Team): string | undefined {
  return [nextSeriesWake(series), ...mocks.map(nextWake)].reduce<string | undefined>(
    (first, at) => (at !== undefined && (first === undefined || isBy(at, first)) ? at : first),
    undefined,
  );
}

export function withMock({ series, mocks }: Team, mock: Mock): Team {
  const isKnown = mocks.some(({ id }) => id === mock.id);
  return {
    series,
    mocks: isKnown ? mocks.map((one) => (one.id === mock.id ? mock : one)) : [...mocks, mock],
  };
}
