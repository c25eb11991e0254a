import { createHash } from 'node:crypto';
import { seal } from './keyring.ts';
import { outboxSeal } from './names.ts';
import type { OutboxRow } from './outbox.ts';
import type { Run } from './pipelined.ts';
import type { TurnPerson } from './turn-person.ts';

/** From where, when and by whom a turn's effects are put in. */
export interface Sender {
  readonly place: string;
  readonly now: Date;
  /** Performers of this process, and its name as a holder. */
  readonly local: ReadonlySet<string>;
  readonly holder: string;
  /** None: the lane of the person. */
  readonly lane?: string;
}

/** An effect somebody performs. `body` is its JSON. */
export interface Outgoing {
  readonly key: string;
  readonly performer: string;
  readonly kind: string;
  readonly body: string;
}

/** A lane: what one performer does for one person, in order. */
export function laneOf(performer: string, personId: string): string {
  return `${performer}.${personId}`;
}

/** Opaque to others, at most 22 characters (Discord's nonce holds 25). */
export function deliveryIdOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

/**
 * A row goes in as `sending` in this process's name when nothing of its lane waits elsewhere: then it is performed
 * right after the commit without another trip. Otherwise it waits, and a process with that role is woken.
 * MATERIALIZED: else the planner looks through the lane once for every column that depends on it.
 */
const OUTBOX = `WITH lane AS MATERIALIZED (
    SELECT $11::boolean AND NOT EXISTS (
      SELECT 1 FROM outbox WHERE lane = $4 AND (state = 'waiting' OR (state = 'sending' AND holder IS DISTINCT FROM $12))
    ) AS mine)
  INSERT INTO outbox (key, installation_id, person_id, lane, performer, place, kind, body, delivery_id, next_at, created_at, state, attempts, holder, sending_since)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10,
    CASE WHEN mine THEN 'sending' ELSE 'waiting' END, CASE WHEN mine THEN 1 ELSE 0 END, CASE WHEN mine THEN $12 END, CASE WHEN mine THEN $10::timestamptz END
  FROM lane ON CONFLICT (key) DO NOTHING
  RETURNING id, state, CASE WHEN state = 'waiting' THEN pg_notify('outbox', performer) END`;

/** Puts an effect into the outbox. Its statement tells the row's id and state; the row that is returned has no id yet. */
export function putInOutbox(
  run: Run,
  person: Pick<TurnPerson, 'id' | 'installationId' | 'dataKey' | 'ref'>,
  from: Sender,
  outgoing: Outgoing,
): OutboxRow {
  const { key, performer, kind, body } = outgoing;
  const { place, now, holder } = from;
  const lane = from.lane ?? laneOf(performer, person.id);
  const deliveryId = deliveryIdOf(key);
  run('turn-outbox', OUTBOX, [
    key,
    person.installationId,
    person.id,
    lane,
    performer,
    place,
    kind,
    seal(person.dataKey, body, outboxSeal(key)),
    deliveryId,
    now,
    from.local.has(performer),
    holder,
  ]);
  return {
    id: 0,
    key,
    lane,
    performer,
    place,
    kind,
    body,
    deliveryId,
    installationId: person.installationId,
    person: person.ref,
    attempts: 1,
    createdAt: now,
    inDoubt: false,
  };
}

/** What is owed whatever the talk has come to: files, a card for somebody else, a line where the person looks. */
const OWED = `('export', 'share', 'point', 'remind')`;

/** What still waits to be shown in a lane is replaced: the card that follows shows where the talk stands now. */
export function supersede(run: Run, person: TurnPerson, performer: string, place: string): void {
  run(
    'turn-supersede',
    `UPDATE outbox SET state = 'done', ref = 'superseded' WHERE lane = $1 AND state IN ('waiting', 'sending') AND place = $2 AND kind NOT IN ${OWED}`,
    [laneOf(performer, person.id), place],
  );
}

/** A reminder that nobody saw yet gives way to the next: they do not pile up. */
export function supersedeReminder(run: Run, person: TurnPerson, performer: string): void {
  run(
    'turn-supersede-reminder',
    `UPDATE outbox SET state = 'done', ref = 'superseded' WHERE lane = $1 AND state = 'waiting' AND kind = 'remind'`,
    [laneOf(performer, person.id)],
  );
}

/** What is owed and waits for the place that is gone is handed over in the new one. */
export function moveOwed(run: Run, person: TurnPerson, performer: string, from: string, to: string): void {
  run(
    'turn-move-owed',
    `UPDATE outbox SET place = $3 WHERE lane = $1 AND state = 'waiting' AND place = $2 AND kind IN ('export', 'share', 'point')`,
    [laneOf(performer, person.id), from, to],
  );
}
