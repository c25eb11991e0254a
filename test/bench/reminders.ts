import { Redis } from 'ioredis';
import { findRedis } from './private-redis.ts';
import { benchArming } from './reminder-arming.ts';
import { benchLateness, type LatenessOptions } from './reminder-lateness.ts';
import type { BenchServer } from './world.ts';

export interface RemindersOptions {
  /** With a reminder each, and how many of them at once on Slack. */
  readonly people: number;
  readonly atOnce: number;
  readonly onDiscord: number;
  /** `arming` or a run's number: only that. */
  readonly only?: string | undefined;
}

export const USUAL_REMINDERS: RemindersOptions = { people: 100_000, atOnce: 10_000, onDiscord: 10_000 };

/** Everybody's reminders armed, kept and found again at a start; and very many due in the same minute, by the real clock. */
export async function benchReminders(server: BenchServer, options: RemindersOptions): Promise<void> {
  const { people, atOnce, onDiscord, only } = options;
  const found = await findRedis();
  const redis = found === undefined ? undefined : new Redis(found.url, { maxRetriesPerRequest: null });
  const slack = { platform: 'slack', people: atOnce } as const;
  const runs: LatenessOptions[] = [
    { ...slack, name: 'Slack, "in 2 hours", queue on PostgreSQL', plan: 'moment' },
    ...(found === undefined
      ? []
      : [
          {
            ...slack,
            name: 'Slack, "in 2 hours", queue on Redis',
            plan: 'moment',
            redisUrl: found.url,
          } as const,
        ]),
    { ...slack, name: 'Slack, daily, queue on PostgreSQL', plan: 'rhythm' },
    {
      platform: 'discord',
      people: onDiscord,
      name: 'Discord, "in 2 hours", queue on PostgreSQL',
      plan: 'moment',
    },
  ];
  try {
    if (only === undefined || only === 'arming') await benchArming(server, people, redis);
    for (const [index, run] of runs.entries())
      if (run.people > 0 && (only === undefined || only === String(index + 1)))
        await benchLateness(server, run);
  } finally {
    redis?.disconnect();
    await found?.stop();
  }
}
