import { withinTime } from './within-time.ts';

/** What a run has still to read, and who waits for it. */
export interface FirstCome<Open> {
  /** A run begins: until `reads` says what there is, everybody may have something unread. */
  begins(): void;
  reads(places: readonly Open[]): void;
  /** The next place; those of people who wait come first. Undefined when all are read. */
  next(): Open | undefined;
  ends(): void;
  /** Whether something of this person may be left to read. */
  isLeft(userId: string): boolean;
  /** What is known to be left of it, the place that is being read included. */
  leftOf(userId: string): readonly Open[];
  /** Resolves when nothing of this person is left to read, or after so many milliseconds. */
  isRead(userId: string, withinMs: number): Promise<void>;
}

/** Whoever is back after an outage and does something waits for what they wrote in it, and for nobody else's. */
export function createFirstCome<Open>(userOf: (open: Open) => string): FirstCome<Open> {
  const waiting = new Map<string, (() => void)[]>();
  let left: Open[] = [];
  let current: Open | undefined;
  let isAsking = false;

  function leftOf(userId: string): readonly Open[] {
    const all = current === undefined ? left : [current, ...left];
    return all.filter((open) => userOf(open) === userId);
  }

  function isLeft(userId: string): boolean {
    return isAsking || leftOf(userId).length > 0;
  }

  function settle(): void {
    for (const [userId, done] of waiting) {
      if (isLeft(userId)) continue;
      waiting.delete(userId);
      for (const each of done) each();
    }
  }

  return {
    begins() {
      isAsking = true;
    },
    reads(places) {
      isAsking = false;
      left = [...places];
      settle();
    },
    next() {
      const hurried = left.findIndex((open) => waiting.has(userOf(open)));
      [current] = left.splice(Math.max(hurried, 0), 1);
      settle();
      return current;
    },
    ends() {
      isAsking = false;
      left = [];
      current = undefined;
      settle();
    },
    isLeft,
    leftOf,
    async isRead(userId, withinMs) {
      if (!isLeft(userId)) return;
      const isDone = new Promise<void>((resolve) => {
        waiting.set(userId, [...(waiting.get(userId) ?? []), resolve]);
      });
      await withinTime(isDone, withinMs, undefined);
    },
  };
}
