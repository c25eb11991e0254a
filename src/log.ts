import { mkdirSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Logger, pino } from 'pino';
import { codeOf } from './errors.ts';

/** A log that never holds a person's words: an event's name and ids, counts, codes. */
export type Log = (
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | undefined>>,
) => void;

/** Events that whoever runs the coach may have to look after. */
const TROUBLE = /(?:failed|refused|lost|died|dead|away|threw|unreadable|mended|uninstalled)/;

/** A log file that has grown beyond this is begun anew at a start. */
const LARGEST = 5 * 1024 * 1024;

export interface OpenLog {
  readonly log: Log;
  /** Notes an error nobody expected and returns the id under which it stands. Its message is left out: it could hold a person's words. */
  readonly fault: (error: unknown) => string;
  readonly flush: () => void;
}

/** Logs to a file (the terminal's case: never mixed into the talk), or to standard output where `file` is undefined. */
export function openLog(level: string, file: string | undefined): OpenLog {
  const logger = file === undefined ? pino({ level }) : fileLogger(level, file);
  return {
    log: (event, fields) =>
      TROUBLE.test(event) ? logger.warn(fields ?? {}, event) : logger.info(fields ?? {}, event),
    fault(error) {
      const id = crypto.randomUUID().slice(0, 8);
      logger.error({ id, code: codeOf(error), at: framesOf(error), cause: causeOf(error) }, 'fault');
      return id;
    },
    flush: () => logger.flush(),
  };
}

function fileLogger(level: string, file: string): Logger {
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (statSync(file).size > LARGEST) truncateSync(file);
  } catch {
    // there is none yet
  }
  return pino({ level }, pino.destination({ dest: file, mode: 0o600, sync: true }));
}

/** Where it was thrown. The message stands above the frames, and lines of it could look like one: it is cut off first. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  const at = error.stack.indexOf(error.message);
  if (at < 0) return [];
  return error.stack
    .slice(at + error.message.length)
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim())
    .slice(0, 8);
}

function causeOf(error: unknown): string | undefined {
  return error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : undefined;
}
