import { type SpawnOptions, spawn } from 'node:child_process';
import path from 'node:path';
import { codeOf } from '../../errors.ts';
import { cannotRunAs, type OsUser, runAs } from './os-user.ts';

/** What PostgreSQL's programs may see of our environment. */
const PASSED_ON: readonly string[] = [
  'PATH',
  'TMPDIR',
  'LD_LIBRARY_PATH',
  'DYLD_LIBRARY_PATH',
  'SystemRoot',
  'TEMP',
  'TMP',
  'USERPROFILE',
];

/** A program that ended. */
export interface Ended {
  readonly ok: boolean;
  /** The last lines it wrote, for an error's text. */
  readonly said: string;
}

/**
 * Spawn options for PostgreSQL's programs: the given OS user, a folder that user can stand in, and a
 * small environment: no tokens of ours, no PG* variable of the user's, and the C locale, because
 * LANG may name one this machine lacks.
 */
export function serverProcess(program: string, user: OsUser | undefined): SpawnOptions {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C' };
  for (const name of PASSED_ON) if (process.env[name] !== undefined) env[name] = process.env[name];
  return { ...runAs(user), env, cwd: path.dirname(program), windowsHide: true };
}

/**
 * Runs one of PostgreSQL's programs to its end.
 * @throws {ConfigError} where this machine cannot run it as that user at all.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly user: OsUser | undefined; readonly input?: string },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...serverProcess(program, options.user),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    const hear = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-2_000);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.stdin?.on('error', () => {}); // it may end without reading
    child.stdin?.end(options.input ?? '');
    child.once('error', (error) => {
      if (codeOf(error) === 'EPERM' && options.user !== undefined) reject(cannotRunAs(options.user));
      else resolve({ ok: false, said: codeOf(error) });
    });
    child.once('close', (status) => resolve({ ok: status === 0, said: output.trim() }));
  });
}
