import type { Incoming } from '../../src/coach/incoming.ts';
import { addLiveSessions, settle } from './live-sessions.ts';
import { practiceAt, refOf } from './practice.ts';
import { findRedis } from './private-redis.ts';
import { quantile } from './samples.ts';
import { ms, printTable } from './table.ts';
import { type BenchServer, type BenchWorld, createBenchWorld } from './world.ts';

const JOBS = 80;
const WARM_UP = 10;

/** From "go" at the draft to the committed critique: two turns, the outbox, the queue, and the offline critic. */
export async function benchCritique(server: BenchServer): Promise<void> {
  const redis = await findRedis();
  const rows = [row('PostgreSQL', await measured(server, 'critique_postgresql', undefined))];
  if (redis !== undefined) {
    rows.push(row('Redis', await measured(server, 'critique_redis', redis.url)));
    await redis.stop();
  }
  printTable(
    'A critique job, from the request to the stored result, one after the other',
    ['queue on', 'p50 ms', 'p99 ms', 'jobs'],
    rows,
  );
  if (redis === undefined)
    console.log('\n  No Redis: set TEST_REDIS_URL, or install redis-server, to see the other half.');
}

async function measured(server: BenchServer, name: string, redisUrl: string | undefined): Promise<number[]> {
  const waiting = new Map<string, () => void>();
  const committed = ({ person, what }: Incoming) => {
    if (what.type === 'critiqueReady') waiting.get(person.userId)?.();
  };
  const world = await createBenchWorld(await server.database(name), { jobs: { redisUrl }, committed });
  try {
    const model = await practiceAt(world, 'draft');
    const users = await addLiveSessions(world, model, JOBS + WARM_UP);
    await settle(world);
    const each: number[] = [];
    for (const userId of users) {
      const stored = new Promise<void>((resolve) => waiting.set(userId, resolve));
      const began = performance.now();
      await pressGo(world, userId);
      await stored;
      each.push(performance.now() - began);
    }
    const { rows } = await world.pool.query<{ stored: number }>(
      'SELECT count(*)::int AS stored FROM scorecards',
    );
    if (rows[0]?.stored !== users.length)
      throw new Error(`${rows[0]?.stored} critiques of ${users.length} were stored`);
    return each.slice(WARM_UP);
  } finally {
    await world.close();
  }
}

async function pressGo(world: BenchWorld, userId: string): Promise<void> {
  await world.coach.handle({
    id: `go-${userId}`,
    person: refOf(userId),
    place: { platform: 'terminal', channel: userId },
    what: { type: 'pressed', action: 'go' },
  });
}

function row(name: string, each: readonly number[]): string[] {
  return [name, ms(quantile(each, 0.5)), ms(quantile(each, 0.99)), String(each.length)];
}
