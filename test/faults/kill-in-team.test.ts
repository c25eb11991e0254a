import { afterAll, describe, expect, test } from 'vitest';
import { drawing } from '../../src/mocks/pairing/drawing.ts';
import { hasRedisServer, type OwnRedis, ownRedis } from '../support/own-redis.ts';
import { faultsSeed, howMany, isPlayed } from './sample.ts';
import { type Mode, schedules, takePart } from './team-people.ts';
import { type KillAt, startTeamRun } from './team-run.ts';

/**
 * A session of a team from the words that schedule it to its recap, each wake found by a process that is new, and each of
 * these killed: what people see and what is stored at the end is what it is without a kill.
 */

const draw = drawing(faultsSeed());
/** A start has passed so many before anything of the team's. */
const TO_BEGIN = 8;
/** So many gaps lie between two kills at one instant, where every gap is taken: the runs begin one gap apart. */
const STRIDE = 30;
const MOST_WAKES = 40;

interface Played {
  readonly seen: Readonly<Record<string, readonly string[]>>;
  readonly stored: string;
  /** How many gaps it passed at each wake. */
  readonly gaps: readonly number[];
  readonly row: string;
  readonly deaths: number;
  readonly killed: number;
}

/** `redis`: where the queue lives, else on PostgreSQL. It forgets all before some of the wakes. */
async function played(
  mode: Mode,
  killAt: (wake: number) => KillAt,
  redis?: { readonly server: OwnRedis; readonly forgets: (wake: number) => boolean },
): Promise<Played> {
  const from = performance.now();
  const run = await startTeamRun(`kill in team ${mode}`, redis?.server.url);
  let emptied = 0;
  try {
    await run.live(new Date(), killAt(0), (life) => schedules(mode, life, run));
    for (let wake = 1; (await run.session())?.stage !== 'over'; wake += 1) {
      const due = await run.nextDue();
      if (due === undefined || wake > MOST_WAKES) throw new Error(`it comes to no end: wake ${wake}`);
      if (redis?.forgets(wake) === true) {
        await redis.server.kill();
        await redis.server.start();
        emptied += 1;
      }
      await run.live(due, killAt(wake), takePart);
    }
    expect(run.slack.violations).toEqual([]);
    const { gaps, deaths, killedAt } = run.passed;
    const seconds = ((performance.now() - from) / 1_000).toFixed(0);
    return {
      seen: run.seen(),
      stored: await run.stored(),
      gaps,
      row: `${gaps.length} wakes, ${gaps.reduce((sum, one) => sum + one, 0)} gaps, ${deaths} kills, ${redis === undefined ? '' : `Redis emptied ${emptied} times, `}${seconds} s; killed ${killedAt.join(', ') || 'never'}`,
      deaths,
      killed: killedAt.length,
    };
  } finally {
    await run.close();
  }
}

/** What it is without a kill, played once for all. */
const unkilled = new Map<Mode, Promise<Played>>();
function withoutKill(mode: Mode): Promise<Played> {
  const known = unkilled.get(mode) ?? played(mode, () => () => undefined);
  unkilled.set(mode, known);
  return known;
}

const backends = [
  { kind: 'PostgreSQL', isThere: true },
  { kind: 'Redis', isThere: hasRedisServer },
] as const;
const modes: readonly Mode[] = ['live', 'in writing'];
const isAll = howMany(0, 1) === 1;
/** A session in writing goes on by the same wakes: in a sample it is played on one of the two. */
const sampled = draw() < 0.5 || !hasRedisServer ? 'PostgreSQL' : 'Redis';

let server: OwnRedis | undefined;
afterAll(async () => server?.kill());

describe.each(backends)('kill -9 in a session of a team, with the queue on $kind', ({ kind, isThere }) => {
  describe.each(modes)('%s', (mode) => {
    test.runIf(isThere && (isAll || mode === 'live' || kind === sampled))(
      'loses no wake, no word and no card, and tells nobody twice: all is as it is without a kill',
      async () => {
        if (kind === 'Redis') server ??= await ownRedis();
        for (let number = 0; number < howMany(1, STRIDE); number += 1) {
          const forgetful = Array.from({ length: MOST_WAKES + 1 }, () => draw() < 0.3);
          const drawn = Array.from({ length: MOST_WAKES + 1 }, () => Math.floor(draw() * STRIDE));
          if (!isPlayed(number)) continue;
          const expected = await withoutKill(mode);
          /** One of those it passes there; where there are fewer than runs, some come again. */
          const first = (wake: number) => {
            const passes = Math.max(1, (expected.gaps[wake] ?? 0) - TO_BEGIN);
            return TO_BEGIN + 1 + ((isAll ? number : (drawn[wake] ?? 0)) % passes);
          };
          const killAt = (wake: number) => (n: number) => {
            if (n === 0) return first(wake);
            return isAll ? TO_BEGIN + STRIDE : undefined;
          };
          const redis =
            kind === 'Redis' && server !== undefined
              ? { server, forgets: (wake: number) => forgetful[wake] === true }
              : undefined;
          const name = `a session ${mode}, on ${kind}, ${isAll ? `run ${number + 1}` : 'sampled'}`;
          const killed = await played(mode, killAt, redis).catch((error: unknown) => {
            throw new Error(`${name}, killed at ${drawn.map((_, wake) => first(wake))}`, { cause: error });
          });
          console.log(`  ${name}: ${killed.row}`);
          expect(killed.seen).toEqual(expected.seen);
          expect(killed.stored).toBe(expected.stored);
          expect(killed.deaths).toBeGreaterThan(0);
          // Nothing else ended it.
          expect(killed.deaths).toBe(killed.killed);
        }
      },
    );
  });
});
