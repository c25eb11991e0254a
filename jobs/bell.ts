import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import type { Coach } from '../src/coach/coach.ts';
import type { TeamCoach } from '../src/coach/teams/team-coach.ts';
import { bellName, type JobName } from '../src/store/job-names.ts';
import { readWake } from '../src/store/wakes.ts';
import { ownPlace, parsePlaceKey } from '../src/who/place.ts';
import type { JobBackend, JobQueue } from './backend.ts';

/** The queue that rings for wakes. A wake's truth is its row: a bell without its row, or with another instant, is a no-op. */
const QUEUE = 'bell';

const BellJobSchema = z.strictObject({ v: z.literal(1), key: z.string(), dueAt: z.iso.datetime() });
type BellJob = z.infer<typeof BellJobSchema>;

export interface Bell {
  readonly key: string;
  /** ISO 8601, UTC. */
  readonly dueAt: string;
}

export interface BellQueue {
  /** Puts bells in; one that is there already stays. */
  ring(bells: readonly Bell[], now: Date): Promise<void>;
  /** Takes out all bells of these names. */
  drop(names: ReadonlySet<JobName>): Promise<void>;
}

export function createBellQueue(backend: JobBackend): BellQueue {
  const queue: JobQueue<BellJob> = backend.queue(QUEUE);
  return {
    async ring(bells, now) {
      if (bells.length === 0) return;
      await queue.addAll(
        bells.map((bell) => ({
          data: { v: 1, key: bell.key, dueAt: bell.dueAt },
          options: {
            jobId: bellJobId(bell.key, bell.dueAt),
            delay: Math.max(0, Date.parse(bell.dueAt) - now.getTime()),
            // A bell that failed can be rung again; one that rang is a no-op by its row.
            forget: true,
          },
        })),
      );
    },
    drop: (names) => queue.drop(names),
  };
}

/** Of key and instant: another instant is another bell, the same one is rung once. */
export function bellJobId(key: string, dueAt: string): string {
  return `${bellName(key)}-${Date.parse(dueAt)}`;
}

/** Works the queue: reads the row again and tells the coach that its time has come. */
export function workBells(
  backend: JobBackend,
  pool: pg.Pool,
  coach: Pick<Coach, 'handle'>,
  teams: Pick<TeamCoach, 'handle'>,
): void {
  backend.work(QUEUE, async (data) => {
    const { key, dueAt } = BellJobSchema.parse(data);
    const wake = await readWake(pool, key, new Date(dueAt));
    if (wake === undefined) return;
    const id = bellJobId(key, dueAt);
    const { person } = wake;
    if (wake.kind === 'team') {
      const what = { of: 'all', event: { type: 'woke' } } as const;
      // The team itself knows what is due. Where a wrong clock was set right, the same instant comes a second time.
      await teams.handle({ id: `${id}-${randomUUID()}`, team: person, what, wokeAt: dueAt });
      return;
    }
    await coach.handle(
      wake.kind === 'plan'
        ? {
            // The plan itself knows what rang. Where a wrong clock was set right, the same instant comes a second time.
            id: `${id}-${randomUUID()}`,
            person,
            place: ownPlace(person),
            what: { type: 'reminderDue', key, dueAt },
          }
        : {
            id,
            person,
            place: parsePlaceKey(wake.place),
            what: { type: 'woke', sessionId: wake.sessionId, key, dueAt },
          },
    );
  });
}
