import { shortTime } from '../short-time.ts';
import { weekdayNamed } from './days.ts';
import { ask } from './spoken.ts';
import { readingsOf, type TypedTime } from './times.ts';
import type { WhenRead } from './when-read.ts';

const DAY = String.raw`\b(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*`;
/** A time between two days, and one behind the second: each day has its own. */
const EACH_ITS_OWN = new RegExp(String.raw`${DAY}\D{0,20}\d.{0,30}${DAY}\D{0,20}\d`, 'u');

/** "mon 9:00, thu 18:00" is two rhythms, and a plan has one: its days are offered at one of the times. */
export function timesByDay(words: string, times: readonly TypedTime[]): WhenRead | undefined {
  if (!EACH_ITS_OWN.test(words)) return undefined;
  const named = words.match(new RegExp(DAY, 'gu')) ?? [];
  const days = [...new Set(named.filter((name) => weekdayNamed(name) !== undefined))];
  if (days.length < 2) return undefined;
  const walls = [...new Set(times.flatMap((time) => readingsOf(time).slice(0, 1)))];
  return ask(
    'I keep one rhythm, at the same times on each of its days. Which one?',
    walls.map((wall) => ({
      label: `${days.map(capital).join(' and ')}, ${shortTime(wall)}`,
      words: `every ${days.join('/')} ${wall}`,
    })),
  );
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
