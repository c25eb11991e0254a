import type { OpenPlace } from './open-place.ts';

/** Before the last thing known: two clocks differ, and a message may have come while another was handled. */
const OVERLAP_MS = 5 * 60 * 1_000;

/** Up to where this process read each place. `key`: what the adapter reads at once. All instants in ms since 1970. */
export interface HowFar {
  /** A run begins at `now`. A key may come with several places; keys that do not come are forgotten. */
  begin(now: number, places: readonly (readonly [key: string, open: OpenPlace])[]): void;
  /** From when on a place is to be read. */
  from(key: string, open: OpenPlace): number;
  /** All was taken that was written up to the beginning of this run. */
  done(key: string): void;
}

/**
 * Remembers it between the runs: `since` alone would not do, because an answer that came after an outage moves it past
 * what was missed. So a place is read from where it was left, or from its last known message, whichever is earlier.
 */
export function createHowFar(): HowFar {
  let marks = new Map<string, number>();
  let began: number | undefined;
  return {
    begin(now, places) {
      const before = marks;
      marks = new Map();
      for (const [key, open] of places) {
        const oldest = oldestOf(open);
        const left = before.get(key) ?? (began === undefined ? oldest : began - OVERLAP_MS);
        marks.set(key, Math.min(left, oldest, marks.get(key) ?? oldest));
      }
      began = now;
    },
    from: (key, open) => Math.max(marks.get(key) ?? oldestOf(open), open.knownSince?.getTime() ?? 0),
    done(key) {
      if (began !== undefined) marks.set(key, began - OVERLAP_MS);
    },
  };
}

function oldestOf({ since, knownSince }: OpenPlace): number {
  return Math.max(since.getTime() - OVERLAP_MS, knownSince?.getTime() ?? 0);
}
