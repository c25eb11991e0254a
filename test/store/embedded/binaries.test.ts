import { chmod, chown, lstat, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runnableBinaries } from '../../../src/store/embedded/binaries.ts';
import { joinEmbedded } from '../../../src/store/embedded/cluster.ts';
import { prepareHome } from '../../../src/store/embedded/home.ts';
import { serverUser, userNamed } from '../../../src/store/embedded/os-user.ts';
import { ask, clearHomes, isRoot, joinElsewhere, nativeWithoutLinks, newHome } from './homes.ts';

/** A folder with the programs as `npm ci --ignore-scripts` leaves them. */
async function unhydrated(): Promise<string> {
  return nativeWithoutLinks(path.dirname(await newHome()));
}

afterAll(clearHomes);

test('copies the programs into the home, once, where node_modules is closed or read-only', async () => {
  const native = await unhydrated();
  // Root writes anywhere, but the server's user cannot get in; an ordinary user cannot write.
  await chmod(isRoot ? path.dirname(native) : path.join(native, 'lib'), isRoot ? 0o700 : 0o555);
  const home = await newHome();
  const server = await joinEmbedded(home, { native });
  expect(await ask(server.url, 'SELECT 1')).toBe(1);
  await server.leave();
  const again = await joinEmbedded(home, { native });
  await again.leave();
  expect((await readdir(home)).filter((entry) => entry.startsWith('postgres-'))).toHaveLength(1);
  await chmod(path.join(native, 'lib'), 0o755); // for the removal
});

test.runIf(isRoot)('an ordinary user starts from a node_modules that belongs to root', async () => {
  const native = await unhydrated();
  const home = await newHome();
  const nobody = await userNamed('nobody');
  if (nobody === undefined) throw new Error('every system has a nobody');
  await mkdir(home);
  await chown(home, nobody.uid, nobody.gid);
  const member = await joinElsewhere(home, { uid: nobody.uid, gid: nobody.gid, native });
  expect(await ask(member.url, 'SELECT 1')).toBe(1);
  expect((await lstat(path.join(home, 'pg', 'data'))).uid).toBe(nobody.uid);
  // Root comes along: the server stays with its owner.
  const root = await joinEmbedded(home, { native });
  await member.leave();
  const restarted = await joinEmbedded(home, { native });
  await root.leave();
  expect(await ask(restarted.url, 'SELECT 1')).toBe(1);
  await restarted.leave();
  const back = await joinElsewhere(home, { uid: nobody.uid, gid: nobody.gid, native });
  expect(await ask(back.url, 'SELECT 1')).toBe(1);
  await back.leave();
});

test('restores the links in place where it can', async () => {
  const native = await unhydrated();
  expect(await linksIn(native)).toBe(0);
  const home = await newHome();
  await prepareHome(home);
  const found = await runnableBinaries(home, await serverUser(home), native);
  expect(path.dirname(path.dirname(found.postgres))).toBe(native);
  expect(await linksIn(native)).toBeGreaterThan(0);
  expect(await readdir(home)).toEqual([]);
});

test('says which variable to set where no PostgreSQL runs', async () => {
  const home = await newHome();
  await prepareHome(home);
  const empty = await newHome('empty');
  await mkdir(empty);
  await expect(runnableBinaries(home, undefined, empty)).rejects.toThrow(
    /^DATABASE_URL: .* Example: DATABASE_URL=/,
  );
});

async function linksIn(at: string): Promise<number> {
  const entries = await readdir(path.join(at, 'lib'), { withFileTypes: true });
  return entries.filter((entry) => entry.isSymbolicLink()).length;
}
