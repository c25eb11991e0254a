import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { drawing } from '../../src/mocks/pairing/drawing.ts';
import { freePort } from '../../src/store/embedded/free-port.ts';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { readMessage } from '../fakes/slack/plain.ts';
import { ANSWERS } from '../support/human.ts';
import { ownHome, postmasterPid } from '../support/own-home.ts';
import type { Transport } from '../support/slack-coach.ts';
import { cardsOf, practiseInSlack, redeliverUnheard, shownTwice } from '../support/slack-human.ts';
import { slackVariables, startCoachProcess } from '../support/slack-process.ts';
import { liveAgainAndAgain } from './lives.ts';
import { faultsSeed, howMany } from './sample.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOOK = './test/faults/kill-between-events.mjs';
const PEOPLE = ['U0ADA', 'U0BEN'];
const draw = drawing(faultsSeed());

interface Run {
  readonly transport: Transport;
  /** The gap at which the n-th life ends; none: it lives on. */
  readonly killAt: (n: number) => number | undefined;
  readonly redelivers: (n: number) => boolean;
  /** Something else that goes wrong meanwhile. Resolves when it is over. */
  readonly meanwhile?: (home: string, isOver: () => boolean) => Promise<void>;
}

interface Figures {
  readonly gaps: readonly string[];
  readonly killedAt: readonly string[];
  readonly deaths: number;
  readonly duplicates: number;
  readonly seconds: number;
}

/** Two people practise at the same time in one workspace, until both have their critique. Fails where anything was lost. */
async function practiseThrough({ transport, killAt, redelivers, meanwhile }: Run): Promise<Figures> {
  const from = performance.now();
  const home = ownHome('comeback-fault-slack-');
  const file = `${home.path}.gaps`;
  const slack = await startFakeSlack();
  const port = await freePort();
  if (transport === 'http') slack.connectHttp(`http://127.0.0.1:${port}/slack/events`);
  const env = { ...slackVariables(slack, transport, port), COACH_HOME: home.path, GAPS_FILE: file };
  const lives = liveAgainAndAgain(
    (n) => {
      const at = n === undefined ? undefined : killAt(n);
      return startCoachProcess(at === undefined ? env : { ...env, KILL_AT: String(at) }, HOOK);
    },
    // Where it gave up meanwhile, the coach has to read it back.
    async (n) => {
      if (redelivers(n)) await redeliverUnheard(slack);
    },
  );
  let isOver = false;
  try {
    const trouble = meanwhile?.(home.path, () => isOver);
    await Promise.all(PEOPLE.map((userId) => practiseInSlack(slack, userId, lives)));
    isOver = true;
    await trouble;
    expect(await lives.end()).toBe(0);
    const deaths = lives.deaths();
    for (const userId of PEOPLE) expectNothingLost(slack, home.path, userId);
    expect(slack.violations).toEqual([]);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return {
      gaps: lines,
      killedAt: lines.flatMap((line) => (line.startsWith('killed ') ? [line.slice(7)] : [])),
      deaths,
      duplicates: PEOPLE.flatMap((userId) => shownTwice(slack, userId)).length,
      seconds: (performance.now() - from) / 1_000,
    };
  } catch (error) {
    throw new Error(`the last coach printed:\n${lives.printed().slice(-3_000)}`, { cause: error });
  } finally {
    isOver = true;
    await lives.end();
    await slack.close();
    home.remove();
    rmSync(file, { force: true });
  }
}

function expectNothingLost(slack: FakeSlack, home: string, userId: string): void {
  const texts = cardsOf(slack, userId).map(readMessage);
  const asked = texts.flatMap((text) => [...text.matchAll(/([1-5]) of 5: /g)].map(([, step]) => step));
  expect([...new Set(asked)].sort()).toEqual(['1', '2', '3', '4', '5']);
  expect(texts.filter((text) => text.startsWith('We practise in this thread.'))).toHaveLength(1);
  const { practices } = exported(home, `slack:${slack.teamId}:${userId}`);
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
  return `  ${name}: ${gaps.length} gaps, ${deaths} kills, every answer once, ${duplicates} cards twice, ${seconds.toFixed(0)} s; killed ${killedAt.join(', ') || 'never'}`;
}

/** So many gaps lie between two kills in one practice, where every gap is taken: the practices begin one gap apart. */
const STRIDE = 40;
/** No process gets to an event in fewer. */
const TO_BEGIN = 4;

describe.each<Transport>(['http', 'socket'])('kill -9 in Slack by %s', (transport) => {
  test('of the coach between two events loses no answer, leaves no question unasked and shows no card twice', async () => {
    const isAll = howMany(0, 1) === 1;
    for (let run = 0; run < howMany(1, STRIDE); run += 1) {
      const sample = Array.from({ length: 4 }, () => TO_BEGIN + Math.floor(draw() * 2 * STRIDE));
      const every = (n: number) => TO_BEGIN + (n === 0 ? run : STRIDE);
      const gaveUp = Array.from({ length: 5 }, () => draw() < 0.4);
      const name = `practice ${run + 1} by ${transport}`;
      const figures = await practiseThrough({
        transport,
        killAt: (n) => (isAll ? every(n) : sample[n]),
        redelivers: (n) => gaveUp[n % gaveUp.length] !== true,
      }).catch((error: unknown) => {
        throw new Error(`${name}, killed at ${isAll ? `${every(0)}, then every ${STRIDE}` : sample}`, {
          cause: error,
        });
      });
      console.log(row(name, figures));
      expect(figures.deaths).toBeGreaterThan(0);
      // Nothing else ended it.
      expect(figures.deaths).toBe(figures.killedAt.length);
      expect(figures.duplicates).toBe(0);
    }
  });

  test('of the database in the middle of a practice loses no answer', async () => {
    for (let run = 0; run < howMany(1, 6); run += 1) {
      let kills = 0;
      const waits = [500, 0].map((least) => least + Math.floor(draw() * 4_000));
      const figures = await practiseThrough({
        transport,
        killAt: () => undefined,
        redelivers: () => true,
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
      console.log(`${row(`practice ${run + 1} by ${transport}`, figures)}, the database ${kills} times`);
      expect(kills).toBeGreaterThan(0);
      expect(figures.duplicates).toBe(0);
    }
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
}
