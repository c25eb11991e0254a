import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import type { Mock } from '../../src/mocks/mock.ts';
import { freePort } from '../../src/store/embedded/free-port.ts';
import { newKeyringValue, parseKeyring } from '../../src/store/keyring.ts';
import { readSession } from '../../src/store/teams/read-session.ts';
import { teamRef } from '../../src/who/team.ts';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { readMessage } from '../fakes/slack/plain.ts';
import { ownDatabase } from '../support/database.ts';
import { ownHome } from '../support/own-home.ts';
import { slackVariables, startCoachProcess } from '../support/slack-process.ts';
import { dateAhead } from './date-ahead.ts';
import { type Lives, liveAgainAndAgain } from './lives.ts';

const HOOK = './test/faults/kill-ahead.mjs';
const MachineDate = Date;
/** A start, a kill, a start, and what the queue needs to notice it. */
const SETTLES_WITHIN_MS = 90_000;

/** The channel of the team. */
export const CHANNEL = 'C0TEAM';

/** The gap at which the n-th life at an instant ends; none: it lives on. */
export type KillAt = (n: number) => number | undefined;

/** One life after the other of a coach whose team goes from one wake to the next. */
export interface TeamRun {
  readonly slack: FakeSlack;
  /** How many gaps at each instant, and which it was killed at: a gap is named after what lies before or behind it. */
  readonly passed: { readonly gaps: number[]; deaths: number; readonly killedAt: string[] };
  /**
   * The coach lives at that instant, is killed and comes back; `act` is what people do meanwhile. Resolves when nothing is
   * due, on its way or waited for any more, and it has ended.
   */
  live(at: Date, killAt: KillAt, act: (life: Lives, run: TeamRun) => Promise<void>): Promise<void>;
  /** When the team's wake rings next; undefined where it rings no more. */
  nextDue(): Promise<Date | undefined>;
  /** The first session; undefined before there is one. */
  session(): Promise<Mock | undefined>;
  /** The same as it is stored, without what differs from run to run. */
  stored(): Promise<string>;
  /** What people see now, place by place, without what differs from run to run. */
  seen(): Readonly<Record<string, readonly string[]>>;
  close(): Promise<void>;
}

/** The product in processes of its own on a database (and Redis) that outlive them, in a Slack of the test's. */
export async function startTeamRun(name: string, redisUrl: string | undefined): Promise<TeamRun> {
  const database = await ownDatabase(name);
  const home = ownHome('comeback-fault-team-');
  const file = `${home.path}.gaps`;
  const keys = newKeyringValue('test');
  const pool = new pg.Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
  const slack = await startFakeSlack();
  slack.channel(CHANNEL);
  const env = {
    ...slackVariables(slack, 'socket', await freePort()),
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: keys,
    COACH_HOME: home.path,
    GAPS_FILE: file,
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  };
  const passed: TeamRun['passed'] = { gaps: [], deaths: 0, killedAt: [] };
  const places = new Map<string, string>([[CHANNEL, 'the channel']]);

  async function isSettled(): Promise<boolean> {
    const { rows } = await pool.query<{ waits: boolean }>(
      `SELECT EXISTS (SELECT FROM wakes WHERE kind = 'team' AND done_at IS NULL AND due_at <= $1)
         OR EXISTS (SELECT FROM outbox WHERE state IN ('waiting', 'sending'))
         OR EXISTS (SELECT FROM team_words WHERE awaited_since IS NOT NULL) AS waits`,
      [new Date()],
    );
    return rows[0]?.waits === false;
  }

  async function settled(): Promise<void> {
    const until = performance.now() + SETTLES_WITHIN_MS;
    // Twice in a row: between two looks one thing may end and bring about the next.
    for (let quiet = 0; quiet < 2; ) {
      quiet = (await isSettled()) ? quiet + 1 : 0;
      if (performance.now() > until) throw new Error('it does not settle');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await slack.calm(150);
  }

  async function teamId(): Promise<string | undefined> {
    return (await pool.query<{ id: string }>('SELECT id FROM teams')).rows[0]?.id;
  }

  const run: TeamRun = {
    slack,
    passed,
    async live(at, killAt, act) {
      const aheadMs = at.getTime() - MachineDate.now();
      writeFileSync(file, '');
      // Slack's stamps are of the same day: what was posted is looked for by them.
      globalThis.Date = dateAhead(aheadMs);
      const ahead = { ...env, CLOCK_AHEAD_MS: String(aheadMs) };
      const lives = liveAgainAndAgain((n) => {
        const gap = n === undefined ? undefined : killAt(n);
        return startCoachProcess(gap === undefined ? ahead : { ...ahead, KILL_AT: String(gap) }, HOOK);
      });
      try {
        await lives.up();
        await settled();
        await act(lives, run);
        await settled();
        const code = await lives.end();
        if (code !== 0) throw new Error(`it ended with ${code}`);
        const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
        passed.gaps.push(lines.length);
        passed.deaths += lives.deaths();
        passed.killedAt.push(...lines.flatMap((line) => (line.startsWith('killed ') ? [line.slice(7)] : [])));
      } catch (error) {
        throw new Error(`at ${at.toISOString()}, the last coach printed:\n${lives.printed().slice(-3_000)}`, {
          cause: error,
        });
      } finally {
        await lives.end().catch(() => undefined);
      }
    },
    async nextDue() {
      const { rows } = await pool.query<{ due_at: Date }>(
        `SELECT due_at FROM wakes WHERE kind = 'team' AND done_at IS NULL`,
      );
      return rows[0]?.due_at;
    },
    async session() {
      const id = await teamId();
      if (id === undefined) return undefined;
      const ref = teamRef({ platform: 'slack', scope: slack.teamId }, id);
      return readSession(pool, parseKeyring(keys), ref, `${id}n1`);
    },
    async stored() {
      const id = await teamId();
      return JSON.stringify(await run.session(), null, 1)
        .replaceAll(id ?? '', 'team')
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'an instant')
        .replace(/\d{10}\.\d{6}/gu, 'a stamp')
        .replace(/"place": "[^"]+"/gu, '"place": "one"');
    },
    seen() {
      for (const { args } of slack.calls) {
        const channel = String(args.channel);
        const members = slack.membersOf(channel);
        if (members.length > 0) places.set(channel, members.toSorted().join(' and '));
      }
      for (const user of PEOPLE) places.set(slack.dmOf(user), user);
      return Object.fromEntries(
        [...places].map(([channel, place]) => [
          place,
          wordsBeforeFile(
            slack
              .messages(channel)
              .filter((message) => message.bot_id !== undefined || message.user === slack.botUserId)
              .map((message) => plain(readMessage(message))),
          ),
        ]),
      );
    },
    async close() {
      globalThis.Date = MachineDate;
      await pool.end();
      await slack.close();
      await database.drop();
      home.remove();
      rmSync(file, { force: true });
    },
  };
  return run;
}

export const OLGA = 'U0OLGA';
export const ADA = 'U0ADA';
const PEOPLE = [OLGA, ADA];

/**
 * Times differ by how long a start takes. A clock that runs on a card stands still where its process ended, with its buttons:
 * only what is said is compared there.
 */
function plain(text: string): string {
  const lines = text.replace(/\d+/gu, '0').split('\n');
  const isTimed = IN_A_GROUP.some((words) => text.includes(words));
  return lines.filter((line) => !isTimed || !/^(?:0:0 left|\[.*\])$/u.test(line)).join('\n');
}

/** Of each card with a clock. */
const IN_A_GROUP = [
  'asks: What is your',
  'minutes for your questions',
  'Two minutes, in silence',
  'minutes to talk',
  'Now you swap',
  'asks first, and',
];

/** The two are one delivery, and either may have been there when it was taken up again. */
function wordsBeforeFile(messages: readonly string[]): string[] {
  const isFile = (text: string | undefined) => text?.startsWith('(file: ') === true;
  return messages.flatMap((text, index) => {
    if (isFile(text) && messages[index + 1] === BESIDE_FILE) return [BESIDE_FILE, text];
    return text === BESIDE_FILE && isFile(messages[index - 1]) ? [] : [text];
  });
}

const BESIDE_FILE = 'For your calendar.';
