import type pg from 'pg';
import type { Coach } from '../src/coach/coach.ts';
import { deleteEverywhere } from '../src/coach/teams/delete-everywhere.ts';
import { codeOf } from '../src/errors.ts';
import { catalog } from '../src/guide/catalog.ts';
import type { Log } from '../src/log.ts';
import type { Drizzle } from '../src/store/drizzle.ts';
import type { Keyring } from '../src/store/keyring.ts';
import { sweepOutbox } from '../src/store/mentions.ts';
import { inactiveSince, sweepSeen } from '../src/store/people.ts';
import { silentSince, waitingForCritique } from '../src/store/practices.ts';
import { awaitedAnswers } from '../src/store/teams/awaited-answers.ts';
import { type DueWake, disarmWakes, markArmed, overdueWakes, wakesToArm } from '../src/store/wakes.ts';
import { parsePlaceKey } from '../src/who/place.ts';
import type { BellQueue } from './bell.ts';
import type { CritiqueQueue } from './critique.ts';
import { replanOutdated } from './replanning.ts';
import type { TeamCritiqueQueue } from './team-critique.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A bell this late was lost, or its turn failed: it is rung again. */
const LOST_AFTER_MS = MINUTE_MS;
/** Wakes this near are put in as delayed jobs: twice the sweep's own distance and some. */
const ARM_AHEAD_MS = 10 * MINUTE_MS;
const AT_ONCE = 5_000;
const SILENT_MS = 14 * DAY_MS;
/** The coach's card of an answer in a team's session is of use as long as people write in it. */
const AWAITED_MS = 14 * DAY_MS;

export interface SweepParts {
  readonly pool: pg.Pool;
  readonly db: Drizzle;
  readonly ring: Keyring;
  readonly coach: Pick<Coach, 'handle'>;
  readonly critiques: CritiqueQueue;
  readonly bells: BellQueue;
  readonly teamCritiques: TeamCritiqueQueue;
  readonly retentionDays: number;
  readonly now: () => Date;
  readonly log: Log;
}

export interface Sweeps {
  /** What a start does first: bells may have been lost with the queue, critiques with a process. */
  atStart(): Promise<void>;
  everyMinute(): Promise<void>;
  everyHour(): Promise<void>;
  everyDay(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** The nets under everything that waits: what was lost with a queue or a process is found again here. */
export function createSweeps(parts: SweepParts): Sweeps {
  const { pool, db, ring, now, log } = parts;
  let timers: NodeJS.Timeout[] = [];
  let running: Promise<void> = Promise.resolve();

  async function armWakes(): Promise<void> {
    for (;;) {
      const due = await wakesToArm(pool, new Date(now().getTime() + ARM_AHEAD_MS), AT_ONCE);
      await ringFor(due);
      await markArmed(pool, due);
      if (due.length < AT_ONCE) return;
    }
  }

  async function ringOverdue(): Promise<void> {
    await ringFor(await overdueWakes(pool, new Date(now().getTime() - LOST_AFTER_MS), AT_ONCE));
  }

  async function ringFor(wakes: readonly DueWake[]): Promise<void> {
    const bells = wakes.map(({ key, dueAt }) => ({ key, dueAt: dueAt.toISOString() }));
    await parts.bells.ring(bells, now());
  }

  async function ringCritiques(olderThanMs: number): Promise<void> {
    const ringNo = Math.floor(now().getTime() / MINUTE_MS);
    for (const { person, sessionId, draftNo } of await waitingForCritique(
      pool,
      new Date(now().getTime() - olderThanMs),
      AT_ONCE,
    )) {
      await parts.critiques.enqueue({ person, sessionId, draftNo }, ringNo);
    }
  }

  async function ringTeamCritiques(olderThanMs: number): Promise<void> {
    const ringNo = Math.floor(now().getTime() / MINUTE_MS);
    const before = new Date(now().getTime() - olderThanMs);
    const after = new Date(now().getTime() - AWAITED_MS);
    for (const asked of await awaitedAnswers(pool, ring, { after, before }, AT_ONCE))
      await parts.teamCritiques.enqueue(asked, ringNo);
  }

  async function pauseSilent(): Promise<void> {
    for (const { person, place, sessionId } of await silentSince(
      pool,
      new Date(now().getTime() - SILENT_MS),
      AT_ONCE,
    )) {
      await parts.coach.handle({
        id: `silent-${sessionId}-${Math.floor(now().getTime() / DAY_MS)}`,
        person,
        place: parsePlaceKey(place),
        what: { type: 'silent', sessionId },
      });
    }
  }

  async function retain(): Promise<void> {
    const before = new Date(now().getTime() - parts.retentionDays * DAY_MS);
    for (const person of await inactiveSince(db, before, AT_ONCE)) {
      await deleteEverywhere({ pool, db, ring, guide: catalog.default }, person, now);
      log('retention-deleted', { platform: person.platform });
    }
  }

  async function replan(aheadMs?: number): Promise<void> {
    const outdated = await replanOutdated(parts, aheadMs);
    if (outdated > 0) log('wakes-replanned', { wakes: outdated });
  }

  /** Each part on its own: one that fails does not keep the others from running. */
  async function each(...steps: (() => Promise<unknown>)[]): Promise<void> {
    for (const step of steps)
      await step().catch((error: unknown) => log('sweep-failed', { step: step.name, code: codeOf(error) }));
  }

  const sweeps: Sweeps = {
    async atStart() {
      await each(
        () => disarmWakes(pool),
        // Before bells are put in for instants that are not right any more; those after them have time.
        () => replan(ARM_AHEAD_MS),
        armWakes,
        () => ringCritiques(0),
        () => ringTeamCritiques(0),
      );
      await sweeps.everyHour();
      await sweeps.everyDay();
    },
    everyMinute: () =>
      each(
        armWakes,
        ringOverdue,
        () => ringCritiques(MINUTE_MS),
        () => ringTeamCritiques(MINUTE_MS),
      ),
    everyHour: () =>
      each(
        pauseSilent,
        retain,
        () => sweepOutbox(pool, new Date(now().getTime() - DAY_MS)),
        () => sweepSeen(pool, now()),
      ),
    everyDay: () => each(() => replan()),
    start() {
      running = sweeps.atStart();
      const every = (ms: number, run: () => Promise<void>) => {
        const timer = setInterval(() => {
          running = running.then(run);
        }, ms);
        timer.unref();
        timers.push(timer);
      };
      every(MINUTE_MS, sweeps.everyMinute);
      every(HOUR_MS, sweeps.everyHour);
      every(DAY_MS, sweeps.everyDay);
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      timers = [];
      await running;
    },
  };
  return sweeps;
}
