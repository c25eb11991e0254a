import { readFileSync, writeFileSync } from 'node:fs';
import { readFile, readlink, realpath } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../../errors.ts';

/**
 * What `postmaster.pid` says, checked against the machine. `stale`: the process is gone, or the
 * number now belongs to somebody else (usual in a container, where the same numbers come again).
 */
export type Postmaster =
  | { readonly state: 'none' }
  | { readonly state: 'stale'; readonly pid: number }
  | { readonly state: 'starting' | 'ready' | 'stopping'; readonly pid: number; readonly port: number };

/** Reads the data directory's `postmaster.pid`. Line 1 is the pid, 4 the port, 8 the status. */
export async function readPostmaster(data: string): Promise<Postmaster> {
  const text = await readFile(fileOf(data), 'utf8').catch(() => undefined);
  if (text === undefined) return { state: 'none' };
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return { state: 'none' }; // being written this moment
  if (!(await isPostmasterOf(pid, data))) return { state: 'stale', pid };
  const status = lines[7]?.trim();
  const state = status === 'ready' || status === 'stopping' ? status : 'starting';
  return { state, pid, port: Number(lines[3]) };
}

/**
 * Lets the server start over a stale file whose number is in use. PostgreSQL refuses while any
 * process of the same user, a zombie too, bears that number; it accepts its own parent's. The file
 * itself has to stay: PostgreSQL finds through its line 7 whether old backends still use the memory.
 * @param pid the one that was found stale. By now the file may be another starter's, and is then left alone.
 */
export function disownStale(data: string, pid: number): void {
  // Synchronous from the read to the write, so that nothing of this process comes between.
  try {
    const file = fileOf(data);
    const lines = readFileSync(file, 'utf8').split('\n');
    if (Number(lines[0]) !== pid || pid === process.pid || !isAlive(pid)) return;
    lines[0] = String(process.pid);
    writeFileSync(file, lines.join('\n'));
  } catch {
    // Gone meanwhile, or not ours to write: the server's own check decides.
  }
}

async function isPostmasterOf(pid: number, data: string): Promise<boolean> {
  if (pid === process.pid || !isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // After the command's name in brackets, which may hold anything, comes the state: Z zombie, X dead.
  if (/^\s[ZX]/.test(status.slice(status.lastIndexOf(')') + 1))) return false;
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(data)); // a postmaster stands in its data
  } catch (error) {
    return codeOf(error) !== 'ENOENT'; // not allowed to look (a container's root): believe the file
  }
}

/** As PostgreSQL asks it: a process of another user (EPERM) cannot be this server. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function fileOf(data: string): string {
  return path.join(data, 'postmaster.pid');
}
