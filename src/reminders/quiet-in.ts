import type { QuietHours, WallTime } from './recurrence.ts';

const SPAN =
  /^(?:from )?(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?\s*(?:-|–|to|until|till)\s*(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?$/iu;
/** Nobody wants to be left alone for longer than this a day and be reminded all the same. */
const LONGEST_MINUTES = 14 * 60;
const DAY_MINUTES = 24 * 60;

interface Typed {
  readonly hour: string;
  readonly minute: string | undefined;
  readonly half: string | undefined;
}

/** Quiet hours as they are typed: "22:00-7:00", "10pm to 7am", "none". Undefined where the words are none, or may be several. */
export function quietIn(words: string): QuietHours | undefined {
  const [only, other] = quietMeant(words);
  return other === undefined ? only : undefined;
}

/**
 * The quiet hours that words may mean: none where they are none, several where two people read them differently ("10-7" is
 * most of the day, as it stands). With minutes, with a leading zero or beyond twelve a time is what it says.
 */
export function quietMeant(words: string): readonly QuietHours[] {
  const typed = words.trim();
  if (/^(?:none|no|off)$/iu.test(typed)) return [{ from: '00:00', to: '00:00' }];
  const [, fromHour = '', fromMinute, fromHalf, toHour = '', toMinute, toHalf] = SPAN.exec(typed) ?? [];
  const from = { hour: fromHour, minute: fromMinute, half: fromHalf };
  const to = { hour: toHour, minute: toMinute, half: toHalf };
  const [first] = spans([wallTime(from)], [wallTime(to)]);
  if (first === undefined) return [];
  const isPlain =
    isIn24Hours(from) || isIn24Hours(to) || (fromMinute !== undefined && toMinute !== undefined);
  if (isPlain || (fromHalf !== undefined && toHalf !== undefined)) return [first];
  const likely = spans(readings(from), readings(to)).filter(isLikely);
  return likely.length === 0
    ? [first]
    : likely.sort((a, b) => Number(isOvernight(b)) - Number(isOvernight(a)));
}

function isIn24Hours({ hour, half }: Typed): boolean {
  return half === undefined && (hour.startsWith('0') || Number(hour) > 12);
}

/** In both halves of the day, where none is written. */
function readings(typed: Typed): readonly (WallTime | undefined)[] {
  return typed.half === undefined
    ? ['am', 'pm'].map((half) => wallTime({ ...typed, half }))
    : [wallTime(typed)];
}

function spans(
  froms: readonly (WallTime | undefined)[],
  tos: readonly (WallTime | undefined)[],
): QuietHours[] {
  return froms.flatMap((from) =>
    tos.flatMap((to) => (from === undefined || to === undefined ? [] : [{ from, to }])),
  );
}

function isLikely({ from, to }: QuietHours): boolean {
  const minutes = (minuteOf(to) - minuteOf(from) + DAY_MINUTES) % DAY_MINUTES;
  return minutes > 0 && minutes <= LONGEST_MINUTES;
}

function isOvernight({ from, to }: QuietHours): boolean {
  return from > to;
}

function minuteOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function wallTime({ hour, minute = '00', half }: Typed): WallTime | undefined {
  const said = Number(hour);
  if (hour === '' || Number(minute) > 59) return undefined;
  if (half === undefined) return said <= 23 ? `${pad(said)}:${minute}` : undefined;
  if (said < 1 || said > 12) return undefined;
  return `${pad((said % 12) + (half.toLowerCase() === 'pm' ? 12 : 0))}:${minute}`;
}

function pad(hour: number): string {
  return String(hour).padStart(2, '0');
}
