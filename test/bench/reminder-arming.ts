import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type pg from 'pg';
import { newKeyringValue, parseKeyring } from '../../src/store/keyring.ts';
import { createPool } from '../../src/store/pool.ts';
import { settle } from './live-sessions.ts';
import { refOf } from './practice.ts';
import { type ProductSetUp, startProduct } from './reminder-child.ts';
import { addPeople, arm, type Reminded, sideBySide } from './reminder-people.ts';
import { quantile } from './samples.ts';
import { ms, printTable } from './table.ts';
import { type BenchServer, createBenchWorld, POOL } from './world.ts';

/** So many say it themselves, to the whole coach, in the full database. */
const SAYING = 500;
const STARTS = 3;
const WORKSPACES = 100;
const RING_AHEAD = "interval '10 minutes'";

/** A zone for each hour of the day: at any time something is due somewhere. */
const ZONES = [
  ...['Pacific/Honolulu', 'America/Anchorage', 'America/Los_Angeles', 'America/Denver', 'America/Chicago'],
  ...[
    'America/New_York',
    'America/Halifax',
    'America/Sao_Paulo',
    'Atlantic/South_Georgia',
    'Atlantic/Azores',
  ],
  ...[
    'UTC',
    'Europe/Berlin',
    'Europe/Helsinki',
    'Europe/Istanbul',
    'Asia/Dubai',
    'Asia/Karachi',
    'Asia/Dhaka',
  ],
  ...['Asia/Bangkok', 'Asia/Singapore', 'Asia/Tokyo', 'Australia/Brisbane', 'Pacific/Guadalcanal'],
  ...['Pacific/Auckland', 'Pacific/Apia'],
];
const FIRST_HOUR = 8;
const HOURS = 12;

/** Many people with a reminder each: how long arming takes, what it weighs, and how soon a process that starts is ready. */
export async function benchArming(server: BenchServer, people: number, redis: Redis | undefined) {
  const url = await server.database('reminders_armed');
  const keys = newKeyringValue('bench');
  const ring = parseKeyring(keys);
  const pool = createPool(url, { max: POOL, pipeline: true, onError: () => undefined });
  const empty = await sizeOf(pool);
  const all = Array.from({ length: people }, (_, n) => dailyOne(n));
  const putInMs = await timed(() =>
    addPeople(
      pool,
      ring,
      all.map(({ ref }) => ref),
    ),
  );
  const withPeople = await sizeOf(pool);
  const cpu = process.cpuUsage();
  const armingMs = await sideBySide(all, POOL, (one) => arm(pool, ring, one));
  const spent = process.cpuUsage(cpu);
  const full = await sizeOf(pool);
  console.log(
    `\nReminders: ${people.toLocaleString('en')} people, one plan each ("remind daily", 24 zones, 12 hours)`,
  );
  console.log(`
  people put in by bulk inserts       ${seconds(putInMs)} s
  plans armed, ${POOL} side by side         ${seconds(armingMs)} s, ${ms(armingMs / people)} ms a plan (${Math.round((people / armingMs) * 1_000)} a second; CPU of the process ${ms((spent.user + spent.system) / 1_000 / people)} ms a plan)
  database                            ${mb(full)} MB: ${kb((full - withPeople) / people)} kB a plan with its wake and its event, ${kb((withPeople - empty) / people)} kB a person
  resident memory of this process     ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`);
  await settle({ pool });
  await said(url, keys);
  await starts(server, { url, keys, pool, redis });
  await pool.end();
}

function dailyOne(n: number): Reminded {
  const userId = `U${String(n).padStart(7, '0')}`;
  const ref = { platform: 'slack', scope: `T${n % WORKSPACES}`, userId } as const;
  const hour = FIRST_HOUR + (Math.floor(n / ZONES.length) % HOURS);
  const minute = (n * 7 + Math.floor(n / (ZONES.length * HOURS))) % 60;
  const time = `${hour}:${String(minute).padStart(2, '0')}`;
  return { ref, words: `daily ${time}`, zone: ZONES[n % ZONES.length] ?? 'UTC', at: new Date() };
}

/** The same by words to the coach: two events a person, and what it says taken at once. */
async function said(url: string, keys: string): Promise<void> {
  const world = await createBenchWorld(url, { keys });
  try {
    const users = Array.from({ length: SAYING }, (_, n) => `saying-${n}`);
    const each: number[] = [];
    const tell = async (userId: string, text: string) => {
      const id = randomUUID();
      const place = { platform: 'terminal', channel: userId } as const;
      const what = { type: 'said', messageId: id, stamp: `${Date.now()}.0`, text, ends: 'now' } as const;
      await world.coach.handle({ id, person: refOf(userId), place, what });
    };
    const elapsed = await sideBySide(users, POOL, async (userId) => {
      await tell(userId, 'remind weekdays 8:30 Europe/Berlin');
      const began = performance.now();
      await tell(userId, 'remind yes');
      each.push(performance.now() - began);
    });
    await world.idle();
    const { rows } = await world.pool.query<{ armed: number }>(
      `SELECT count(*)::int AS armed FROM wakes w JOIN people p ON p.id = w.person_id WHERE p.platform = 'terminal'`,
    );
    if (rows[0]?.armed !== SAYING) throw new Error(`${rows[0]?.armed} of ${SAYING} were armed`);
    console.log(
      `  said to the coach in that database  ${ms(elapsed / SAYING)} ms a person of two turns ("remind weekdays 8:30 Europe/Berlin", "remind yes"), the yes p50 ${ms(quantile(each, 0.5))} ms, p99 ${ms(quantile(each, 0.99))} ms; ${SAYING} new people, ${POOL} side by side`,
    );
  } finally {
    await world.close();
  }
}

interface Filled {
  readonly url: string;
  readonly keys: string;
  readonly pool: pg.Pool;
  readonly redis: Redis | undefined;
}

/** A process that starts on that database, and one on an empty one beside it. */
async function starts(server: BenchServer, filled: Filled): Promise<void> {
  const none = await server.database('reminders_none');
  const rows: string[][] = [];
  const { redis } = filled;
  for (const on of redis === undefined ? [undefined] : [undefined, redis]) {
    const name = on === undefined ? 'PostgreSQL' : 'Redis';
    rows.push(await startOn(`nobody, queue on ${name}`, none, filled, on));
    rows.push(await startOn(`everybody, queue on ${name}`, filled.url, filled, on));
  }
  printTable(
    `Reminders: a process of roles slack and jobs starts, medians of ${STARTS}; ms since it was spawned, the queue new each time`,
    [
      '',
      'code loaded',
      'connected',
      'ready',
      'the sweep',
      'MB',
      'peak MB',
      'in the queue',
      'due in 10 min',
      'last due in',
    ],
    rows,
  );
}

async function startOn(name: string, url: string, { keys, pool }: Filled, redis: Redis | undefined) {
  const runs: number[][] = [];
  let queued: string[] = [];
  const on =
    url === pool.options.connectionString ? pool : createPool(url, { max: 1, onError: () => undefined });
  for (let n = 0; n < STARTS; n += 1) {
    const namespace = `start${randomUUID().slice(0, 8)}`;
    // On PostgreSQL the product knows one queue: it goes, as a Redis would that was emptied.
    if (redis === undefined) await on.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
    const child = await startProduct(setUpOf(url, keys, namespace, redis));
    const { loadedMs, connectedMs, readyMs } = child.ready;
    const { rssMb, peakMb, logged } = await child.spent();
    if (logged.length > 0) console.log(`  it logged: ${logged.join(', ')}`);
    runs.push([loadedMs, connectedMs, child.tookMs, readyMs - connectedMs, rssMb, peakMb]);
    queued = await queuedIn(on, namespace, redis);
    await child.stop();
  }
  if (on !== pool) await on.end();
  const median = (column: number) =>
    quantile(
      runs.map((run) => run[column] ?? Number.NaN),
      0.5,
    );
  return [name, ...[0, 1, 2, 3, 4, 5].map((column) => median(column).toFixed(0)), ...queued];
}

function setUpOf(url: string, keys: string, namespace: string, redis: Redis | undefined): ProductSetUp {
  const { host, port } = redis?.options ?? {};
  return {
    url,
    keys,
    ...(redis === undefined ? {} : { namespace, redisUrl: `redis://${host}:${port}` }),
    platform: 'slack',
    // Nobody is written to: what comes due meanwhile waits.
    apiUrl: 'http://127.0.0.1:1/api/',
    workspaces: [],
    runs: false,
  };
}

/** Bells in the queue, wakes due within ten minutes, and how far ahead the last of the bells is. */
async function queuedIn(pool: pg.Pool, namespace: string, redis: Redis | undefined): Promise<string[]> {
  const { rows } = await pool.query<{ near: number; last: number | null }>(
    `SELECT count(*) FILTER (WHERE due_at <= now() + ${RING_AHEAD})::int AS near,
       (extract(epoch FROM max(armed_for) - now()) / 60)::float8 AS last FROM wakes WHERE done_at IS NULL`,
  );
  const [found] = rows;
  const last = found?.last === null || found === undefined ? '' : `${found.last.toFixed(1)} min`;
  const inQueue = redis === undefined ? await inPostgres(pool) : await inRedis(redis, namespace);
  return [inQueue, found?.near ?? 0].map((count) => count.toLocaleString('en')).concat(last);
}

async function inPostgres(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ jobs: number }>('SELECT count(*)::int AS jobs FROM bullmq.job');
  return rows[0]?.jobs ?? Number.NaN;
}

async function inRedis(redis: Redis, namespace: string): Promise<number> {
  const key = (state: string) => `${namespace}:bell:${state}`;
  const waiting = await Promise.all([redis.llen(key('wait')), redis.llen(key('active'))]);
  return waiting.reduce((sum, count) => sum + count, await redis.zcard(key('delayed')));
}

async function sizeOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    'SELECT pg_database_size(current_database()) AS bytes',
  );
  return Number(rows[0]?.bytes);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const seconds = (took: number) => (took / 1_000).toFixed(1);
const mb = (bytes: number) => Math.round(bytes / 2 ** 20);
const kb = (bytes: number) => (bytes / 1_024).toFixed(1);
