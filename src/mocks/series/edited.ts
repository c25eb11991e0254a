import { isBy, later, latest } from '../instants.ts';
import type { Mode } from '../mock.ts';
import { liveMinutes } from '../script.ts';
import {
  changedMeanwhileCard,
  editedCard,
  runningNowCard,
  timeIsPastCard,
  unchangedCard,
} from './cards/changed-cards.ts';
import { goOnCard } from './cards/go-on-card.ts';
import { endedAlreadyCard } from './cards/refused-cards.ts';
import { ifMay } from './may-change.ts';
import { changesOfSession, isSame } from './opening.ts';
import { type Current, currentOf, type Series } from './series.ts';
import type { SeriesEffect, SeriesEvent, SeriesGrounds, SeriesTurn } from './series-event.ts';
import { firstAfter, type Slot, slotOf } from './series-times.ts';
import { told } from './told.ts';

type Edited = Extract<SeriesEvent, { type: 'edited' }>;

/**
 * The open session is changed with the series as long as it has not begun; then it is the later ones that are. One moment
 * for a series that recurs moves the open session alone, and the rhythm stays.
 */
export function edited(series: Series, event: Edited, { at }: SeriesGrounds): SeriesTurn {
  const { by, change } = event;
  const tell = (card: Parameters<typeof told>[2]): SeriesTurn => ({
    series,
    effects: [{ type: 'tell', to: by.id, card }],
  });
  // A form that was filled in is no button: whoever sent it hears that it changed nothing.
  const older = () =>
    tell(series.stage.at === 'ended' ? endedAlreadyCard(series) : changedMeanwhileCard(series, at));
  const turn = (): SeriesTurn => {
    const moment =
      change.when?.kind === 'once' && series.when.kind === 'recurring' ? change.when.moment : undefined;
    const wished: Series = { ...series, ...change, ...(moment === undefined ? {} : { when: series.when }) };
    const current = currentOf(series);
    const isAhead = current !== undefined && !isBy(current.startsAt, at);
    if (moment !== undefined && !isAhead)
      return tell(
        series.stage.at === 'asking' ? goOnCard(series, series.stage.until) : runningNowCard(series),
      );
    if (moment === undefined && isSame(wished, series)) return tell(unchangedCard(series, at));
    const isOtherTime =
      moment !== undefined || !isSame([wished.when, wished.zone], [series.when, series.zone]);
    const slot =
      moment !== undefined ? slotOf(moment, wished.zone) : isOtherTime ? timeOf(wished, at) : undefined;
    if (isOtherTime && (slot === undefined || isBy(slot.at, at))) return tell(timeIsPastCard(series));
    const changed: Series = { ...wished, seq: series.seq + 1 };
    const after =
      slot === undefined
        ? changed
        : atNewTime(changed, slot, at, { isAhead, keepsDue: moment !== undefined });
    return {
      series: after,
      effects: [
        ...changesOfSession(series, after, at),
        ...(isAhead ? moved(current, after) : []),
        ...told(after, by, editedCard(after, at)),
        ...asked(after),
      ],
    };
  };
  return ifMay(series, event, turn, older);
}

/** Not in the past, and none that doubles one that was. */
function timeOf(wished: Series, at: string): Slot | undefined {
  return firstAfter(wished, latest(at, wished.lastAt ?? at), wished.lastAt);
}

interface Where {
  readonly isAhead: boolean;
  readonly keepsDue: boolean;
}

function atNewTime(series: Series, slot: Slot, at: string, { isAhead, keepsDue }: Where): Series {
  const { stage } = series;
  if (stage.at === 'asking') return { ...series, stage: { at: 'asking', until: slot.at } };
  if (stage.at === 'ended' || !isAhead) return series;
  const { wall: _, ...current } = stage.current;
  const isFixed = series.when.kind === 'once' && series.when.moment.kind === 'in';
  const next: Current = {
    ...current,
    startsAt: slot.at,
    ...(isFixed ? {} : { wall: slot.wall }),
    due: keepsDue ? current.due : slot.wall,
  };
  return { ...series, since: at, stage: { at: 'active', current: next } };
}

function moved(was: Current, after: Series): SeriesEffect[] {
  const is = currentOf(after);
  if (is === undefined || is.startsAt === was.startsAt) return [];
  return [{ type: 'toSession', id: is.id, event: movedEvent(is.startsAt, after) }];
}

/** A session keeps its length where no other end is given, and the length may have changed too. */
export function movedEvent(
  startsAt: string,
  { mode, rounds }: { readonly mode: Mode; readonly rounds: number },
) {
  const minutes = mode.kind === 'live' ? liveMinutes(rounds) : mode.days * 24 * 60;
  return { type: 'moved', startsAt, endsAt: later(startsAt, minutes * 60_000) } as const;
}

/** The question still stands, with buttons that are of now. */
function asked(series: Series): SeriesEffect[] {
  const { stage, organizer } = series;
  return stage.at === 'asking'
    ? [{ type: 'tell', to: organizer.id, card: goOnCard(series, stage.until) }]
    : [];
}
