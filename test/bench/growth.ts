import { addLiveSessions, settle } from './live-sessions.ts';
import { practiceAt } from './practice.ts';
import { figuresOf, pairedRatio, type Round, roundOf } from './samples.ts';
import { ms, printTable, times } from './table.ts';
import { toCommit } from './turns.ts';
import { type BenchServer, type BenchWorld, createBenchWorld } from './world.ts';

const SMALL = 1_000;
const LARGE = 100_000;
const ROUNDS = 25;
const WARM_UP = 15;
const PERSONS_A_ROUND = 12;

/** The same turn among few and among many live sessions: two databases of one server, measured by turns. */
export async function benchGrowth(server: BenchServer): Promise<void> {
  const small = await filled(server, 'few', SMALL);
  const large = await filled(server, 'many', LARGE);
  const few: Round[] = [];
  const many: Round[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const fewOnes = await measured(small, round + WARM_UP);
    const manyOnes = await measured(large, round + WARM_UP);
    if (round < 0) continue;
    few.push(fewOnes);
    many.push(manyOnes);
  }
  printTable(
    `Growth: one caller's turn to its commit, medians of ${ROUNDS} rounds by turns; aim: at most ×1.10`,
    ['live sessions', 'p50 ms', 'p99 ms', 'turns', 'ratio'],
    [row(SMALL, few), [...row(LARGE, many), times(pairedRatio(many, few))]],
  );
  await small.world.close();
  await large.world.close();
}

interface Filled {
  readonly world: BenchWorld;
  readonly users: readonly string[];
}

async function filled(server: BenchServer, name: string, count: number): Promise<Filled> {
  const began = performance.now();
  const world = await createBenchWorld(await server.database(name));
  const model = await practiceAt(world, 'first question');
  const users = await addLiveSessions(world, model, count - 1);
  await settle(world);
  console.log(`  ${count} live sessions put in, ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  return { world, users };
}

/** Persons from all over the tables, so that the large one finds its rows as cold as they are. */
async function measured({ world, users }: Filled, round: number): Promise<Round> {
  const step = Math.floor(users.length / PERSONS_A_ROUND);
  const chosen = Array.from({ length: PERSONS_A_ROUND }, (_, n) => users[n * step + round] ?? '');
  const made = await roundOf([toCommit(world, chosen)]);
  await world.idle();
  return made;
}

function row(sessions: number, rounds: readonly Round[]): string[] {
  const { p50, p99, count } = figuresOf(rounds);
  return [sessions.toLocaleString('en'), ms(p50), ms(p99), String(count)];
}
