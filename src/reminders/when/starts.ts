import { momentIn } from './moments.ts';
import { DATE_HERE } from './plain-words.ts';
import { plusDays, type Said } from './spoken.ts';
import { exactly } from './times.ts';
import { dayOfNextWeek, nextDated } from './weeks.ts';

/** Where a recurrence starts, as it was typed, and the words without it. */
export interface StartFound {
  readonly rest: string;
  /** A date stands in the words after "from": it is `dateIn`'s. */
  readonly isDated: boolean;
  /** The days that "from tomorrow" or "from next Friday" may be, where they named no date. */
  readonly dates: readonly string[];
}

const FROM = String.raw`\b(?:from|starting(?: from)?|starts|beginning(?: from)?|as of|since)(?: on)?`;
const DATED = new RegExp(`${FROM} ${DATE_HERE}(?: on(?:wards?)?$| onwards?)?`, 'u');
const NAMED = new RegExp(String.raw`^(.*?\S) ?${FROM} (.+?)(?: on(?:wards?)?)?$`, 'u');
const DAYS_LEAD = /\bfrom (?=\p{L}+ ?(?:to|-|–|through|thru|till|until) ?\p{L}+)/gu;

/** The start in words from which dates and times were taken out. */
export function startIn(typed: string, said: Said): StartFound {
  // "from Monday to Friday" are days of the week, and no start.
  const words = typed.replace(DAYS_LEAD, '');
  if (DATED.test(words)) return { rest: tidy(words.replace(DATED, ' ')), isDated: true, dates: [] };
  const [, before, day] = NAMED.exec(words) ?? [];
  if (before === undefined || day === undefined) return { rest: words, isDated: false, dates: [] };
  const begins = beginning(day, said);
  if (begins !== undefined) return { rest: tidy(before), isDated: false, dates: [begins] };
  const made = momentIn(day, { time: exactly('23:59') }, said);
  const dates =
    made?.read === 'wish' && made.wish.kind === 'moment'
      ? [made.wish.moment.wall.slice(0, 10)]
      : made?.read === 'ask'
        ? [...new Set(made.choices.map((choice) => choice.words.slice(0, 10)))]
        : [];
  return dates.length === 0
    ? { rest: words, isDated: false, dates }
    : { rest: tidy(before), isDated: false, dates };
}

/** A week begins on its Monday, a month on its first. */
function beginning(words: string, said: Said): string | undefined {
  if (words === 'next week') return dayOfNextWeek(1, said);
  return words === 'next month' ? nextDated(1, plusDays(said.today, 1)) : undefined;
}

function tidy(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
