import { WallTimeSchema } from '../../../src/reminders/recurrence.ts';
import { whenWords } from '../../../src/reminders/when-form.ts';
import { zoneNamed } from '../../../src/reminders/zones/names.ts';
import { isOffered } from '../render/zone-options.ts';
import { readValues } from './form-values.ts';

/** What a sent form says, as it would have been typed; or what is missing, by the input it is missing in. */
export type WhenFilled =
  | { readonly filled: 'all'; readonly text: string }
  | { readonly filled: 'some'; readonly errors: Readonly<Record<string, string>> };

/** What was filled in of when to remind. `values`: of the view's state. */
export function whenFilled(values: unknown): WhenFilled {
  const { days = '', often, time = '', zone = '' } = readValues(values);
  const wall = WallTimeSchema.safeParse(time).data;
  const known = zoneNamed(zone);
  const named = known !== undefined && isOffered(known) ? known : undefined;
  // A time of two digits leaves no doubt of its half of the day.
  const words = whenWords({ days, isEveryOther: often === '2', time });
  if (words !== undefined && wall !== undefined && named !== undefined)
    return { filled: 'all', text: `remind ${words} ${named}` };
  return {
    filled: 'some',
    errors: {
      ...(words === undefined ? { days: 'Pick at least one day.' } : {}),
      ...(wall === undefined ? { time: 'Pick a time of the day.' } : {}),
      ...(named === undefined ? { zone: 'Pick your time zone: type a city near you, such as Berlin.' } : {}),
    },
  };
}
