import { WallTimeSchema } from '../../../src/reminders/recurrence.ts';
import { zoneNamed } from '../../../src/reminders/zones/names.ts';
import { DAYS } from '../render/when-modal.ts';
import { isOffered } from '../render/zone-options.ts';
import { readValues } from './form-values.ts';

/** What a sent form says, as it would have been typed; or what is missing, by the input it is missing in. */
export type WhenFilled =
  | { readonly filled: 'all'; readonly text: string }
  | { readonly filled: 'some'; readonly errors: Readonly<Record<string, string>> };

/** What was filled in of when to remind. `values`: of the view's state. */
export function whenFilled(values: unknown): WhenFilled {
  const { days: ticked = '', often, time, zone = '' } = readValues(values);
  const days = Object.keys(DAYS).filter((day) => ticked.split(',').includes(day));
  const wall = WallTimeSchema.safeParse(time).data;
  const known = zoneNamed(zone);
  const named = known !== undefined && isOffered(known) ? known : undefined;
  if (days.length > 0 && wall !== undefined && named !== undefined) {
    // "Mon 08:30" is one Monday. A time of two digits leaves no doubt of its half of the day.
    const every = often === '2' ? 'every two weeks on' : 'every';
    return { filled: 'all', text: `remind ${every} ${days.join('/')} ${wall} ${named}` };
  }
  return {
    filled: 'some',
    errors: {
      ...(days.length === 0 ? { days: 'Pick at least one day.' } : {}),
      ...(wall === undefined ? { time: 'Pick a time of the day.' } : {}),
      ...(named === undefined ? { zone: 'Pick your time zone: type a city near you, such as Berlin.' } : {}),
    },
  };
}
