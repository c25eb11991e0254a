import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { drawing } from '../../src/mocks/pairing/drawing.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { readMessage } from '../fakes/discord/plain.ts';
import {
  cardsOf,
  type DiscordHabit,
  practiseInDiscord,
  shownTwice,
  threadsOf,
} from '../support/discord-human.ts';
import { startDiscordProcess } from '../support/discord-process.ts';
import { ANSWERS } from '../support/human.ts';
import { ownHome, postmasterPid } from '../support/own-home.ts';
import { liveAgainAndAgain } from './lives.ts';
import { faultsSeed, howMany, isPlayed } from './sample.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOOK = './test/faults/kill-between-events.mjs';
const PEOPLE = ['4444444444444444001', '4444444444444444002'];
const draw = drawing(faultsSeed());

interface Run {
  readonly where: DiscordHabit['where'];
  /** The application has the Message Content intent: what is typed in threads is heard. */
  readonly hasContent: boolean;
  /** Discord has forgotten every nonce by the time that somebody comes back: the coach has to look before it posts. */
  readonly forgetsNonces: boolean;
  /** The gap at which the n-th life ends; none: it lives on. */
  readonly killAt: (n: number) => number | undefined;
  /** Something else that goes wrong meanwhile. Resolves when it is over. */
  readonly meanwhile?: (home: string, isOver: () => boolean) => Promise<void>;
}

interface Figures {
  readonly gaps: readonly string[];
  readonly killedAt: readonly string[];
  readonly deaths: number;
  /** What stands twice, by its first words. */
  readonly duplicates: readonly string[];
  readonly seconds: number;
}

/** Two people practise at the same time with one bot, until both have their critique. Fails where anything was lost. */
async function practiseThrough({
  where,
  hasContent,
  forgetsNonces,
  killAt,
  meanwhile,
}: Run): Promise<Figures> {
  const from = performance.now();
  const home = ownHome('comeback-fault-discord-');
  const file = `${home.path}.gaps`;
  const discord = await startFakeDiscord({
    contentIntent: hasContent,
    ...(forgetsNonces ? { nonceMs: 0 } : {}),
  });
  const env = { COACH_HOME: home.path, GAPS_FILE: file };
  const answersIn = where === 'dm' || hasContent ? 'messages' : 'form';
  const lives = liveAgainAndAgain((n) => {
    const at = n === undefined ? undefined : killAt(n);
    return startDiscordProcess(discord, at === undefined ? env : { ...env, KILL_AT: String(at) }, HOOK);
  });
  let isOver = false;
  try {
    const trouble = meanwhile?.(home.path, () => isOver);
    await Promise.all(
      PEOPLE.map((userId) => practiseInDiscord(discord, userId, { where, answersIn }, lives)),
    );
    isOver = true;
    await trouble;
    expect(await lives.end()).toBe(0);
    const deaths = lives.deaths();
    for (const userId of PEOPLE) expectNothingLost(discord, home.path, userId, where);
    expect(discord.violations).toEqual([]);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return {
      gaps: lines,
      killedAt: lines.flatMap((line) => (line.startsWith('killed ') ? [line.slice(7)] : [])),
      deaths,
      duplicates: PEOPLE.flatMap((userId) => shownTwice(discord, userId)).map(
        (message) => `${message.nonce}: ${readMessage(message).slice(0, 120)}`,
      ),
      seconds: (performance.now() - from) / 1_000,
    };
  } catch (error) {
    throw new Error(`the last coach printed:\n${lives.printed().slice(-3_000)}`, { cause: error });
  } finally {
    isOver = true;
    await lives.end();
    await discord.close();
    home.remove();
    rmSync(file, { force: true });
  }
}

function expectNothingLost(
  discord: FakeDiscord,
  home: string,
  userId: string,
  where: DiscordHabit['where'],
): void {
  const texts = cardsOf(discord, userId).map(readMessage);
  const asked = texts.flatMap((text) => [...text.matchAll(/([1-5]) of 5: /g)].map(([, step]) => step));
  expect([...new Set(asked)].sort()).toEqual(['1', '2', '3', '4', '5']);
  const first = where === 'dm' ? 'We practise here' : 'We practise in this thread';
  expect(texts.filter((text) => text.startsWith(first))).toHaveLength(1);
  expect(threadsOf(discord, userId)).toHaveLength(where === 'dm' ? 0 : 1);
  const { practices } = exported(home, `discord:${discord.appId}:${userId}`);
  expect(practices).toHaveLength(1);
  expect(Object.values(practices[0]?.answers ?? {})).toEqual(Object.values(ANSWERS));
  expect(practices[0]?.drafts.flatMap((draft) => draft.critiques)).toHaveLength(1);
}

function exported(
  home: string,
  person: string,
): { practices: { answers: Record<string, string>; drafts: { critiques: unknown[] }[] }[] } {
  const run = spawnSync('node', ['scripts/coach.mjs', 'export', '--json', '--person', person], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, COACH_HOME: home },
  });
  if (run.status !== 0) throw new Error(`export: ${run.status} ${run.stderr}`);
  return JSON.parse(run.stdout);
}

/** What a run of two people was, and what came of it: printed as it ends, since all of them take the better part of an hour. */
function row(name: string, { gaps, deaths, duplicates, killedAt, seconds }: Figures): string {
  return `  ${name}: ${gaps.length} gaps, ${deaths} kills, every answer once, ${duplicates.length} cards twice, ${seconds.toFixed(0)} s; killed ${killedAt.join(', ') || 'never'}`;
}

/** So many gaps lie between two kills in one practice, where every gap is taken: the practices begin one gap apart. */
const STRIDE = 40;
/** No process gets to an event in fewer. */
const TO_BEGIN = 4;

describe.each([
  ['direct messages', 'dm', false],
  ['private threads, answers in forms', 'thread', false],
  ['private threads, answers typed', 'thread', true],
] as const)('kill -9 in Discord, in %s,', (name, where, hasContent) => {
  test('of the coach between two events loses no answer, leaves no question unasked and shows no card twice', async () => {
    const isAll = howMany(0, 1) === 1;
    for (let run = 0; run < howMany(1, STRIDE); run += 1) {
      const sample = Array.from({ length: 4 }, () => TO_BEGIN + Math.floor(draw() * 2 * STRIDE));
      const every = (n: number) => TO_BEGIN + (n === 0 ? run : STRIDE);
      const forgetsNonces = draw() < 0.5;
      const title = `practice ${run + 1} in ${name}${forgetsNonces ? ', nonces forgotten' : ''}`;
      if (!isPlayed(run)) continue;
      const figures = await practiseThrough({
        where,
        hasContent,
        forgetsNonces,
        killAt: (n) => (isAll ? every(n) : sample[n]),
      }).catch((error: unknown) => {
        const why = `${title}, killed at ${isAll ? `${every(0)}, then every ${STRIDE}` : sample}`;
        // Said at once: of all gaps the run takes the better part of an hour.
        console.log(`  ${why}: ${String(error)} ${error instanceof Error ? String(error.cause) : ''}`);
        throw new Error(why, { cause: error });
      });
      console.log(row(title, figures));
      expect(figures.deaths).toBeGreaterThan(0);
      // Nothing else ended it.
      expect(figures.deaths).toBe(figures.killedAt.length);
      expect(figures.duplicates).toEqual([]);
    }
  });

  test('of the database in the middle of a practice loses no answer', async () => {
    for (let run = 0; run < howMany(1, 6); run += 1) {
      let kills = 0;
      const waits = [500, 0].map((least) => least + Math.floor(draw() * 4_000));
      const figures = await practiseThrough({
        where,
        hasContent,
        forgetsNonces: false,
        killAt: () => undefined,
        meanwhile: async (home, isOver) => {
          for (const wait of waits) {
            await until(() => isOver() || postmasterPid(home) !== undefined);
            await new Promise((resolve) => setTimeout(resolve, wait));
            const pid = postmasterPid(home);
            if (isOver() || pid === undefined) return;
            process.kill(pid, 'SIGKILL');
            kills += 1;
            await until(() => isOver() || postmasterPid(home) !== pid);
          }
        },
      }).catch((error: unknown) => {
        throw new Error(`database killed after ${waits.join(' and ')} ms`, { cause: error });
      });
      console.log(`${row(`practice ${run + 1} in ${name}`, figures)}, the database ${kills} times`);
      expect(kills).toBeGreaterThan(0);
      expect(figures.duplicates).toEqual([]);
    }
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
}
