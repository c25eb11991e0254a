import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Pty {
  /** All that was printed, escape sequences taken out. */
  readonly text: () => string;
  /** All that was printed, as it came. */
  readonly raw: () => string;
  readonly type: (keys: string) => void;
  /** Waits until what was printed after `from` matches. Rejects when the program ends or the time is over. */
  readonly until: (pattern: RegExp, from?: number, forMs?: number) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
  readonly process: ChildProcess;
}

/**
 * Starts a command of the project in a real pseudo-terminal, through util-linux's `script`, which every Debian has.
 * `env` is added to an environment without the product's own variables.
 */
export function openPty(command: string, env: Readonly<Record<string, string>>): Pty {
  const { DATABASE_URL: _d, REDIS_URL: _r, ENCRYPTION_KEYS: _k, ROLES: _o, ...clean } = process.env;
  const child = spawn('script', ['-qfec', command, '/dev/null'], {
    cwd: ROOT,
    env: { ...clean, TERM: 'xterm', COLUMNS: '80', LINES: '40', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let printed = '';
  let over = false;
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const call of waiting) call();
  };
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    printed += chunk;
    wake();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      over = true;
      wake();
      resolve(code);
    });
  });
  child.stdin.on('error', () => undefined);
  const text = () => stripVTControlCharacters(printed).replaceAll('\r', '');
  return {
    text,
    raw: () => printed,
    type: (keys) => void child.stdin.write(keys),
    until(pattern, from = 0, forMs = 30_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => finish(new Error(`never saw ${pattern} in:\n${text().slice(from)}`)),
          forMs,
        );
        const look = () => {
          const found = pattern.exec(text().slice(from));
          if (found !== null) finish(found);
          else if (over)
            finish(new Error(`the program ended before ${pattern}; it printed:\n${text().slice(from)}`));
        };
        const finish = (result: RegExpExecArray | Error) => {
          clearTimeout(timer);
          waiting.delete(look);
          if (result instanceof Error) reject(result);
          else resolve(result);
        };
        waiting.add(look);
        look();
      });
    },
    ended,
    process: child,
  };
}
