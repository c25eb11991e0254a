import { readdir, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { freePort } from '../../src/store/embedded/free-port.ts';
import { newKeyringValue } from '../../src/store/keyring.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createPerson, findPerson } from '../../src/store/people.ts';
import { clearHomes, newHome, postmasterPid } from './embedded/homes.ts';

afterEach(clearHomes);

const noLog = () => undefined;
const ADA = { platform: 'terminal', scope: 'local', userId: 'ada' } as const;

const ended = (store: Store) => store.close();

test('a home is given its own keys at the first start, for its owner’s eyes, and keeps them', async () => {
  const config = parseConfig({ COACH_HOME: await newHome() });
  const first = await openStore(config, noLog);
  await createPerson(first.db, first.ring, ADA, { externalId: 'local' });
  expect(await first.isReady()).toBe(true);
  await ended(first);
  expect((await stat(join(config.home, 'keys'))).mode & 0o777).toBe(0o600);
  const both = await Promise.all([openStore(config, noLog), openStore(config, noLog)]);
  for (const store of both) expect((await findPerson(store.db, store.ring, ADA))?.ref).toEqual(ADA);
  await Promise.all(both.map(ended));
  expect((await readdir(config.home)).filter((name) => name.startsWith('keys'))).toEqual(['keys']);

  await writeFile(join(config.home, 'keys'), 'not a key');
  const broken = openStore(config, noLog);
  await expect(broken).rejects.toThrow(ConfigError);
  await expect(broken).rejects.toThrow(/^COACH_HOME: the file .*keys holds no keys that can be read/);
  await expect(broken).rejects.not.toThrow(/not a key/);

  await unlink(join(config.home, 'keys'));
  // New ones would hide that the old ones are lost.
  await expect(openStore(config, noLog)).rejects.toThrow(/^COACH_HOME: the file .*keys is missing/);
  expect(await readdir(config.home)).not.toContain('keys');
  expect(await postmasterPid(config.home)).toBeUndefined();
}, 60_000);

test('a database that cannot be reached ends the start with a line that names the variable and the reason, and holds nothing open', async () => {
  const port = await freePort();
  const config = parseConfig({
    DATABASE_URL: `postgres://coach:secret@127.0.0.1:${port}/coach`,
    ENCRYPTION_KEYS: newKeyringValue('k'),
  });
  await expect(openStore(config, noLog)).rejects.toThrow(/^DATABASE_URL: .*ECONNREFUSED/);
});
