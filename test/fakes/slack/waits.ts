export interface Waits {
  readonly changed: () => void;
  until(
    isSo: () => boolean,
    what: string,
    ms: number | undefined,
    seen: () => readonly string[],
  ): Promise<void>;
  calm(ms: number | undefined, busy: () => boolean): Promise<void>;
}

const LOOK_EVERY_MS = 20;

/** Waiting in tests: for something to be so, or for nothing to happen any more. */
export function createWaits(): Waits {
  let changedAt = performance.now();
  const waiting = new Set<() => void>();
  const nextLook = () =>
    new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, LOOK_EVERY_MS);
      waiting.add(wake);
    });
  return {
    changed: () => {
      changedAt = performance.now();
      // After the answer is on its way: what the call did is seen by then.
      setImmediate(() => {
        for (const wake of [...waiting]) wake();
      });
    },
    until: async (isSo, what, ms = 5000, seen) => {
      const end = performance.now() + ms;
      while (!isSo()) {
        if (performance.now() > end)
          throw new Error(`waited for: ${what}. The last calls: ${seen().join(', ')}`);
        await nextLook();
      }
    },
    calm: async (ms = 60, busy) => {
      while (busy() || performance.now() - changedAt < ms) {
        await new Promise((resolve) =>
          setTimeout(resolve, Math.max(1, ms - (performance.now() - changedAt))),
        );
      }
    },
  };
}
