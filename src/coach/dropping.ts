import type pg from 'pg';
import { codeOf } from '../errors.ts';
import type { Log } from '../log.ts';
import { forgetLeftJobs, takeLeftJobs } from '../store/left-jobs.ts';
import type { Performer } from './ports.ts';

const AT_ONCE = 1_000;

export interface DroppingParts {
  readonly pool: pg.Pool;
  readonly performers: ReadonlyMap<string, Performer>;
  readonly now: () => Date;
  readonly log: Log;
}

export interface Dropping {
  /** Never rejects. Asked twice at once, it runs once. */
  run(): Promise<void>;
  idle(): Promise<void>;
}

/**
 * Takes the jobs of people who were deleted out of the queue, in a process that has one; any other leaves it to that. What
 * fails is tried again a minute later.
 */
export function createDropping({ pool, performers, now, log }: DroppingParts): Dropping {
  let running: Promise<void> | undefined;

  async function dropLeft(): Promise<void> {
    const performer = [...performers.values()].find(({ drop }) => drop !== undefined);
    if (performer?.drop === undefined) return;
    for (;;) {
      const left = await takeLeftJobs(pool, now(), AT_ONCE);
      if (left.length === 0) return;
      await performer.drop(new Set(left.map(({ name }) => name)));
      await forgetLeftJobs(
        pool,
        left.map(({ id }) => id),
      );
    }
  }

  return {
    run() {
      running ??= dropLeft()
        .catch((error: unknown) => log('jobs-not-dropped', { code: codeOf(error) }))
        .finally(() => {
          running = undefined;
        });
      return running;
    },
    idle: () => running ?? Promise.resolve(),
  };
}
