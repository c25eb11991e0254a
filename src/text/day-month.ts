const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = '(?:0?[1-9]|1[0-2])';
/** "5.12" at the end: a day and a month, or a time of the day. */
const LAST = new RegExp(String.raw`(?<![\d.:/-])${DAY}\.${MONTH}$`, 'u');
const ALONE = new RegExp(String.raw`^${DAY}\.${MONTH}(?=$|,? )`, 'u');
const STOPS = /[.!?;,\s]+$/u;

const WEEKDAY = '(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?';
/** What a day may stand behind: nothing, a word that wants one, a weekday, or the time on it. "At 9.10." is a time, and its end. */
const BEFORE_A_DAY = new RegExp(
  String.raw`(?:^|(?<!\p{L})(?:on|until|till?|to|for|from|since|starting|beginning|of|by|before|is|interview|remind|me|reminders?|pause|snooze|set|${WEEKDAY},?)|\d[.:]\d\d|\d ?[ap]\.?m\.?|noon|midday|midnight)$`,
  'iu',
);

/** Words without what ends a sentence; of "5.12." the last dot may be the day's, and is left. */
export function withoutStops(words: string): string {
  const bare = words.replace(STOPS, '');
  return words.charAt(bare.length) === '.' && LAST.test(bare) ? `${bare}.` : bare;
}

/** Words whose last dot, behind two numbers, is left only where these are a day: "weekdays 9.10." ends with a time. */
export function withDayLast(words: string): string {
  if (!words.endsWith('.')) return words;
  const bare = words.slice(0, -1);
  const at = LAST.exec(bare)?.index;
  return at === undefined || BEFORE_A_DAY.test(bare.slice(0, at).trim()) ? words : bare;
}

/** Words that begin with a day, where no time is meant: "5.12" is one there without the dot behind it too. */
export function dayFirst(words: string): string {
  return words.replace(ALONE, '$&.');
}
