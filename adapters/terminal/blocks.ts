/** The line that stands for an empty one inside a message. */
const EMPTY_LINE = '\\';

export interface BlockParser {
  /** Takes the next piece of the input, cut anywhere; returns the messages that are whole now. */
  push(piece: string): string[];
  /** The input is over: what is left is the last message, with or without a line end. */
  end(): string[];
}

/**
 * Piped input as messages: lines belong together until an empty one. A line with `\` alone is an empty line inside a
 * message. Line ends may be LF, CRLF or CR, and a byte order mark at the start is none of the words.
 */
export function createBlockParser(): BlockParser {
  let rest = '';
  let isStart = true;
  let lines: string[] = [];

  function take(line: string, done: string[]): void {
    if (line.trim() === '') finish(done);
    else lines.push(line.trim() === EMPTY_LINE ? '' : line);
  }

  function finish(done: string[]): void {
    if (lines.length > 0) done.push(lines.join('\n'));
    lines = [];
  }

  return {
    push(piece) {
      if (piece === '') return [];
      rest += isStart && piece.startsWith('\uFEFF') ? piece.slice(1) : piece;
      isStart = false;
      const done: string[] = [];
      // A CR at the very end may be half of a CRLF: it waits for what comes next.
      const whole = rest.split(/\r\n|\n|\r(?!$)/);
      rest = whole.pop() ?? '';
      for (const line of whole) take(line, done);
      return done;
    },
    end() {
      const done: string[] = [];
      if (rest !== '') take(rest.replace(/\r$/, ''), done);
      rest = '';
      finish(done);
      return done;
    },
  };
}
