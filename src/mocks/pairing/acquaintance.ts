import { type Met, type Pair, peopleOf } from '../meeting.ts';

/** Those present as numbers, 0 to `size - 1`, in a stable order: how often they met, and who must not. */
export interface Acquaintance {
  readonly ids: readonly string[];
  readonly size: number;
  /** At `one * size + other`: how often the two have met; `NEVER` where they must not, also of one with oneself. */
  readonly times: Int32Array;
  /** Meetings of each with anybody at all, those who are away today too: whoever was in more trios has more. */
  readonly totals: Int32Array;
}

export const NEVER = -1;

export function acquaintanceOf(ids: readonly string[], met: Met, apart: readonly Pair[]): Acquaintance {
  const size = ids.length;
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const times = new Int32Array(size * size);
  const totals = new Int32Array(size);
  for (const [key, count] of met) {
    const [first, second] = peopleOf(key);
    const one = numbers.get(first);
    const other = numbers.get(second);
    if (one !== undefined) totals[one] = (totals[one] ?? 0) + count;
    if (other !== undefined) totals[other] = (totals[other] ?? 0) + count;
    if (one === undefined || other === undefined) continue;
    // Added up: whoever keeps (A, B) beside (B, A) means the same two.
    const together = (times[one * size + other] ?? 0) + count;
    times[one * size + other] = together;
    times[other * size + one] = together;
  }
  for (const [first, second] of apart) {
    const one = numbers.get(first);
    const other = numbers.get(second);
    if (one === undefined || other === undefined) continue;
    times[one * size + other] = NEVER;
    times[other * size + one] = NEVER;
  }
  for (let one = 0; one < size; one++) times[one * size + one] = NEVER;
  return { ids, size, times, totals };
}

export function mayMeet({ times, size }: Acquaintance, one: number, other: number): boolean {
  return times[one * size + other] !== NEVER;
}
