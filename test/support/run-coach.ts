import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the product's command line with this input, in an environment without its own variables but `env`. */
export function runCoach(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input = '',
): Promise<Ran> {
  const {
    DATABASE_URL: _d,
    REDIS_URL: _r,
    ENCRYPTION_KEYS: _k,
    ROLES: _o,
    NO_COLOR: _n,
    ...clean
  } = process.env;
  const child = spawn('node', ['scripts/coach.mjs', ...args], {
    cwd: ROOT,
    env: { ...clean, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}
