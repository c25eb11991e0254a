const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls at each signal that asks the process to end. */
export function onSignal(call: (signal: string) => void): void {
  for (const signal of ENDING) process.on(signal, () => call(signal));
}

/** A server runs until it is asked to end: that is success. */
export function untilSignalled(): Promise<number> {
  return new Promise((resolve) => {
    onSignal(() => resolve(0));
  });
}
