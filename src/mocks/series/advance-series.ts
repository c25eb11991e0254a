import { unreachable } from '../../errors.ts';
import { calledNow, cancelled, skipped } from './calling.ts';
import { timeIsPastCard } from './cards/changed-cards.ts';
import { scheduledCard } from './cards/scheduled-card.ts';
import { edited } from './edited.ts';
import { ended, sessionEnded, wentOn } from './going-on.ts';
import { opened } from './opening.ts';
import { type Series, withRoster } from './series.ts';
import type { SeriesEffect, SeriesEvent, SeriesGrounds, SeriesTurn } from './series-event.ts';
import { andThen } from './series-event.ts';
import { firstAfter } from './series-times.ts';
import { woke } from './series-wake.ts';

/** `series`: none where nothing came of it, as of a time that is past. */
export type SeriesAdvance =
  | SeriesTurn
  | { readonly series: undefined; readonly effects: readonly SeriesEffect[] };

/**
 * What follows for a series from one event: pure. Whoever stores it arms `nextSeriesWake(series)` in the same transaction;
 * an event that comes again, or of a session that is not the open one, opens nothing.
 */
export function advanceSeries(
  series: Series | undefined,
  event: SeriesEvent,
  grounds: SeriesGrounds,
): SeriesAdvance {
  if (event.type === 'scheduled')
    return series === undefined ? scheduled(event, grounds) : { series, effects: [] };
  return series === undefined ? { series, effects: [] } : changed(series, event, grounds);
}

function changed(
  series: Series,
  event: Exclude<SeriesEvent, { type: 'scheduled' }>,
  grounds: SeriesGrounds,
): SeriesTurn {
  switch (event.type) {
    case 'edited':
      return edited(series, event, grounds);
    case 'cancelled':
      return cancelled(series, event, grounds);
    case 'skipped':
      return skipped(series, event, grounds);
    case 'calledNow':
      return calledNow(series, event, grounds);
    case 'wentOn':
      return wentOn(series, event, grounds);
    case 'ended':
      return ended(series, event, grounds);
    case 'sessionEnded':
      return sessionEnded(series, event, grounds);
    case 'joined':
      return { series: withRoster(series, event.ids), effects: [] };
    case 'woke':
      return woke(series, grounds);
    default:
      return unreachable(event);
  }
}

function scheduled(
  { id, schedule, by }: Extract<SeriesEvent, { type: 'scheduled' }>,
  { at }: SeriesGrounds,
): SeriesAdvance {
  const slot = firstAfter({ ...schedule, skipped: [] }, at);
  if (slot === undefined)
    return { series: undefined, effects: [{ type: 'tell', to: by.id, card: timeIsPastCard(schedule) }] };
  const fresh = {
    v: 1,
    id,
    ...schedule,
    organizer: by,
    roster: [],
    met: [],
    numbered: 0,
    held: 0,
    done: 0,
    skipped: [],
    seq: 0,
    since: at,
  } as const;
  // It is never without a session: `opened` puts it in the place of this one.
  const current = { id: `${id}n0`, no: 1, startsAt: slot.at, due: slot.wall };
  return andThen(opened({ ...fresh, stage: { at: 'active', current } }, slot, at), (series) => ({
    series,
    effects: [{ type: 'tell', to: by.id, card: scheduledCard(series, at) }],
  }));
}
