import { isBy } from '../instants.ts';
import type { MockWish } from '../new-mock.ts';
import { type Current, currentOf, type Series, type Who } from './series.ts';
import type { SeriesEffect, SeriesTurn, SessionChange } from './series-event.ts';
import { nextAfter, type Slot } from './series-times.ts';

/** A session that is opened as soon as nothing else is: it announces itself three days ahead. */
export function opened(series: Series, slot: Slot, now: string): SeriesTurn {
  const no = series.numbered + 1;
  const current: Current = {
    id: sessionId(series.id, no),
    no,
    startsAt: slot.at,
    ...(hangsOnNoWall(series) ? {} : { wall: slot.wall }),
    due: slot.wall,
  };
  const after: Series = { ...series, numbered: no, stage: { at: 'active', current } };
  return { series: after, effects: [{ type: 'openSession', wish: wishOf(after, current, now) }] };
}

/** No two are alike: behind the last `n` there are digits alone. */
function sessionId(series: string, no: number): string {
  return `${series}n${no}`;
}

function hangsOnNoWall({ when }: Series): boolean {
  return when.kind === 'once' && when.moment.kind === 'in';
}

export function wishOf(series: Series, current: Current, now: string): MockWish & { readonly who: Who } {
  const { title, channel, zone, organizer, mode, rounds, who, pairs } = series;
  const nextAt = promised(series, current, now);
  return {
    id: current.id,
    no: current.no,
    title,
    channel,
    zone,
    organizer,
    mode,
    rounds,
    ...(pairs === undefined ? {} : { pairs }),
    who,
    startsAt: current.startsAt,
    ...(nextAt === undefined ? {} : { nextAt }),
  };
}

/** Where the organiser is to be asked first, no next one is promised. */
function promised(series: Series, current: Current, now: string): string | undefined {
  const isLast =
    series.stage.at === 'ended' || series.when.kind === 'once' || series.done + 1 >= series.total;
  return isLast ? undefined : nextAfter(series, current, now)?.at;
}

/** What the open session has to know of what changed; nothing where none is open in both. */
export function changesOfSession(before: Series, after: Series, now: string): SeriesEffect[] {
  const was = currentOf(before);
  const is = currentOf(after);
  if (was === undefined || is === undefined || was.id !== is.id) return [];
  const old = wishOf(before, was, now);
  const wish = wishOf(after, is, now);
  const to: SessionChange = {
    ...(isBy(was.startsAt, now) ? {} : beforeItBegins(old, wish)),
    ...(old.nextAt === wish.nextAt ? {} : { nextAt: wish.nextAt ?? null }),
  };
  return Object.keys(to).length === 0 ? [] : [{ type: 'changeSession', id: is.id, to }];
}

type Wish = ReturnType<typeof wishOf>;

function beforeItBegins(
  old: Wish,
  { title, zone, mode, rounds = 1, who, pairs = 'anyone' }: Wish,
): SessionChange {
  return {
    ...(old.title === title ? {} : { title }),
    ...(old.zone === zone ? {} : { zone }),
    ...(isSame(old.mode, mode) ? {} : { mode }),
    ...(old.rounds === rounds ? {} : { rounds }),
    ...((old.pairs ?? 'anyone') === pairs ? {} : { pairs }),
    ...(isSame(old.who, who) ? {} : { who }),
  };
}

/** Of plain data, whose keys one schema puts in one order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
