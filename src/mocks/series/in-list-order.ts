import { currentOf, type Series } from './series.ts';

/** As a list shows them: what comes first stands first, and what has ended is left out. Stable for the same series. */
export function inListOrder(all: readonly Series[]): readonly Series[] {
  return all
    .filter(({ stage }) => stage.at !== 'ended')
    .toSorted((one, other) => nextOf(one) - nextOf(other) || (one.id < other.id ? -1 : 1));
}

/** Which is meant: by its number in that list, or the only one there is. Undefined: it has to be asked. */
export function seriesMeant(all: readonly Series[], number: number | undefined): Series | undefined {
  const listed = inListOrder(all);
  if (number === undefined) return listed.length === 1 ? listed[0] : undefined;
  return listed[number - 1];
}

function nextOf(series: Series): number {
  const { stage } = series;
  return Date.parse(stage.at === 'asking' ? stage.until : (currentOf(series)?.startsAt ?? ''));
}
