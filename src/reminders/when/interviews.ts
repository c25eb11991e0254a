import { dayFirst } from '../../text/day-month.ts';
import { dateInWords } from '../in-words.ts';
import { dateIn } from './dates.ts';
import { dayPartIn } from './day-parts.ts';
import { spanIn } from './durations.ts';
import { momentIn } from './moments.ts';
import { DATE_HERE } from './plain-words.ts';
import { ask, isTooFar, refused, type Said, TOO_FAR } from './spoken.ts';
import { exactly, timesIn } from './times.ts';
import type { Choice, WhenRead } from './when-read.ts';

const INTERVIEW =
  /^(?:i have |i've got |i've |i got |there is |there's |for )?(?:my |the |an |a )?(?:job )?interview(?:s|'s)?:?(?: is| will be| comes| takes place)?(?: |$)/u;
const BEFORE_IT = /\b(?:day|night|evening|morning|week)s? before (?:my |the |an )?(?:job )?interview\b/u;
const EXAMPLE = 'Type it, for example: remind interview on 20 March 2027.';

/** The day of an interview: the date counts, a time of the interview itself changes nothing. Undefined for any other words. */
export function interviewIn(words: string, said: Said): WhenRead | undefined {
  if (BEFORE_IT.test(words)) return refused(`I plan back from its date. ${EXAMPLE}`);
  if (!INTERVIEW.test(words)) return undefined;
  const day = words.replace(INTERVIEW, '').trim();
  const bare = /^at /u.test(day) ? day.slice(3).trim() : dayFirst(day.replace(/^on /u, '').trim());
  const date = dateIn(bare, said.today);
  const { rest, times } = timesIn(date.found === 'none' ? bare : date.rest);
  const named = dayPartIn(rest.replaceAll(DATE_HERE, '').trim()).rest;
  switch (date.found) {
    case 'impossible':
      return refused(`There is no ${date.typed}. The nearest days there are:`, days(date.nearest, said));
    case 'either': {
      const choices = days(date.dates, said);
      return choices.length === 0 ? past(date.dates[0] ?? said.today) : ask('Which day is that?', choices);
    }
    case 'date':
      return interviewOn(date.date, said);
    case 'none':
      return named === '' && times.length === 0
        ? refused(`On which day? ${EXAMPLE}`)
        : onNamedDay(named, said);
  }
}

function onNamedDay(day: string, said: Said): WhenRead {
  if (day === '' || day === 'today') return interviewOn(said.today, said);
  const span = spanIn(day);
  if (span !== undefined && span.minutes > 0) return interviewOn(said.today, said);
  // Its last minutes: so a day counts as long as it lasts.
  const made = momentIn(day, { time: exactly('23:59') }, said);
  switch (made?.read) {
    case undefined:
    case 'unread':
      return refused(`On which day? ${EXAMPLE}`);
    case 'wish':
      return made.wish.kind === 'moment'
        ? interviewOn(made.wish.moment.wall.slice(0, 10), said)
        : { read: 'unread' };
    case 'ask': {
      const dates = new Set(made.choices.map(({ words }) => words.slice(0, 10)));
      return { ...made, choices: days([...dates], said) };
    }
    case 'refused':
      return {
        ...made,
        message: made === TOO_FAR ? made.message : `That day is past. ${EXAMPLE}`,
        choices: [],
      };
  }
}

function days(dates: readonly string[], said: Said): Choice[] {
  return dates
    .filter((date) => date >= said.today && !isTooFar(date, said))
    .map((date) => ({ label: dateInWords(date), words: `interview on ${date}` }));
}

function interviewOn(date: string, said: Said): WhenRead {
  if (isTooFar(date, said)) return TOO_FAR;
  return date >= said.today ? { read: 'wish', wish: { kind: 'interview', date } } : past(date);
}

function past(date: string): WhenRead {
  return refused(`${dateInWords(date)} is past. On which day is the interview?`);
}
