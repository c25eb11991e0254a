import type pg from 'pg';
import { codeOf } from '../errors.ts';
import type { Keyring } from '../store/keyring.ts';
import {
  claimNext,
  dueLanes,
  markDead,
  markDone,
  markLater,
  nextDue,
  type OutboxRow,
  refOf,
} from '../store/outbox.ts';
import { parsePlaceKey } from '../who/place.ts';
import { createLanes } from './lanes.ts';
import { orderOf } from './order-of.ts';
import type { Log, Outcome, Performer } from './ports.ts';

/** Waits between tries of one effect: 1 s, doubling to 5 min, with up to a fifth of chance on top. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;
const DEAD_AFTER_MS = 24 * 60 * 60_000;
/** The net under LISTEN/NOTIFY and under our own memory. */
const SWEEP_MS = 5_000;
const LANES_A_SWEEP = 200;

export interface Failed {
  readonly row: OutboxRow;
  readonly reason: string;
}

export interface Deliverer {
  /** Performs rows this process put in as `sending`; resolves when they are through or have to wait. */
  performSent(rows: readonly OutboxRow[]): Promise<void>;
  /** Looks for work now: after a notification, a reconnect, a takeover. */
  sweep(): Promise<void>;
  start(): void;
  /** No more work is taken; resolves when what is under way has ended. */
  stop(): Promise<void>;
}

export interface DelivererParts {
  readonly pool: pg.Pool;
  readonly ring: Keyring;
  readonly holder: string;
  readonly performers: ReadonlyMap<string, Performer>;
  readonly now: () => Date;
  readonly random: () => number;
  readonly log: Log;
  /** A delivery that will never succeed comes back to the conversation. */
  readonly failed: (failed: Failed) => void;
}

/** Carries effects out after their commit: in a lane in order, lanes side by side, each until it is done. */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { pool, ring, holder, performers, now, log } = parts;
  const lanes = createLanes();
  const names = [...performers.keys()];
  let timer: NodeJS.Timeout | undefined;
  let early: NodeJS.Timeout | undefined;
  let stopped = false;

  /** True: the lane may go on with its next row. */
  async function performRow(row: OutboxRow): Promise<boolean> {
    const outcome = await outcomeOf(row);
    switch (outcome.outcome) {
      case 'done':
        await markDone(pool, row.id, outcome.ref);
        return true;
      case 'later':
      case 'unknown': {
        if (now().getTime() - row.createdAt.getTime() > DEAD_AFTER_MS) return giveUp(row, 'too-old');
        if (outcome.outcome === 'unknown') return false;
        const wait = Math.max(outcome.afterMs, backOff(row.attempts, parts.random()));
        await markLater(pool, row.id, new Date(now().getTime() + wait));
        soon(wait);
        return false;
      }
      case 'gone':
      case 'refused':
        return giveUp(row, outcome.reason);
    }
  }

  async function outcomeOf(row: OutboxRow): Promise<Outcome> {
    const performer = performers.get(row.performer);
    if (performer === undefined) return { outcome: 'later', afterMs: SWEEP_MS };
    try {
      const order = await orderOf(row, (key) => refOf(pool, key));
      const { key, deliveryId, installationId, person, inDoubt } = row;
      return await performer.perform({
        key,
        deliveryId,
        installationId,
        person,
        place: parsePlaceKey(row.place),
        order,
        inDoubt,
      });
    } catch (error) {
      log('perform-threw', { key: row.key, code: codeOf(error) });
      return { outcome: 'later', afterMs: 0 };
    }
  }

  async function giveUp(row: OutboxRow, reason: string): Promise<boolean> {
    await markDead(pool, row.id, reason);
    log('effect-dead', { key: row.key, kind: row.kind, reason });
    parts.failed({ row, reason });
    return true;
  }

  async function drain(lane: string): Promise<void> {
    while (!stopped) {
      const row = await claimNext(pool, ring, lane, holder, now());
      if (row === undefined || !(await performRow(row))) return;
    }
  }

  /** What follows a row that has to wait was never sent: it waits too, and is not in doubt. */
  async function performInOrder(rows: readonly OutboxRow[]): Promise<void> {
    for (const [index, row] of rows.entries()) {
      if (await performRow(row)) continue;
      for (const behind of rows.slice(index + 1)) await markLater(pool, behind.id, now());
      return;
    }
  }

  async function sweep(): Promise<void> {
    if (stopped || names.length === 0) return;
    try {
      const due = await dueLanes(pool, names, holder, now(), LANES_A_SWEEP);
      await Promise.all(due.map((lane) => lanes.run(lane, () => drain(lane)).catch(lost)));
      const next = await nextDue(pool, names);
      if (next !== undefined) soon(next.getTime() - now().getTime());
    } catch (error) {
      lost(error);
    }
  }

  function lost(error: unknown): void {
    log('deliver-lost', { code: codeOf(error) });
  }

  function soon(afterMs: number): void {
    if (stopped || afterMs > SWEEP_MS) return;
    clearTimeout(early);
    early = setTimeout(() => void sweep(), Math.max(10, afterMs));
    early.unref();
  }

  return {
    async performSent(rows) {
      if (rows.length === 0 || stopped) return;
      await Promise.all(
        [...byLane(rows)].map(([lane, inOrder]) =>
          lanes.run(lane, () => performInOrder(inOrder)).catch(lost),
        ),
      );
    },
    sweep,
    start() {
      timer = setInterval(() => void sweep(), SWEEP_MS);
      timer.unref();
      void sweep();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(early);
      await lanes.idle();
    },
  };
}

/** 1 s, 2 s, 4 s … 5 min, plus up to a fifth: many that failed together do not come back together. */
export function backOff(attempts: number, chance: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(wait * (1 + chance / 5));
}

function byLane(rows: readonly OutboxRow[]): Map<string, OutboxRow[]> {
  const lanes = new Map<string, OutboxRow[]>();
  for (const row of rows) lanes.set(row.lane, [...(lanes.get(row.lane) ?? []), row]);
  return lanes;
}
