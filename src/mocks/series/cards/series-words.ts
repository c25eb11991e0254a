import { inWords } from '../../../reminders/in-words.ts';
import { momentIn } from '../../cards/when-words.ts';
import type { Pairs } from '../../mock.ts';
import { liveMinutes } from '../../script.ts';
import type { Schedule, SeriesWhen, Who } from '../series.ts';

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "four sessions". */
export function sessionsWords(count: number): string {
  return `${counted(count)} ${count === 1 ? 'session' : 'sessions'}`;
}

export function counted(count: number): string {
  return COUNTS[count] ?? String(count);
}

export function capitalised(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** "Every two weeks on Thursday at 15:00", without what it is counted from: the date beside it says that. */
export function rhythmWords(when: SeriesWhen, zone: string): string {
  if (when.kind === 'once') return 'Once';
  return capitalised(withoutZone(when, zone).replace(/, counted from .*$/u, ''));
}

/** A rhythm as it can be typed again, without another meaning; nothing for a single moment. */
export function rhythmTyped(when: SeriesWhen, zone: string): string {
  if (when.kind === 'once') return '';
  return withoutZone(when, zone)
    .replace(/, counted from .*$/u, ` starting ${when.recurrence.from}`)
    .replace(/, or the last day of a shorter one,/u, '');
}

function withoutZone(when: Extract<SeriesWhen, { kind: 'recurring' }>, zone: string): string {
  return inWords({ kind: 'recurrence', recurrence: when.recurrence }, zone).slice(0, -` (${zone})`.length);
}

/** How a session is held. */
export function modeWords({ mode, rounds }: Pick<Schedule, 'mode' | 'rounds'>): string {
  if (mode.kind === 'async')
    return `In writing: each pair has ${mode.days === 1 ? 'one day' : `${counted(mode.days)} days`}, at hours that suit them`;
  const again = rounds === 1 ? '' : `, ${counted(rounds)} rounds with another partner each`;
  return `Live: ${liveMinutes(rounds)} minutes, all at the same time${again}`;
}

export function pairsWords(pairs: Pairs): string {
  return pairs === 'anyone'
    ? 'Anyone with anyone'
    : 'Who has practised with me before, with who has not, where that can be';
}

export function whoWords(who: Who): string {
  if (who === 'joiners') return 'Nobody by name. Whoever likes to joins in the channel';
  if (who === 'channel') return 'All members of the channel, each in a message of their own';
  if ('group' in who) return 'The members of the group you chose, each in a message of their own';
  return who.ids.length === 1
    ? 'The one person you named'
    : `The ${counted(who.ids.length)} people you named, each in a message of their own`;
}

/** Weekday, date, time and zone, for whoever organises: a slip in the zone is to be seen. */
export function whenWords(at: string, { zone }: Pick<Schedule, 'zone'>): string {
  return momentIn(at, zone);
}
