import { isBy, later } from '../instants.ts';
import { goOnCard, thatWasItCard, unansweredCard, wentOnCard } from './cards/go-on-card.ts';
import { ifMay } from './may-change.ts';
import { opened } from './opening.ts';
import { currentOf, type Series, withMet, withRoster } from './series.ts';
import type { SeriesEvent, SeriesGrounds, SeriesTurn } from './series-event.ts';
import { andThen } from './series-event.ts';
import { firstAfter, nextAfter } from './series-times.ts';
import { told } from './told.ts';

type Of<Type> = Extract<SeriesEvent, { type: Type }>;

/**
 * A session is over: the next is opened, so that it is announced in time; or the organiser is asked whether to go on. Of a
 * session that is not the open one (it was skipped) it is only kept who joined: that, told twice, changes nothing.
 */
export function sessionEnded(series: Series, event: Of<'sessionEnded'>, { at }: SeriesGrounds): SeriesTurn {
  const { mockId, how, groups, joinedIds } = event;
  const current = currentOf(series);
  const known = withRoster(series, joinedIds);
  if (current === undefined || current.id !== mockId) return { series: known, effects: [] };
  // A session to which nobody came counts: a series must not go on for ever before empty rows.
  const isDone = how === 'held' || how === 'nobody';
  const after: Series = {
    ...withMet(known, groups),
    held: known.held + (how === 'held' ? 1 : 0),
    done: known.done + (isDone ? 1 : 0),
    ...(isDone ? { lastAt: current.startsAt } : {}),
  };
  if (after.stage.at === 'ended') {
    const { current: _, ...stage } = after.stage;
    return { series: { ...after, stage }, effects: [] };
  }
  const next = nextAfter(series, current, at) ?? oneMore(after, at);
  if (next === undefined) return { series: { ...after, stage: { at: 'ended', how: 'over' } }, effects: [] };
  if (after.when.kind === 'recurring' && after.done >= after.total) return asked(after, next.at);
  return opened(after, next, at);
}

/** Somebody gave a single session that was running another date: that is one more. */
function oneMore(series: Series, at: string) {
  return series.when.kind === 'once' ? firstAfter(series, at) : undefined;
}

function asked(series: Series, until: string): SeriesTurn {
  const asking: Series = { ...series, seq: series.seq + 1, stage: { at: 'asking', until } };
  return {
    series: asking,
    effects: [{ type: 'tell', to: series.organizer.id, card: goOnCard(asking, until) }],
  };
}

/** As many again. */
export function wentOn(series: Series, event: Of<'wentOn'>, { at }: SeriesGrounds): SeriesTurn {
  const { by } = event;
  return ifMay(series, event, () => {
    const { stage } = series;
    if (stage.at !== 'asking') return { series, effects: [] };
    const on: Series = { ...series, done: 0, seq: series.seq + 1 };
    // Whoever answers late, while I was away, goes on all the same.
    const slot = firstAfter(on, isBy(stage.until, at) ? at : later(stage.until, -1));
    if (slot === undefined) return over(on, 'unanswered');
    return andThen(opened(on, slot, at), (next) => ({
      series: next,
      effects: told(next, by, wentOnCard(next, slot.at)),
    }));
  });
}

export function ended(series: Series, event: Of<'ended'>, _: SeriesGrounds): SeriesTurn {
  const { by } = event;
  return ifMay(series, event, () => {
    if (series.stage.at !== 'asking') return { series, effects: [] };
    const done: Series = { ...series, seq: series.seq + 1, stage: { at: 'ended', how: 'thatWasIt' } };
    return { series: done, effects: told(done, by, thatWasItCard(done)) };
  });
}

/** Nobody answered until the day. */
export function over(series: Series, how: 'unanswered'): SeriesTurn {
  const done: Series = { ...series, seq: series.seq + 1, stage: { at: 'ended', how } };
  return {
    series: done,
    effects: [{ type: 'tell', to: series.organizer.id, card: unansweredCard(done) }],
  };
}
