import type { Score } from '../critique/critique.ts';
import { type PitfallsSeen, pitfallsSeen } from './pitfalls-seen.ts';
import type { Judged, Practised } from './practised.ts';
import { type Pause, weeksInARow } from './weeks-in-a-row.ts';

/** A practice as the lines show it: its last judgement, and the own ratings beside it. */
export interface Scored extends Pick<Judged, 'label' | 'stoodIn' | 'steps'> {
  readonly number: number;
  readonly own?: Readonly<Record<string, Score>>;
}

export interface Progress {
  readonly weeks: number;
  readonly practices: number;
  readonly secondsSaid: number;
  /** Oldest first; a line joins only neighbours of one `label`. */
  readonly scored: readonly Scored[];
  readonly pitfalls: PitfallsSeen;
  /** The step that reads weakest now, the earliest of several; none where nothing is scored, or all is clear. */
  readonly next?: string;
}

const CLEAR = 2;

/**
 * Where somebody stands. `practices`: oldest first. A practice counts once it was judged or said aloud, or once its story
 * turned out to be one that is not scored. `steps`: the ids of the guide's steps in their order.
 */
export function progressOf(
  practices: readonly Practised[],
  pauses: readonly Pause[],
  today: string,
  steps: readonly string[],
): Progress {
  const counted = practices.filter(counts);
  const scorable = counted.filter((one) => !one.sheltered && one.ofAnotherQuestion !== true);
  const scored = scorable.flatMap((one) => scoredOf(one) ?? []);
  const days = counted.flatMap((one) => one.days);
  const next = weakest(scored.at(-1), steps);
  return {
    weeks: weeksInARow(days, pauses, today),
    practices: counted.length,
    secondsSaid: counted.flatMap(({ runs }) => runs).reduce((sum, seconds) => sum + seconds, 0),
    scored,
    pitfalls: pitfallsSeen(scorable.flatMap(({ judged }) => judged)),
    ...(next === undefined ? {} : { next }),
  };
}

function counts({ sheltered, judged, runs }: Practised): boolean {
  return sheltered || judged.length > 0 || runs.length > 0;
}

function scoredOf({ number, judged, own }: Practised): Scored | undefined {
  const last = judged.at(-1);
  if (last === undefined) return undefined;
  const { label, stoodIn, steps } = last;
  return {
    number,
    label,
    steps,
    ...(stoodIn === undefined ? {} : { stoodIn }),
    ...(own === undefined ? {} : { own }),
  };
}

function weakest(latest: Scored | undefined, steps: readonly string[]): string | undefined {
  if (latest === undefined) return undefined;
  const scoreOf = (id: string) => latest.steps[id] ?? 0;
  const [first] = [...steps].sort((a, b) => scoreOf(a) - scoreOf(b));
  return first === undefined || scoreOf(first) === CLEAR ? undefined : first;
}
