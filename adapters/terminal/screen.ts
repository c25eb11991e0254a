import type { Writable } from 'node:stream';
import { layOut } from './layout.ts';
import { widthFor } from './limits.ts';
import { EMPTY, type Line } from './line-editor.ts';
import type { Paint } from './paint.ts';
import type { Writer } from './writer.ts';

const FRAME_MS = 120;
const FRAMES = ['·  ', '·· ', '···', ' ··', '  ·', '   '];
const CLEAR_BELOW = '\x1b[J';
const CLEAR_ALL = '\x1b[2J\x1b[H';

/** A terminal: what was said scrolls up, the line being typed stays at the bottom. */
export interface Screen {
  /** Writes above the line being typed, which stays as it is. Resolves true when it is written. */
  print(text: string): Promise<boolean>;
  /** The line as it is now. Undefined for the prompt: none is shown. */
  edit(prompt: string | undefined, line: Line): void;
  /** The line was sent: it stays as it stands, and an empty one begins. */
  leave(): void;
  /** Shows that somebody is at work, until it is told to stop. */
  move(moving: boolean): void;
  clear(): void;
  /** Leaves what is typed where it stands. The cursor is on a line of its own afterwards. */
  close(): Promise<boolean>;
  width(): number;
}

export function createScreen(output: Writable, writer: Writer, paint: Paint): Screen {
  let prompt: string | undefined;
  let line = EMPTY;
  /** The row of the drawn region in which the cursor stands, from its top. Undefined: nothing is drawn. */
  let cursorRow: number | undefined;
  let frame = 0;
  let timer: NodeJS.Timeout | undefined;

  const size = (): { columns?: number; rows?: number } =>
    output as Writable & { columns?: number; rows?: number };
  // A terminal that nobody told its size says 0.
  const columns = () => size().columns || 80;
  /** One column is left free: a full row would leave the cursor waiting at the margin, where terminals differ. */
  const typingWidth = () => Math.max(10, columns() - 1);
  const screenRows = () => Math.max(1, (size().rows || 24) - 2);

  function erased(): string {
    const up = cursorRow === undefined ? '' : `${cursorRow > 0 ? `\x1b[${cursorRow}A` : ''}\r${CLEAR_BELOW}`;
    cursorRow = undefined;
    return up;
  }

  function drawn(withMoving = true): string {
    const moving = timer === undefined || !withMoving ? [] : [paint.dim(FRAMES[frame % FRAMES.length] ?? '')];
    if (prompt === undefined && moving.length === 0) return '';
    const typed = layOut(prompt ?? '', line, typingWidth(), screenRows());
    const rows = [...moving, ...typed.rows];
    const row = moving.length + typed.row;
    const back = rows.length - 1 - row;
    cursorRow = row;
    const up = back > 0 ? `\x1b[${back}A` : '';
    const right = typed.column > 0 ? `\x1b[${typed.column}C` : '';
    return `${rows.join('\n')}\r${up}${right}`;
  }

  function redraw(): void {
    void writer.write(erased() + drawn());
  }

  const onResize = () => redraw();
  output.on('resize', onResize);

  return {
    print: (text) => writer.write(`${erased()}${text}\n${drawn()}`),
    edit(nextPrompt, nextLine) {
      prompt = nextPrompt;
      line = nextLine;
      redraw();
    },
    leave() {
      const end: Line = { text: line.text, cursor: line.text.length };
      line = end;
      const left = `${erased()}${drawn(false)}\n\n`;
      cursorRow = undefined;
      line = EMPTY;
      void writer.write(left + drawn());
    },
    move(moving) {
      if (moving === (timer !== undefined)) return;
      const top = erased();
      clearInterval(timer);
      timer = undefined;
      if (moving) {
        timer = setInterval(() => {
          frame += 1;
          redraw();
        }, FRAME_MS);
      }
      void writer.write(top + drawn());
    },
    clear() {
      erased();
      void writer.write(CLEAR_ALL + drawn());
    },
    close() {
      output.off('resize', onResize);
      clearInterval(timer);
      timer = undefined;
      const wasDrawn = cursorRow !== undefined;
      const typed = line.text === '' ? erased() : `${erased()}${drawn()}\n`;
      prompt = undefined;
      line = EMPTY;
      cursorRow = undefined;
      return wasDrawn ? writer.write(typed) : Promise.resolve(true);
    },
    width: () => widthFor(size().columns),
  };
}
