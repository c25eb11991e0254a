import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { drawing } from '../../src/mocks/pairing/drawing.ts';
import { ANSWERS, practise, startCoach, type Walk } from '../support/human.ts';
import { faultsSeed, howMany } from './sample.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOOK = './test/faults/kill-at-gap.mjs';
const draw = drawing(faultsSeed());
const homes: string[] = [];

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'comeback-fault-'));
  homes.push(home);
  return home;
}

/** Stops what a killed coach left running, and removes its folder. */
function cleanUp(home: string): void {
  const pid = postmasterPid(home);
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  for (const path of [home, `${home}.gaps`])
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

function postmasterPid(home: string): number | undefined {
  try {
    return Number(readFileSync(join(home, 'pg', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

function exported(home: string): {
  practices: { answers: Record<string, string>; drafts: { critiques: unknown[] }[] }[];
} {
  const run = spawnSync('node', ['scripts/coach.mjs', 'export', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, COACH_HOME: home },
  });
  if (run.status !== 0) throw new Error(`export: ${run.status} ${run.stderr}`);
  return JSON.parse(run.stdout);
}

function expectNothingLost(home: string, walk: Walk): void {
  expect(walk.finished).toBe(true);
  expect([...new Set(walk.asked)].sort()).toEqual(['1', '2', '3', '4', '5']);
  const { practices } = exported(home);
  expect(practices).toHaveLength(1);
  expect(Object.values(practices[0]?.answers ?? {})).toEqual(Object.values(ANSWERS));
  expect(practices[0]?.drafts.flatMap((draft) => draft.critiques)).toHaveLength(1);
}

/** Practises to the end, starting the coach again whenever it died. Returns how often it was started. */
async function practiseToTheEnd(
  home: string,
  walk: Walk,
  envs: readonly Record<string, string>[],
): Promise<number> {
  let printed = '';
  for (let starts = 0; starts < envs.length + 5; starts += 1) {
    const pty = startCoach(home, envs[starts] ?? {}, HOOK);
    await practise(pty, walk);
    if (walk.finished) {
      pty.type('\x03');
      await pty.ended;
      return starts + 1;
    }
    await pty.ended;
    printed = pty.text();
  }
  throw new Error(`it never came to an end; the last start printed:\n${printed}`);
}

describe('kill -9', () => {
  afterAll(() => homes.forEach(cleanUp));

  let gaps = 0;
  test('a practice without a fault, for the number of its gaps', async () => {
    const home = newHome();
    const walk: Walk = { asked: [], finished: false };
    const file = `${home}.gaps`;
    expect(await practiseToTheEnd(home, walk, [{ GAPS_FILE: file }])).toBe(1);
    expectNothingLost(home, walk);
    gaps = readFileSync(file, 'utf8').length;
    console.log(
      `fault tests: ${gaps} gaps (before and after every query and every write to the terminal) in one practice`,
    );
    expect(gaps).toBeGreaterThan(100);
    cleanUp(home);
  });

  test('of the coach at any gap loses no answer and leaves no question unasked', async () => {
    const wanted = howMany(12, 50);
    const killed: number[] = [];
    for (let run = 0; run < wanted; run += 1) {
      const home = newHome();
      const at = 1 + Math.floor(((run + draw()) / wanted) * gaps * 0.95);
      const walk: Walk = { asked: [], finished: false };
      const starts = await practiseToTheEnd(home, walk, [{ KILL_AT: String(at) }]).catch((error: unknown) => {
        throw new Error(`killed at gap ${at}`, { cause: error });
      });
      expectNothingLost(home, walk);
      if (starts > 1) killed.push(at);
      cleanUp(home);
    }
    console.log(
      `fault tests: ${killed.length} of ${wanted} practices had their coach killed, at gaps ${killed.join(', ')}; every answer once, every question asked`,
    );
    expect(killed.length).toBeGreaterThanOrEqual(Math.floor(wanted * 0.8));
  });

  test('of the database in the middle of a practice loses no answer', async () => {
    const wanted = howMany(3, 12);
    let kills = 0;
    for (let run = 0; run < wanted; run += 1) {
      const home = newHome();
      const walk: Walk = { asked: [], finished: false };
      const wait = 500 + Math.floor(draw() * 3_000);
      let over = false;
      const killer = (async () => {
        while (!over && postmasterPid(home) === undefined)
          await new Promise((resolve) => setTimeout(resolve, 50));
        await new Promise((resolve) => setTimeout(resolve, wait));
        const pid = postmasterPid(home);
        if (over || pid === undefined) return;
        process.kill(pid, 'SIGKILL');
        kills += 1;
      })();
      await practiseToTheEnd(home, walk, [{}]).catch((error: unknown) => {
        throw new Error(`database killed ${wait} ms after its start`, { cause: error });
      });
      over = true;
      await killer;
      expectNothingLost(home, walk);
      cleanUp(home);
    }
    console.log(`fault tests: the database was killed in ${kills} of ${wanted} practices; every answer once`);
    expect(kills).toBeGreaterThan(0);
  });
});
