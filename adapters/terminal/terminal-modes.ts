import type { Readable, Writable } from 'node:stream';

const MARK_PASTES = '\x1b[?2004h';
const NO_MARKS = '\x1b[?2004l';

/** Keys one by one, pastes marked. Returns what puts the terminal back, however the process ends. */
export function rawTerminal(input: Readable, output: Writable): () => void {
  const keys = input as Readable & { setRawMode?: (raw: boolean) => unknown };
  let isRaw = true;
  const restore = () => {
    if (!isRaw) return;
    isRaw = false;
    process.off('exit', restore);
    try {
      keys.setRawMode?.(false);
      output.write(NO_MARKS);
    } catch {
      // the terminal is gone: there is nothing left to put back
    }
  };
  keys.setRawMode?.(true);
  output.write(MARK_PASTES);
  process.once('exit', restore);
  return restore;
}
