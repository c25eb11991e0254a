import { withDayLast, withoutStops } from '../../text/day-month.ts';
import { COUNT_WORD, countOf } from './counts.ts';
import { daysInFull } from './letter-days.ts';

/** Where a date stood that was taken out of the words: what people type has none of it. */
export const DATE_HERE = '§';

const REMINDER = '(?:(?:a|an|my|some|the) )?(?:(?:daily|weekly) (?=reminder))?reminders?';
/** "can you remind me", "I'd like a reminder": what stands before a time and says nothing of it. */
const ASKED_FOR = new RegExp(
  `^(?:(?:hi|hello|hey|yes|ok|okay|so|and|also),? )*(?:please )?(?:(?:(?:can|could|would|will) you )?(?:please )?(?:remind(?: me)?|me|(?:set|give|send|make|schedule|add)(?: me)?(?: up)? ${REMINDER})|i(?:'d| would)? (?:like|love|want|need) (?:to be reminded|you to remind me|(?:to (?:get|have|set)(?: up)? )?${REMINDER})|(?:can|could|may) i (?:please )?(?:be reminded|(?:get|have|set)(?: up)? ${REMINDER})|${REMINDER})(?: please)?(?: for)?(?= )`,
  'u',
);
/** What they are to be reminded of is always the same. */
const TO_PRACTISE =
  /(?<!\p{L})(?:for me )?(?:to (?:practi[sc]e|rehearse|do (?:(?:my|a|the|some) )?practi[sc]e)|(?:about|for) (?:(?:my|a|the|some) )?practi[sc](?:e|ing))(?: (?:again|it|this|(?:(?:my|the|this|an?) )?(?:(?:failure|interview) )?(?:story|stories|answers?|questions?)))?(?!\p{L})/gu;
const POLITE_END = /(?: please| thanks?| thank you)$/u;
const MONTH_BEFORE = String.raw`(?<!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? )`;
const IN_PART = new RegExp(
  String.raw`${MONTH_BEFORE}(?<![\d:./-])(\d{1,2})([:.]\d\d)?(?: o'?clock)?,? (?:in the |at |this )?(morning|afternoon|evening|night)\b`,
  'gu',
);
const SEPARATOR = String.raw`(?:\s*(?:,|&|\+|(?<=:\d\d)\/|\band\b|\bor\b)\s*)+`;
/** "9 and 18", "8:30/18:00": each is a time. */
const NEXT_OF_LIST = new RegExp(
  String.raw`(?<=\d|[ap]\.?m\.?)${SEPARATOR}(?:at )?(?=\d{1,2}(?!\d|[./-]\d|\p{L}{3}| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))`,
  'gu',
);
const FIRST_OF_LIST = new RegExp(
  String.raw`(?<=(?:days?|daily|weekends?|mon|tues?|wed|thu|fri|sat|sun) )(\d{1,2})(?=${SEPARATOR}\d{1,2}(?!\d|\p{L}{3}))`,
  'gu',
);

/** What is typed, in small letters and without what only makes it polite; times that are said in words are figures. */
export function plainWords(typed: string): string {
  const asked = withoutStops(typed.replaceAll(DATE_HERE, ' ').toLowerCase())
    .replace(ASKED_FOR, ' ')
    .replace(/^\s*please /u, ' ')
    .replace(POLITE_END, ' ')
    .replace(TO_PRACTISE, ' ')
    .trim();
  return withDayLast(asked)
    .replace(/\b(?:(?:every|each|on|the) )*(?:alternate|alternating) /gu, 'every other ')
    .replace(/\b(?:business|working|work|week)[ -]?day(s?)\b/gu, 'weekday$1')
    .replace(/^.+$/u, daysInFull)
    .replace(/\b(\d{4}-\d\d-\d\d)t(?=\d\d:)/gu, '$1 ')
    .replace(new RegExp(String.raw`\b(half|quarter) (past|to) (\d{1,2}|${COUNT_WORD})\b`, 'gu'), pastHour)
    .replace(
      new RegExp(String.raw`\bat (${COUNT_WORD})\b(?: (fifteen|thirty|forty[ -]?five)\b)?`, 'gu'),
      (_, hour: string, minutes?: string) => `at ${countOf(hour)}${minutesOf(minutes)}`,
    )
    .replace(IN_PART, inPart)
    .replace(FIRST_OF_LIST, 'at $1')
    .replace(NEXT_OF_LIST, ' at ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function pastHour(_: string, part: string, side: string, name: string): string {
  const hour = countOf(name);
  if (side === 'past') return `${hour}:${part === 'half' ? '30' : '15'}`;
  const before = hour === 1 ? 12 : hour - 1;
  return `${before}:${part === 'half' ? '30' : '45'}`;
}

function minutesOf(word: string | undefined): string {
  if (word === undefined) return '';
  return word === 'fifteen' ? ':15' : word === 'thirty' ? ':30' : ':45';
}

function inPart(whole: string, hour: string, minutes = '', part = ''): string {
  const half = halfIn(part, Number(hour));
  return half === undefined ? whole : `${hour}${minutes}${half}`;
}

/** What "morning" or "night" makes of an hour up to twelve; undefined where it says nothing of it. */
export function halfIn(part: string, hour: number): 'am' | 'pm' | undefined {
  if (hour < 1 || hour > 12) return undefined;
  if (part === 'morning') return hour === 12 ? undefined : 'am';
  if (part === 'night') return hour >= 6 && hour < 12 ? 'pm' : 'am';
  return 'pm';
}
