import type pg from 'pg';
import { SHARE_DECLINED } from '../conversation/shared.ts';
import { TOO_OLD } from '../conversation/undelivered.ts';
import { codeOf } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Keyring } from '../store/keyring.ts';
import { leaveInDoubt, leaveLate } from '../store/leftovers.ts';
import {
  claimNext,
  dueLanes,
  lanesSending,
  nextDue,
  type OutboxRow,
  type Reach,
  refOf,
} from '../store/outbox.ts';
import { isInOutbox, markDead, markDone, markLater, markOpened, putBack } from '../store/outbox-marks.ts';
import { takesShares } from '../store/people.ts';
import type { PersonRef } from '../who/person.ts';
import { parsePlaceKey, placeKey } from '../who/place.ts';
import { createDropping } from './dropping.ts';
import { createLanes } from './lanes.ts';
import { orderOf } from './order-of.ts';
import type { Done, Order, Outcome, Performer } from './ports.ts';
import { isOfTeam } from './teams/team-arrivals.ts';
import { withRetries } from './with-retries.ts';

/** Waits between tries of one effect: 1 s, doubling to 5 min, with up to a fifth of chance on top. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;
const DEAD_AFTER_MS = 24 * 60 * 60_000;
/** Later than this a reminder is none. A terminal's waits until it is opened. */
const REMINDER_DEAD_AFTER_MS = 6 * 60 * 60_000;
/** The net under LISTEN/NOTIFY and under our own memory. */
const SWEEP_MS = 5_000;
const LANES_A_SWEEP = 200;
/** A row in hand is performed within seconds: its place is remembered much longer than that. */
const MOST_OPENED = 10_000;

export interface Failed {
  readonly row: OutboxRow;
  readonly reason: string;
}

export interface Deliverer {
  /** Performs rows this process put in as `sending`; resolves when they are through or have to wait. */
  performSent(rows: readonly OutboxRow[]): Promise<void>;
  /** A commit's answer was lost: what it put in for this person was never handed over, and is sent now, in doubt. */
  takeBack(person: PersonRef): Promise<void>;
  /** Looks for work now: after a notification, a reconnect, a takeover. */
  sweep(): Promise<void>;
  /** Takes the jobs of people who were deleted out of the queue, where this process has one. Never rejects. */
  dropJobs(): Promise<void>;
  /** Where a place is by now that was named before it was opened, as far as this process opened it. */
  placeNow(place: string): string;
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
  /**
   * Somebody was shown what the person shared with them, or an effect of a team was done: that comes back as well, before the
   * row ends: a process that dies in between does it again, and tells it under the same name. `done`: what the platform calls
   * it, or whom it found.
   */
  readonly arrived: (row: OutboxRow, done: Done) => Promise<void>;
  /** A delivery that will never succeed comes back to the conversation. Rejects where it could not be told: then it is tried again. */
  readonly failed: (failed: Failed) => Promise<void>;
}

/** Carries effects out after their commit: in a lane in order, lanes side by side, each until it is done. */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { pool, ring, holder, performers, now, log } = parts;
  const lanes = createLanes();
  const dropping = createDropping(parts);

  /** Lanes whose first row has to wait: what a turn puts in meanwhile must not overtake it. */
  const held = new Set<string>();
  /** Places that were opened here, by the names they had before: rows in hand bear those still. */
  const opened = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let early: { readonly timer: NodeJS.Timeout; readonly at: number } | undefined;
  let stopped = false;

  function rememberOpened(before: string, place: string): void {
    const [oldest] = opened.keys();
    if (opened.size >= MOST_OPENED && oldest !== undefined) opened.delete(oldest);
    opened.set(before, place);
  }

  const placeNow = ({ place }: OutboxRow) => parsePlaceKey(opened.get(place) ?? place);

  const marking = <T>(mark: () => Promise<T>) => withRetries(mark, () => stopped);

  /** `goesOn`: the lane's next row may follow. `more`: one of them has to be claimed. */
  async function performRow(row: OutboxRow): Promise<{ goesOn: boolean; more: boolean }> {
    const outcome = await outcomeOf(row);
    switch (outcome.outcome) {
      case 'done': {
        const { ref } = outcome;
        if (row.kind === 'share' || isOfTeam(row)) await parts.arrived(row, outcome);
        const isOpened = (row.kind === 'open' || row.kind === 'gather') && ref !== undefined;
        const { wasDeleted, more } = await marking(() =>
          isOpened ? markOpened(pool, row, ref) : markDone(pool, row.id, ref),
        );
        if (isOpened) rememberOpened(row.place, ref);
        held.delete(row.lane);
        if (!wasDeleted) return { goesOn: true, more };
        if (ref !== undefined) await marking(() => leaveLate(pool, row, placeNow(row), ref, now()));
        // What is in hand behind it most likely went as well: what did not is claimed anew.
        return { goesOn: false, more: true };
      }
      case 'later':
      case 'unknown': {
        if (now().getTime() - row.createdAt.getTime() > deadAfterMs(row)) return giveUp(row, TOO_OLD);
        held.add(row.lane);
        const patience = backOff(row.attempts, parts.random());
        const wait = outcome.outcome === 'later' ? Math.max(outcome.afterMs, patience) : patience;
        const nextAt = new Date(now().getTime() + wait);
        const inDoubt = outcome.outcome === 'unknown';
        const { ref } = outcome;
        if (await marking(() => markLater(pool, { id: row.id, holder, nextAt, inDoubt, ref }))) {
          soon(wait);
          return { goesOn: false, more: false };
        }
        held.delete(row.lane);
        await marking(() => leaveInDoubt(pool, row, placeNow(row), outcome, now()));
        return { goesOn: false, more: true };
      }
      case 'gone':
      case 'refused':
        return giveUp(row, outcome.reason);
    }
  }

  async function outcomeOf(row: OutboxRow): Promise<Outcome> {
    const performer = performers.get(row.performer);
    if (performer === undefined) return { outcome: 'later', afterMs: SWEEP_MS };
    let order: Order;
    try {
      order = await orderOf(row, (key) => marking(() => refOf(pool, key)));
    } catch (error) {
      log('order-unread', { key: row.key, code: codeOf(error) });
      return { outcome: 'later', afterMs: 0 };
    }
    try {
      if (order.kind === 'share' && !(await takesShares(pool, { ...row.person, userId: order.to })))
        return { outcome: 'refused', reason: SHARE_DECLINED };
      const { key, deliveryId, installationId, person, inDoubt } = row;
      const place = placeNow(row);
      const since = row.createdAt;
      return await performer.perform({
        key,
        deliveryId,
        installationId,
        person,
        place,
        order,
        inDoubt,
        since,
      });
    } catch (error) {
      log('perform-threw', { key: row.key, code: codeOf(error) });
      return { outcome: 'unknown' };
    }
  }

  /** The conversation is told before the row ends: a process that dies in between tells it again, which is a no-op. */
  async function giveUp(row: OutboxRow, reason: string): Promise<{ goesOn: boolean; more: boolean }> {
    log('effect-dead', { key: row.key, kind: row.kind, reason });
    await parts.failed({ row, reason });
    const { more } = await marking(() => markDead(pool, row.id, reason));
    held.delete(row.lane);
    return { goesOn: true, more };
  }

  async function drain(lane: string, lostBefore?: Date): Promise<void> {
    while (!stopped) {
      const row = await claimNext(pool, ring, lane, holder, now(), lostBefore);
      if (row === undefined) return;
      const { goesOn, more } = await performRow(row);
      if (!goesOn && !more) return;
    }
  }

  /** What follows a row that has to wait was never sent: it waits too, and is not in doubt. */
  async function performInOrder(lane: string, rows: readonly OutboxRow[], hasWaited: boolean): Promise<void> {
    let rest = rows;
    let goesOn = !held.has(lane);
    let more = !goesOn;
    while (rest.length > 0 && goesOn) {
      const [row, ...behind] = rest;
      // What waited in hand may have been deleted meanwhile: then it is not sent, a share least of all.
      const isFresh = rest === rows && !hasWaited;
      if (row !== undefined && (isFresh || (await marking(() => isInOutbox(pool, row.id)))))
        ({ goesOn, more } = await performRow(row));
      else [goesOn, more] = [false, true];
      rest = behind;
    }
    if (rest.length > 0) {
      const ids = rest.map((row) => row.id);
      await marking(() => putBack(pool, ids, holder));
    }
    if (more) await drain(lane);
  }

  async function sweep(): Promise<void> {
    const reach = reachNow([...performers.values()]);
    if (stopped || reach.length === 0) return;
    try {
      const due = await dueLanes(pool, reach, holder, now(), LANES_A_SWEEP);
      await Promise.all(due.map((lane) => inLane(lane, () => drain(lane))));
      const next = await nextDue(pool, reach);
      if (next !== undefined) soon(next.getTime() - now().getTime());
    } catch (error) {
      lost(error);
    }
  }

  function lost(error: unknown): void {
    log('deliver-lost', { code: codeOf(error) });
  }

  /** Within a lane: an error that nobody expected holds the lane until the sweep comes by. */
  function inLane(lane: string, work: () => Promise<void>): Promise<void> {
    return lanes.run(lane, work).catch((error: unknown) => {
      held.add(lane);
      lost(error);
    });
  }

  /** A sweep before the usual one. Of several the earliest counts: each looks at all lanes. */
  function soon(afterMs: number): void {
    const at = performance.now() + Math.max(10, afterMs);
    if (stopped || afterMs > SWEEP_MS || (early !== undefined && early.at <= at)) return;
    clearTimeout(early?.timer);
    const next = setTimeout(
      () => {
        early = undefined;
        void sweep();
      },
      Math.max(10, afterMs),
    );
    next.unref();
    early = { timer: next, at };
  }

  return {
    async performSent(rows) {
      if (rows.length === 0 || stopped) return;
      await Promise.all(
        [...byLane(rows)].map(([lane, inOrder]) => {
          const hasWaited = lanes.isBusy(lane);
          return inLane(lane, async () => {
            // The commit is acknowledged first: whoever waits for it does not wait for us to read the card.
            await new Promise(setImmediate);
            await performInOrder(lane, inOrder, hasWaited);
          });
        }),
      );
    },
    async takeBack(person) {
      const before = now();
      const sending = await lanesSending(pool, person, holder);
      await Promise.all(sending.map((lane) => inLane(lane, () => drain(lane, before))));
    },
    sweep,
    dropJobs: dropping.run,
    placeNow: (place) => opened.get(place) ?? place,
    start() {
      const look = () => void Promise.all([sweep(), dropping.run()]);
      timer = setInterval(look, SWEEP_MS);
      timer.unref();
      look();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(early?.timer);
      await Promise.all([lanes.idle(), dropping.idle()]);
    },
  };
}

function deadAfterMs({ kind, performer }: OutboxRow): number {
  return kind === 'remind' && performer !== 'terminal' ? REMINDER_DEAD_AFTER_MS : DEAD_AFTER_MS;
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

/** What this process can perform now: a terminal that is not attached takes nothing. */
function reachNow(performers: readonly Performer[]): Reach[] {
  return performers.flatMap(({ name, reach }): Reach[] => {
    if (reach === undefined) return [{ performer: name, place: undefined }];
    const place = reach();
    return place === undefined ? [] : [{ performer: name, place: placeKey(place) }];
  });
}
