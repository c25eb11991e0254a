import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { newKeyringValue, parseKeyring } from '../../src/store/keyring.ts';
import { createPool } from '../../src/store/pool.ts';
import { createLimitedDiscord } from './limited-discord.ts';
import { createLimitedSlack, type LimitedPlatform } from './limited-slack.ts';
import { startProduct } from './reminder-child.ts';
import { addPeople, arm, type Reminded, sideBySide } from './reminder-people.ts';
import { printTable } from './table.ts';
import { type BenchServer, POOL } from './world.ts';

const WORKSPACES = 100;
/** Arming has to be over, and the product there, by then. */
const AHEAD_MS = 75_000;
/** Of each plan: when it was said, before it is due. */
const SAID_BEFORE_MS = 2 * 60 * 60_000;
/** Longer than anybody may wait. */
const PATIENCE_MS = 20 * 60_000;
/** What came is looked at once more, so much later: for what came twice. */
const QUIET_MS = 8_000;
const STEPS_S = [1, 5, 15, 30, 60, 120, 180, 240, 300, 360];

export interface LatenessOptions {
  readonly name: string;
  readonly platform: 'slack' | 'discord';
  readonly people: number;
  /** `moment`: "in 2 hours", to the instant. `rhythm`: every day at that minute, spread by person. */
  readonly plan: 'moment' | 'rhythm';
  readonly redisUrl?: string;
}

/** Many reminders due in the same minute: how late each is posted, through the product's queue, coach and outbox. */
export async function benchLateness(server: BenchServer, options: LatenessOptions): Promise<void> {
  const { platform, people, plan } = options;
  const url = await server.database(`reminders_${options.name.replace(/\W+/g, '_').toLowerCase()}`);
  const keys = newKeyringValue('bench');
  const ring = parseKeyring(keys);
  const pool = createPool(url, { max: POOL, pipeline: true, onError: () => undefined });
  const there: LimitedPlatform = await (platform === 'slack' ? createLimitedSlack() : createLimitedDiscord());
  const due = dueAfter(Date.now() + AHEAD_MS, plan);
  const all = Array.from({ length: people }, (_, n) => oneOf(n, options, due));
  await addPeople(
    pool,
    ring,
    all.map(({ ref }) => ref),
  );
  await sideBySide(all, POOL, (one) => arm(pool, ring, one));
  const { rows: wakes } = await pool.query<{ user_id: string; due_at: Date }>(
    `SELECT p.user_id, w.due_at FROM wakes w JOIN people p ON p.id = w.person_id`,
  );
  const workspaces = [...new Set(all.map(({ ref }) => ref.scope))];
  const namespace = options.redisUrl === undefined ? undefined : `late${Date.now()}`;
  const product = await startProduct({
    ...{ url, keys, platform, workspaces, apiUrl: there.apiUrl, runs: true },
    ...(options.redisUrl === undefined ? {} : { redisUrl: options.redisUrl, namespace }),
  });
  try {
    const left = due - Date.now();
    if (left < 5_000) throw new Error(`only ${left} ms are left: arming took too long here`);
    const before = await product.spent();
    while (there.posts.length < people && Date.now() < due + PATIENCE_MS) await sleep(500);
    const spent = await product.spent();
    await sleep(QUIET_MS);
    print(options, there, due, new Map(wakes.map((wake) => [wake.user_id, wake.due_at.getTime()])));
    await printState(pool, there, spent, spent.cpuMs - before.cpuMs);
  } finally {
    await product.stop();
    await there.close();
    await pool.end();
  }
}

/** A rhythm knows minutes only. */
function dueAfter(soonest: number, plan: LatenessOptions['plan']): number {
  return plan === 'moment' ? soonest : Math.ceil(soonest / 60_000) * 60_000;
}

/** Where it is noon or so: no quiet hours move a rhythm. */
function zoneAt(due: number): string {
  const zones = [
    'UTC',
    'America/New_York',
    'America/Los_Angeles',
    'Asia/Tokyo',
    'Asia/Dubai',
    'Pacific/Auckland',
  ];
  const at = Temporal.Instant.fromEpochMilliseconds(due);
  const found = zones.find((zone) => {
    const { hour } = at.toZonedDateTimeISO(zone);
    return hour >= 9 && hour < 19;
  });
  if (found === undefined) throw new Error('it is noon nowhere');
  return found;
}

function oneOf(n: number, { platform, plan }: LatenessOptions, due: number): Reminded {
  const scope = platform === 'slack' ? `T${String(n % WORKSPACES).padStart(3, '0')}` : '1111111111111111111';
  const userId = platform === 'slack' ? `U${String(n).padStart(6, '0')}` : `1${String(n).padStart(18, '0')}`;
  const at = new Date(due - SAID_BEFORE_MS);
  const zone = zoneAt(due);
  const wall = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(zone).toPlainTime();
  const words = plan === 'moment' ? 'in 2 hours' : `daily ${wall.toString({ smallestUnit: 'minute' })}`;
  return { ref: { platform, scope, userId }, words, zone, at };
}

function print(
  { name, plan, people }: LatenessOptions,
  there: LimitedPlatform,
  due: number,
  wakes: ReadonlyMap<string, number>,
): void {
  const first = new Map<string, number>();
  for (const { userId, at } of there.posts) if (!first.has(userId)) first.set(userId, at);
  const late = (of: (userId: string) => number) => [...first].map(([userId, at]) => at - of(userId));
  const own = late((userId) => wakes.get(userId) ?? Number.NaN);
  const rows = [curve(plan === 'moment' ? 'after it was due' : 'after its own instant', own, people)];
  if (plan === 'rhythm')
    rows.push(
      curve(
        'after the planned minute',
        late(() => due),
        people,
      ),
    );
  printTable(
    `Reminders: ${name}; ${people.toLocaleString('en')} due at once: share posted by then`,
    ['', ...STEPS_S.map((step) => (step < 60 ? `+${step} s` : `+${step / 60} min`)), 'p50 s', 'last s'],
    rows,
  );
  const early = own.filter((ms) => ms < 0).length;
  const strangers = [...first.keys()].filter((userId) => !wakes.has(userId)).length;
  console.log(
    `\n  lost ${people - first.size}, twice ${there.posts.length - first.size}, too early ${early}, to nobody we know ${strangers}`,
  );
}

function curve(name: string, lateMs: readonly number[], people: number): string[] {
  const sorted = [...lateMs].sort((a, b) => a - b);
  const by = (s: number) => sorted.filter((ms) => ms <= s * 1_000).length;
  const shares = STEPS_S.map((step) => `${((by(step) / people) * 100).toFixed(1)} %`);
  const seconds = (ms = Number.NaN) => (ms / 1_000).toFixed(1);
  return [name, ...shares, seconds(sorted[Math.ceil(sorted.length / 2) - 1]), seconds(sorted.at(-1))];
}

async function printState(
  pool: ReturnType<typeof createPool>,
  { calls }: LimitedPlatform,
  { rssMb, peakMb, logged }: { rssMb: number; peakMb: number; logged: readonly string[] },
  cpuMs: number,
): Promise<void> {
  const { rows } = await pool.query<{ state: string; count: number; most: number; tries: number }>(
    `SELECT state, count(*)::int AS count, max(attempts) AS most, sum(attempts)::int AS tries FROM outbox WHERE kind = 'remind' GROUP BY state`,
  );
  const states = rows.map(
    ({ state, count, most, tries }) => `${count} ${state} in ${tries} tries (at most ${most} for one)`,
  );
  console.log(`  in the outbox: ${states.join(', ')}`);
  console.log(`  calls: ${[...calls].map(([call, count]) => `${call} ${count}`).join(', ')}`);
  console.log(
    `  the product's process: ${(cpuMs / 1_000).toFixed(1)} s of CPU, ${rssMb.toFixed(0)} MB, at most ${peakMb.toFixed(0)} MB`,
  );
  if (logged.length > 0) console.log(`  it logged: ${logged.join(', ')}`);
}
