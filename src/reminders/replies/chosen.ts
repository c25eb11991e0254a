import { FIRST_CHOICES } from '../cards/plan-cards.ts';
import { dateIn } from '../when/dates.ts';
import { plainWords } from '../when/plain-words.ts';
import { dayChoice, type SaidWhere, saidAt } from '../when/spoken.ts';
import { readingsOf, wallTime } from '../when/times.ts';
import type { Choice } from '../when/when-read.ts';
import { isHalf, timeAlone } from './time-alone.ts';

const ORDINALS: readonly RegExp[] = [
  /^(?:first|1st|former|number 1|no\.? ?1|option 1)$/u,
  /^(?:second|2nd|number 2|no\.? ?2|option 2)$/u,
  /^(?:third|3rd|number 3|no\.? ?3|option 3)$/u,
  /^(?:fourth|4th|number 4|no\.? ?4|option 4)$/u,
  /^(?:fifth|5th|number 5|no\.? ?5|option 5)$/u,
];
const LAST = /^(?:last|latter)$/u;
/** Words that name none of them. */
const FILLING =
  /^(?:the|that|this|on|at|in|one|ones|please|i|mean|meant|would|be|fine|is|it|of|and|for|next)$/u;
/** A choice that is a day and a time on it, with a zone behind it where the words named one. */
const DATED = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)(?: (\S+))?$/u;
const DATE = /\d{4}-\d\d-\d\d/u;
const DAY_AND_MONTH = /^(?:on |the )?(\d{1,2}\.\d{1,2})\.$/u;
/** A choice between times of the day: "when it pays 15:00", "15:00". */
const TIMED = /^(?:when it pays )?\d\d:\d\d$/u;

/** What is offered first, whatever was asked for: a word that is in one of them need not mean it. */
export function isUsual(choices: readonly Choice[]): boolean {
  return (
    choices.length > 0 && choices.every(({ words }) => FIRST_CHOICES.some((usual) => usual.words === words))
  );
}

/**
 * The choices that a reply leaves, in its words or its number: one, where it picks it; several, where it tells some apart
 * ("Friday", of four); none, where it is no answer to them. Another time of the day for the days offered is one too.
 * `bare`: in small letters, without a full stop.
 */
export function chosenIn(choices: readonly Choice[], bare: string, at: SaidWhere): readonly Choice[] {
  const named = bare.replace(/^(?:the )?(.+?)(?: one)?(?: please)?$/u, '$1');
  const nth = /^\d$/u.test(bare) ? Number(bare) - 1 : ORDINALS.findIndex((form) => form.test(named));
  const counted = LAST.test(named) ? choices.at(-1) : choices[nth];
  if (counted !== undefined) return [counted];
  const same = choices.find(({ label, words }) => [label.toLowerCase(), words.toLowerCase()].includes(bare));
  if (same !== undefined) return [same];
  if (!isUsual(choices)) return leftBy(choices, bare, at);
  const usual = choices.find(({ label }) => label.toLowerCase().replace(/, \d.*$/u, '') === named);
  return usual === undefined ? [] : [usual];
}

function leftBy(choices: readonly Choice[], bare: string, at: SaidWhere): readonly Choice[] {
  const plain = plainWords(bare);
  const days = new Set(choices.flatMap(({ words }) => DATE.exec(words)?.[0] ?? []));
  // Between days "5.12." is one of them; of one day it is a time, and a full stop.
  if (DAY_AND_MONTH.test(plain) && days.size !== 1) {
    const day = dateIn(plain, saidAt(at).today);
    return day.found === 'date' ? choices.filter(({ words }) => DATE.exec(words)?.[0] === day.date) : [];
  }
  const { times, part, rest } = timeAlone(plain.replace(DAY_AND_MONTH, '$1'));
  const tokens = rest.split(' ').filter((token) => token !== '' && !FILLING.test(token));
  const [time, second] = times;
  if (second !== undefined || (time === undefined && part === undefined && tokens.length === 0)) return [];
  const fitting = choices.filter(({ label }) => hasAll(label, tokens));
  if (time === undefined && part === undefined) return fitting;
  if (!choices.every(({ words }) => DATED.test(words) || TIMED.test(words))) return [];
  if (time === undefined) return fitting.filter(({ words }) => isHalf(words, part));
  const there = fitting.filter(({ words }) => words.includes(wallTime(time)) && isHalf(words, part));
  return there.length > 0 ? there : retimed(fitting, readingsOf(time), at);
}

/** The days offered, at the time that was named instead. */
function retimed(choices: readonly Choice[], walls: readonly string[], at: SaidWhere): readonly Choice[] {
  const { zone } = saidAt(at);
  const days = choices.flatMap(({ words }) => {
    const [, date, , named] = DATED.exec(words) ?? [];
    return date === undefined ? [] : [{ date, behind: named === undefined ? '' : ` ${named}` }];
  });
  const once = days.filter(({ date }, index) => days.findIndex((one) => one.date === date) === index);
  if (once.length === 0 || zone === '') return [];
  return once.flatMap(({ date, behind }) =>
    walls.map((wall) => {
      const { label, words } = dayChoice(date, wall);
      return { label: `${label}${behind}`, words: `${words}${behind}` };
    }),
  );
}

/** Whether each word begins one of the label's: "fri" is Friday, "kolkata" is Asia/Kolkata. Numbers are whole. */
function hasAll(label: string, tokens: readonly string[]): boolean {
  const parts = label
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((part) => part !== '');
  return tokens.every((token) => {
    const bare = token.replace(/(?<=\d)(?:st|nd|rd|th)$/u, '').replace(/(?<=\p{L}{3}day)s$/u, '');
    return parts.some((part) => part === bare || (/^\p{L}{3,}$/u.test(bare) && part.startsWith(bare)));
  });
}
