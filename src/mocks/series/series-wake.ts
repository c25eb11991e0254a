import { isBy, later, latest } from '../instants.ts';
import { movedEvent } from './edited.ts';
import { over } from './going-on.ts';
import { changesOfSession } from './opening.ts';
import type { Series } from './series.ts';
import type { SeriesGrounds, SeriesTurn } from './series-event.ts';
import { instantOf } from './series-times.ts';

/** Before the open session is announced, its wall time is looked up once more: the zone may have other rules by then. */
const LOOKED_AT_MS = 4 * 24 * 60 * 60_000;

/** When the series' own wake is to ring; none while it waits for its session to end, or nothing comes any more. */
export function nextSeriesWake({ stage, since }: Series): string | undefined {
  switch (stage.at) {
    case 'active': {
      const lookAt = later(stage.current.startsAt, -LOOKED_AT_MS);
      return stage.current.wall === undefined || isBy(lookAt, since) ? undefined : lookAt;
    }
    case 'asking':
      return stage.until;
    case 'ended':
      return undefined;
  }
}

export function woke(series: Series, { at }: SeriesGrounds): SeriesTurn {
  const { stage } = series;
  const wake = nextSeriesWake(series);
  if (stage.at === 'asking')
    return isBy(stage.until, at) ? over(series, 'unanswered') : { series, effects: [] };
  const looked: Series =
    wake !== undefined && isBy(wake, at) ? { ...series, since: latest(series.since, wake) } : series;
  return stage.at === 'active' ? byTheWall(looked, at) : { series: looked, effects: [] };
}

/** The zone has other rules than when the session was opened: it is held when the wall shows its time. */
function byTheWall(series: Series, at: string): SeriesTurn {
  if (series.stage.at !== 'active') return { series, effects: [] };
  const { current } = series.stage;
  if (current.wall === undefined || isBy(current.startsAt, at)) return { series, effects: [] };
  const startsAt = instantOf(current.wall, series.zone);
  if (startsAt === current.startsAt || isBy(startsAt, at)) return { series, effects: [] };
  const after: Series = { ...series, stage: { at: 'active', current: { ...current, startsAt } } };
  return {
    series: after,
    effects: [
      ...changesOfSession(series, after, at),
      { type: 'toSession', id: current.id, event: movedEvent(startsAt, series) },
    ],
  };
}
