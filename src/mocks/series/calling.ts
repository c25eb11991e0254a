import { isBy } from '../instants.ts';
import {
  calledNowCard,
  cancelledCard,
  noNextCard,
  runningNowCard,
  skippedCard,
} from './cards/changed-cards.ts';
import { goOnCard } from './cards/go-on-card.ts';
import { ifMay } from './may-change.ts';
import { changesOfSession, opened, wishOf } from './opening.ts';
import { type Current, currentOf, type Series } from './series.ts';
import type { By, SeriesEffect, SeriesEvent, SeriesGrounds, SeriesTurn } from './series-event.ts';
import { andThen } from './series-event.ts';
import { nextAfter } from './series-times.ts';
import { told } from './told.ts';

type Of<Type> = Extract<SeriesEvent, { type: Type }>;

/** Dates that were skipped long ago leave nothing out any more. */
const KEPT_SKIPPED = 20;

/** None comes any more. Whoever is in a session is not sent out of it: that one goes on to its own end. */
export function cancelled(series: Series, event: Of<'cancelled'>, { at }: SeriesGrounds): SeriesTurn {
  const { by } = event;
  return ifMay(series, event, () => {
    const current = currentOf(series);
    const isRunning = current !== undefined && isBy(current.startsAt, at);
    const ended: Series = {
      ...series,
      seq: series.seq + 1,
      stage: { at: 'ended', how: 'cancelled', ...(current === undefined ? {} : { current }) },
    };
    // What it says where it is called off must promise no next one.
    const changes = changesOfSession(series, ended, at);
    if (current === undefined || isRunning)
      return { series: ended, effects: [...changes, ...told(ended, by, cancelledCard(ended, isRunning))] };
    return {
      series: { ...ended, stage: { at: 'ended', how: 'cancelled' } },
      effects: [...changes, calledOff(current, 'cancelled'), ...told(ended, by, cancelledCard(ended, false))],
    };
  });
}

/** While one is running it is the one after that is left out. */
export function skipped(series: Series, event: Of<'skipped'>, { at }: SeriesGrounds): SeriesTurn {
  const { by } = event;
  return ifMay(series, event, () => {
    const { stage } = series;
    if (stage.at !== 'active') return askedAgain(series, by);
    const { current } = stage;
    const isAhead = !isBy(current.startsAt, at);
    const next = nextAfter(series, current, at);
    if (next === undefined)
      return { series, effects: [{ type: 'tell', to: by.id, card: noNextCard(series) }] };
    return isAhead ? openLeftOut(series, current, by, at) : nextLeftOut(series, current, next.wall, by, at);
  });
}

function openLeftOut(series: Series, current: Current, by: By, at: string): SeriesTurn {
  const without = leavingOut(series, current.due);
  const next = nextAfter(without, current, at);
  if (next === undefined) return { series, effects: [{ type: 'tell', to: by.id, card: noNextCard(series) }] };
  // The last before the question promised no next one; now one comes.
  const promises = wishOf(series, current, at).nextAt === next.at;
  const off: SeriesEffect[] = [
    ...(promises ? [] : [{ type: 'changeSession', id: current.id, to: { nextAt: next.at } } as const]),
    calledOff(current, 'skipped'),
  ];
  return andThen(
    andThen({ series: without, effects: off }, (now) => opened(now, next, at)),
    (now) => ({
      series: now,
      effects: told(now, by, skippedCard(now, current.startsAt, next.at)),
    }),
  );
}

function nextLeftOut(series: Series, current: Current, wall: string, by: By, at: string): SeriesTurn {
  const left = nextAfter(series, current, at);
  const without = leavingOut(series, wall);
  const next = nextAfter(without, current, at);
  if (left === undefined || next === undefined)
    return { series, effects: [{ type: 'tell', to: by.id, card: noNextCard(series) }] };
  return {
    series: without,
    effects: [
      ...changesOfSession(series, without, at),
      ...told(without, by, skippedCard(without, left.at, next.at)),
    ],
  };
}

function leavingOut(series: Series, wall: string): Series {
  const dates = [...series.skipped, wall.slice(0, 10)];
  return { ...series, seq: series.seq + 1, skipped: dates.slice(-KEPT_SKIPPED) };
}

/** The open session begins now. The day it was meant for stays taken, so that it does not come twice. */
export function calledNow(series: Series, event: Of<'calledNow'>, { at }: SeriesGrounds): SeriesTurn {
  const { by } = event;
  return ifMay(series, event, () => {
    if (series.stage.at !== 'active') return askedAgain(series, by);
    const { wall: _, ...current } = series.stage.current;
    if (isBy(current.startsAt, at))
      return { series, effects: [{ type: 'tell', to: by.id, card: runningNowCard(series) }] };
    const after: Series = {
      ...series,
      seq: series.seq + 1,
      stage: { at: 'active', current: { ...current, startsAt: at } },
    };
    return {
      series: after,
      effects: [
        ...changesOfSession(series, after, at),
        { type: 'toSession', id: current.id, event: { type: 'calledNow' } },
        ...told(after, by, calledNowCard(after)),
      ],
    };
  });
}

function askedAgain(series: Series, by: By): SeriesTurn {
  const { stage } = series;
  if (stage.at !== 'asking') return { series, effects: [] };
  return { series, effects: [{ type: 'tell', to: by.id, card: goOnCard(series, stage.until) }] };
}

function calledOff({ id }: Current, how: 'cancelled' | 'skipped'): SeriesEffect {
  return { type: 'toSession', id, event: { type: 'calledOff', how } };
}
