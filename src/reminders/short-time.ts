import type { WallTime } from './recurrence.ts';

/** "08:30" as people write it: "8:30". */
export function shortTime(time: WallTime): string {
  return time.replace(/^0(?=\d:)/u, '');
}
