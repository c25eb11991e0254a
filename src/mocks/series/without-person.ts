import { peopleOf } from '../meeting.ts';
import type { Series } from './series.ts';

/** A series in which nothing is held of somebody any more: whom they met goes with them. */
export function withoutPerson(series: Series, id: string): Series {
  return {
    ...series,
    roster: series.roster.filter((one) => one !== id),
    met: series.met.filter(([key]) => !peopleOf(key).includes(id)),
  };
}
