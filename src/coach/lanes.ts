/**
 * Work for one name goes in order, different names side by side. A row lock alone keeps two processes apart but
 * not the order of arrival; this chain does, inside a process.
 */
export interface Lanes {
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Work given to it now would wait. */
  isBusy(name: string): boolean;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(name, work) {
      const before = tails.get(name);
      const mine = before === undefined ? work() : before.then(work, work);
      const tail = mine.catch(() => undefined);
      tails.set(name, tail);
      void tail.then(() => {
        if (tails.get(name) === tail) tails.delete(name);
      });
      return mine;
    },
    isBusy: (name) => tails.has(name),
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
