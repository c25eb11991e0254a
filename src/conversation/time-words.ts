const NUMBER = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const UNIT =
  'minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|fortnights?|months?|quarters?|years?|mornings?|afternoons?|evenings?|nights?|weekdays?|weekends?|workdays?';
const WORKING = '(?:business|working|work|week)[ -]?days?';
const WEEKDAY =
  '(?:mon|tues?|wed|thu|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?';
/** "M/W/F", "TTh": a lone letter is no day. */
const LETTER_DAYS =
  '(?:mo?|tu?|we?|th|fr?|sa)(?:[/-](?:mo?|th|tu?|we?|fr?|sa|su))+|mwf|mw|wf|tth|tuth|tr|mtwthf|mtwtf|mtwrf';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const NTH =
  '(?:first|second|third|fourth|fifth|last|other|next|single|1st|2nd|3rd|4th|5th|\\d{1,3}(?:st|nd|rd|th)?)';
const DAY = `(?:${WEEKDAY}|${WORKING}|${UNIT}|${LETTER_DAYS})`;
const OFTEN = `(?:once|twice|thrice|(?:${NUMBER}|\\d{1,2}|a few|several) ?(?:times|x)) (?:an?|per|every|each|daily|weekly|monthly)`;
const AFTER_NUMBER = `am|pm|a\\.m|p\\.m|o'?clock|hrs|on|at|in|from|every|each|and|or|of|to|noon|today|tonight|tomorrow|daily|weekly|monthly|${MONTH}|${DAY}|\\d`;
const BEGINNINGS = [
  `(?:every|each|alternate|alternating) (?:(?:${NTH}|${NUMBER}|alternate|and)[ ,]+)*${DAY}`,
  `(?:daily|weekly|biweekly|bi-weekly|fortnightly|monthly|quarterly|yearly|today|tonight|tomorrow|noon|midday|midnight)`,
  `${WEEKDAY}|${WORKING}|workdays?|weekends?|mornings|afternoons|evenings|nights|${LETTER_DAYS}`,
  `(?:the )?(?:${NTH}(?: and |, ?| ?& ?|/| ))+${DAY}`,
  `(?:next|this|coming|the coming) ${DAY}`,
  `(?:on|from) (?:the )?(?:\\d\\S*|alternate|today|tomorrow|next |${NTH} |${MONTH}|${DAY})`,
  `at (?:\\d\\S*|noon|midday|midnight|half|quarter|${NUMBER})`,
  `in (?:\\d\\S*|(?:about )?(?:half )?(?:an?|${NUMBER}|a couple of|a few)(?: and a half| quarter of an)? (?:${UNIT})|the (?:morning|afternoon|evening|night))`,
  `(?:half|quarter) (?:past|to|an hour)|an? (?:${UNIT}|couple of (?:${UNIT}))|(?:${NUMBER}) (?:${UNIT})`,
  OFTEN,
  `${MONTH}\\.? (?:the )?\\d\\S*|the \\d{1,2}(?:st|nd|rd|th)|all days`,
  // "9:00", "9am", "2027-03-01", "12/3"; a number alone is followed by what makes it a time: "3 people" is none.
  `\\d{1,4}[:.h/-]\\d\\S*|\\d{1,2}(?:am|pm)|\\d{1,4}(?:st|nd|rd|th|h|m)?(?:$|[,.] ?| (?:${AFTER_NUMBER}))`,
  'when(?:ever)? (?:it (?:pays|helps)|you think)|(?:adaptive|smart)(?:ly)?(?:$| at| \\d)',
];
const BEGINNING = new RegExp(`^(?:${BEGINNINGS.map((one) => `(?:${one})`).join('|')})(?!\\p{L})`, 'iu');

/** Whether words begin as those for a time do: "every monday", and not "every team". */
export function beginsAsTime(words: string): boolean {
  return BEGINNING.test(words);
}

const SMALL = new RegExp(
  `^(?:${[
    'and|or|on|at|in|the|of|a|an|from|to|until|till|starting|beginning|other|alternate|alternating|per|but|not|except',
    'past|couple|few|several|times?|x|coming|single|later|now|zone|also|both|about|around|it|pays|helps',
  ].join('|')})$`,
  'iu',
);
const TELLING = new RegExp(
  `^(?:${[
    `every|each|daily|weekly|biweekly|bi-weekly|fortnightly|monthly|quarterly|once|twice|thrice|${NUMBER}`,
    `today|tonight|tomorrow|noon|midday|midnight|half|o'?clock|am|pm|[ap]\\.m\\.?|${NTH}|this|when|whenever|adaptive`,
    `${DAY}|business|working|work|${MONTH}\\.?|m|w|f|t|th|tu|\\d[\\d:.h-]*(?:st|nd|rd|th|am|pm|a\\.m\\.?|p\\.m\\.?|x|h|m|min)?`,
  ].join('|')})$`,
  'iu',
);
const IN_ZONE =
  /\s(?:zone \S.*|(?:in )?[A-Z]\p{L}+(?:[ _][A-Z]\p{L}+)*(?: time|\/[A-Z]\S+)|(?:UTC|GMT|[A-Z]{1,3}T)\S*)$/u;

/** Whether a time is all that words say: a word that is of no time may be an answer's. */
export function isAllTime(words: string): boolean {
  if (!beginsAsTime(words)) return false;
  const tokens = words
    .replace(IN_ZONE, '')
    .split(/[\s,;/&+]+/u)
    .filter((token) => token !== '');
  return (
    tokens.every((token) => SMALL.test(token) || TELLING.test(token)) &&
    tokens.some((token) => TELLING.test(token))
  );
}
