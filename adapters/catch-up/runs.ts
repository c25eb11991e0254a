import { codeOf } from '../../src/errors.ts';

export interface CatchUp {
  /** Resolves when everything was read that can be. A call during a run has another one follow. */
  run(): Promise<void>;
  /** Ends a run at its next step. */
  stop(): void;
}

/**
 * One run at a time, and one more for all that asked meanwhile. A run that left something (`through` resolves to false, or
 * rejects) is followed by another after `againMs`.
 */
export function createRuns({
  through,
  brokeOff,
  againMs,
}: {
  readonly through: (signal: AbortSignal) => Promise<boolean>;
  readonly brokeOff: (code: string) => void;
  readonly againMs: number;
}): CatchUp {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let again: NodeJS.Timeout | undefined;

  async function once(): Promise<void> {
    const isWhole = await through(signal).catch((error: unknown) => {
      if (!signal.aborted) brokeOff(codeOf(error));
      return false;
    });
    clearTimeout(again);
    if (isWhole || signal.aborted) return;
    again = setTimeout(() => void run(), againMs);
    again.unref();
  }

  async function untilDone(): Promise<void> {
    do {
      isAskedAgain = false;
      await once();
    } while (isAskedAgain && !signal.aborted);
    running = undefined;
  }

  function run(): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    if (running === undefined) running = untilDone();
    else isAskedAgain = true;
    return running;
  }

  return {
    run,
    stop() {
      clearTimeout(again);
      stopping.abort();
    },
  };
}
