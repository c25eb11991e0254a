import type pg from 'pg';
import { createPool } from '../../src/store/pool.ts';
import { type BareSession, bareSessions, bareTurn, measuredSizes, type Sizes } from './bare-turn.ts';
import { addLiveSessions, settle } from './live-sessions.ts';
import { ANSWERS, practiceAt, says } from './practice.ts';
import { figuresOf, pairedRatio, type Round, roundOf } from './samples.ts';
import { ms, printTable, times } from './table.ts';
import { type BenchServer, type BenchWorld, createBenchWorld, POOL } from './world.ts';

const ROUNDS = 12;
/** Before anything is measured: by then the compiler has seen what a server under way runs. */
const WARM_UP_PERSONS = 400;
/** Persons a caller leads through their five answers in one round. */
const PERSONS = { 1: 16, 8: 4, 32: 2 } as const;
const CALLERS = [1, 8, 32] as const;

/**
 * One turn through the coach to its commit, beside the least such a transaction can cost, in the same run and by
 * turns: what else happens on the machine meets both.
 */
export async function benchTurns(server: BenchServer): Promise<void> {
  const world = await createBenchWorld(await server.database('turns'));
  const bare = createPool(world.url, { max: POOL, pipeline: true, onError: () => undefined });
  const model = await practiceAt(world, 'first question');
  const [probe = ''] = await addLiveSessions(world, model, 1);
  const sizes = await measuredSizes(world, probe);
  await warmUp(world, bare, await addLiveSessions(world, model, 2 * WARM_UP_PERSONS), sizes);
  const rows: string[][] = [];
  for (const callers of CALLERS) {
    const persons = PERSONS[callers];
    const coach: Round[] = [];
    const delivered: Round[] = [];
    const least: Round[] = [];
    for (let round = -1; round < ROUNDS; round += 1) {
      const users = await addLiveSessions(world, model, 3 * callers * persons);
      const third = (n: number) => users.slice(n * callers * persons, (n + 1) * callers * persons);
      const others = await bareSessions(world, third(2));
      if (round === -1) await settle(world);
      world.terminal.hold();
      const turns = await roundOf(shared(third(0), callers).map((mine) => toCommit(world, mine)));
      world.terminal.release();
      await world.idle();
      const bareTurns = await roundOf(shared(others, callers).map((mine) => bareOnes(bare, mine, sizes)));
      await world.pool.query(
        `UPDATE outbox SET state = 'done' WHERE performer = 'bare' AND state = 'sending'`,
      );
      const whole = await roundOf(shared(third(1), callers).map((mine) => toDelivery(world, mine)));
      // The first round fills caches and makes plans for so many callers.
      if (round === -1) continue;
      coach.push(turns);
      least.push(bareTurns);
      delivered.push(whole);
    }
    rows.push(
      row(`${callers} ${callers === 1 ? 'caller' : 'callers'}: bare transaction`, least),
      [...row('  a turn to its commit', coach), times(pairedRatio(coach, least))],
      row('  a turn and its delivery', delivered),
    );
  }
  printTable(
    `One turn (an answer to one of the five questions), medians of ${ROUNDS} rounds by turns; aim: at most ×1.40`,
    ['', 'a second', 'p50 ms', 'p99 ms', 'turns', 'to bare'],
    rows,
  );
  const sum = (what: keyof Sizes) =>
    Math.round(sizes.reduce((all, one) => all + one[what], 0) / sizes.length);
  console.log(
    `\n  A turn writes a state of ${sum('state')} bytes and a card of ${sum('card')} bytes on average.`,
  );
  await bare.end();
  await world.close();
}

async function warmUp(world: BenchWorld, bare: pg.Pool, users: readonly string[], sizes: readonly Sizes[]) {
  await roundOf([toDelivery(world, users.slice(0, WARM_UP_PERSONS))]);
  await roundOf([bareOnes(bare, await bareSessions(world, users.slice(WARM_UP_PERSONS)), sizes)]);
  await endBareRows(world);
}

/** Open rows would be in the way of the coach's own looks at the outbox. */
async function endBareRows(world: BenchWorld): Promise<void> {
  await world.pool.query(`UPDATE outbox SET state = 'done' WHERE performer = 'bare' AND state = 'sending'`);
}

function row(name: string, rounds: readonly Round[]): string[] {
  const { perSecond, p50, p99, count } = figuresOf(rounds);
  return [name, perSecond.toFixed(0), ms(p50), ms(p99), String(count)];
}

function shared<T>(all: readonly T[], callers: number): T[][] {
  return Array.from({ length: callers }, (_, caller) =>
    all.filter((_one, index) => index % callers === caller),
  );
}

/** The turns of these persons, one after the other; each ends at its commit. */
export function toCommit(world: BenchWorld, users: readonly string[]): (() => Promise<unknown>)[] {
  return users.flatMap((userId) => ANSWERS.map((answer) => () => says(world, userId, answer)));
}

function toDelivery(world: BenchWorld, users: readonly string[]): (() => Promise<unknown>)[] {
  return users.flatMap((userId) =>
    ANSWERS.map((answer) => async () => (await says(world, userId, answer)).performed),
  );
}

function bareOnes(
  pool: pg.Pool,
  sessions: readonly BareSession[],
  sizes: readonly Sizes[],
): (() => Promise<unknown>)[] {
  return sessions.flatMap((session) => sizes.map((size) => () => bareTurn(pool, session, size)));
}
