import type { Writable } from 'node:stream';

export interface Writer {
  /** Resolves when the text has left the process: true, or false where nobody reads any more. Never rejects. */
  write(text: string): Promise<boolean>;
  /** Resolves when the reader is gone (a closed pipe, a terminal that was shut). */
  readonly broken: Promise<void>;
}

/** Writes in order to an output that may be slow, and that may close at any time. */
export function createWriter(output: Writable): Writer {
  let isBroken = false;
  let breakNow: () => void = () => undefined;
  const broken = new Promise<void>((resolve) => {
    breakNow = resolve;
  });
  const lost = () => {
    isBroken = true;
    breakNow();
  };
  // Without a listener EPIPE would end the process in the middle of a turn.
  output.on('error', lost);

  return {
    broken,
    write(text) {
      if (isBroken || output.destroyed) return Promise.resolve(false);
      return new Promise((resolve) => {
        void broken.then(() => resolve(false));
        output.write(text, (error) => {
          if (error !== null && error !== undefined) lost();
          else resolve(true);
        });
      });
    },
  };
}
