import { A_COLLEAGUE } from '../cards/names.ts';
import { peopleOf } from '../meeting.ts';
import { nobodyBeside } from '../nobody.ts';
import type { Series } from './series.ts';

/**
 * A series in which nothing is held of somebody any more: whom they met goes with them. What they organised goes on; an
 * admin can change it.
 */
export function withoutPerson(series: Series, id: string): Series {
  const { organizer, who } = series;
  return {
    ...series,
    who: typeof who === 'object' && 'ids' in who ? without(who, id) : who,
    organizer: organizer.id === id ? { id: nobodyBeside([]), name: A_COLLEAGUE } : organizer,
    roster: series.roster.filter((one) => one !== id),
    met: series.met.filter(([key]) => !peopleOf(key).includes(id)),
  };
}

/** Those who are asked by name; where nobody else was, whoever joins in the channel. */
function without({ ids }: { readonly ids: readonly string[] }, id: string): Series['who'] {
  const left = ids.filter((one) => one !== id);
  return left.length === 0 ? 'joiners' : { ids: left };
}
