import type { QuietHours, WallTime } from './recurrence.ts';

const SPAN =
  /^(?:from )?(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?\s*(?:-|–|to|until|till)\s*(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?$/iu;

/** Quiet hours as they are typed: "22:00-7:00", "10pm to 7am", "none". Undefined where the words are none. */
export function quietIn(words: string): QuietHours | undefined {
  const typed = words.trim();
  if (/^(?:none|no|off)$/iu.test(typed)) return { from: '00:00', to: '00:00' };
  const [, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = SPAN.exec(typed) ?? [];
  const from = wallTime(fromHour, fromMinute, fromHalf);
  const to = wallTime(toHour, toMinute, toHalf);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function wallTime(hour = '', minute = '00', half = ''): WallTime | undefined {
  const said = Number(hour);
  if (hour === '' || Number(minute) > 59) return undefined;
  if (half === '') return said <= 23 ? `${pad(said)}:${minute}` : undefined;
  if (said < 1 || said > 12) return undefined;
  return `${pad((said % 12) + (half.toLowerCase() === 'pm' ? 12 : 0))}:${minute}`;
}

function pad(hour: number): string {
  return String(hour).padStart(2, '0');
}
