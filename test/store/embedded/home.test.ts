import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { coachHome, prepareHome } from '../../../src/store/embedded/home.ts';
import { clearHomes, isRoot, newHome } from './homes.ts';

afterAll(clearHomes);

describe('where the home is', () => {
  test('COACH_HOME decides, and is read from where we stand', () => {
    expect(coachHome({ COACH_HOME: '/srv/Élan' })).toBe('/srv/Élan');
    expect(coachHome({ COACH_HOME: 'data' })).toBe(path.resolve('data'));
  });

  test('an empty COACH_HOME is none: root has /var/lib/comeback, a person their own data folder', () => {
    const own = coachHome({ COACH_HOME: ' ' });
    expect(own).toBe(coachHome({}));
    expect(path.basename(own)).toMatch(/^comeback$|^Data$/);
    expect(own === '/var/lib/comeback').toBe(isRoot);
  });
});

describe('making the home', () => {
  test('closes it to others; as root the server may pass through and no more', async () => {
    const home = path.join(await newHome('a'), 'b', 'c');
    await prepareHome(home);
    const mode = isRoot ? 0o711 : 0o700;
    expect((await stat(home)).mode & 0o777).toBe(mode);
    expect((await stat(path.dirname(home))).mode & 0o777).toBe(mode);
  });

  test.runIf(isRoot)(
    'opens an empty folder of its own for passing, and no folder that holds other things',
    async () => {
      const empty = await newHome('empty');
      await mkdir(empty, { mode: 0o700 });
      await prepareHome(empty);
      expect((await stat(empty)).mode & 0o777).toBe(0o711);

      const full = await newHome('full');
      await mkdir(full, { mode: 0o700 });
      await writeFile(path.join(full, 'diary'), '');
      await expect(prepareHome(full)).rejects.toThrow(full);
      expect((await stat(full)).mode & 0o777).toBe(0o700);
    },
  );

  test.runIf(isRoot)('names the closed folder on the way, the user and the cure', async () => {
    const closed = await newHome("Ada's");
    await mkdir(closed, { mode: 0o700 });
    await chmod(closed, 0o700);
    const refusal = await prepareHome(path.join(closed, 'home')).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConfigError);
    expect(refusal).toMatchObject({ variable: 'COACH_HOME' });
    expect(String(refusal)).toMatch(
      /OS user (postgres|nobody), which may not pass through .*Ada's on the way to/,
    );
    expect(String(refusal)).toContain('chmod o+x');
  });

  test('a file in its place is refused by name', async () => {
    const file = await newHome('file');
    await writeFile(file, '');
    await expect(prepareHome(file)).rejects.toThrow(
      /^COACH_HOME: the folder .*file cannot be made or written/,
    );
  });
});
