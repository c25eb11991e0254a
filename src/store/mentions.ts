import { sql } from 'drizzle-orm';
import type pg from 'pg';
import type { Drizzle } from './drizzle.ts';
import type { RowOwner } from './teams/row-owner.ts';

/**
 * A card for somebody, or for a group, in which another stands: their name, or their words. It is theirs to take away from
 * there. Until the outbox forgets the card a row of `leftovers` names it by its effect's key; then by what the platform
 * called it. It sleeps until they are deleted, or, where it was lent, until its time is over.
 */

type On = Pick<pg.Pool, 'query'>;

/** Notes whose it is, beside the effect and in the same transaction. `until`: lent until then; none: for as long as they are kept. */
export async function noteMention(
  on: On,
  whose: Pick<RowOwner, 'id' | 'installationId' | 'ref'>,
  effectKey: string,
  until: string | undefined,
): Promise<void> {
  await on.query(
    `INSERT INTO leftovers (installation_id, platform, channel, ref, kind, next_at, person_id)
     VALUES ($1, $2, '', $3, 'mention', $4, $5)`,
    [
      whose.installationId,
      whose.ref.platform,
      effectKey,
      until === undefined ? 'infinity' : new Date(until),
      whose.id,
    ],
  );
}

/**
 * All that the coach wrote to somebody in direct messages is left to be removed when they are deleted: files too, whose
 * names nobody was told.
 */
export async function noteDirect(
  on: On,
  { id, installationId, ref }: Pick<RowOwner, 'id' | 'installationId' | 'ref'>,
): Promise<void> {
  await on.query(
    `INSERT INTO leftovers (installation_id, platform, channel, ref, kind, next_at, person_id)
     SELECT $1, $2, $3, $3, 'direct', 'infinity', $4
     WHERE NOT EXISTS (SELECT 1 FROM leftovers WHERE person_id = $4 AND kind = 'direct')`,
    [installationId, ref.platform, ref.userId, id],
  );
}

/** The thread of a place as it is written down (see `who/place.ts`); ids need no escaping. In Discord it is a channel. */
const CHANNEL = `CASE WHEN o.kind = 'gather' THEN split_part(o.shown, '/', 2)
  ELSE coalesce(CASE WHEN o.performer = 'discord' THEN substring(o.place FROM '^[^/]+/[^/]+/([0-9]+)$') END, split_part(o.place, '/', 2)) END`;

/**
 * What stands on the platform of the effects in `o` (`shown`: what the platform called them), as rows of `leftovers`. Of
 * what was lent the first message says that it was taken back, and the others go. A group's first card stands for all that
 * was said in its place.
 */
const STANDING = `SELECT o.installation_id, o.performer, ${CHANNEL},
    CASE WHEN o.kind = 'gather' THEN coalesce(nullif(split_part(r.ref, '/', 3), ''), split_part(r.ref, '/', 2)) ELSE r.ref END,
    CASE WHEN o.kind = 'gather' THEN 'place' WHEN o.next_at <> 'infinity' AND r.no = 1 THEN 'lent' ELSE 'message' END,
    o.next_at, o.person_id
  FROM mentioned o, unnest(string_to_array(o.shown, ' ')) WITH ORDINALITY AS r(ref, no)
  WHERE o.state <> 'dead' AND o.shown IS NOT NULL AND o.shown <> 'superseded'`;

const OF_EFFECT = `o.installation_id, o.performer, o.kind, o.place, o.state, o.ref AS shown`;

const INTO = 'INSERT INTO leftovers (installation_id, platform, channel, ref, kind, next_at, person_id)';

/**
 * Before somebody's rows go: where they stand in cards for others. What of these was not shown is called off, whoever it
 * was for. It sleeps, as theirs, until `leaveToRemove` wakes all that does.
 */
export async function leaveMentions(on: Pick<Drizzle, 'execute'>, personId: string): Promise<void> {
  await on.execute(sql`
    WITH noted AS (DELETE FROM leftovers WHERE person_id = ${personId} AND kind = 'mention' RETURNING ref AS key, person_id),
      mentioned AS (
        SELECT ${sql.raw(OF_EFFECT)}, 'infinity'::timestamptz AS next_at, n.person_id
        FROM noted n JOIN outbox o ON o.key = n.key),
      called_off AS (DELETE FROM outbox o USING noted n WHERE o.key = n.key AND o.state IN ('waiting', 'sending', 'dead'))
    ${sql.raw(`${INTO} ${STANDING}`)}`);
  // What their teams wrote to them alone is the teams': it names them by the place it goes to (see `who/place.ts`).
  await on.execute(sql`
    DELETE FROM outbox o USING people p WHERE p.id = ${personId} AND o.installation_id = p.installation_id
      AND o.place = p.platform || '/' || p.user_id AND starts_with(o.key, 't-')`);
}

/** Of what was lent and is due by now: what stands there of it. */
export async function settleDueMentions(
  on: Pick<Drizzle, 'execute'>,
  platform: string,
  now: Date,
): Promise<void> {
  await on.execute(sql`
    WITH mentioned AS (
      DELETE FROM leftovers m USING outbox o
      WHERE m.platform = ${platform} AND m.next_at <= ${now.toISOString()} AND m.kind = 'mention'
        AND o.key = m.ref AND o.state IN ('done', 'dead')
      RETURNING ${sql.raw(OF_EFFECT)}, m.next_at, m.person_id)
    ${sql.raw(`${INTO} ${STANDING}`)}`);
}

/**
 * Finished rows are kept a day, so that the bot's own messages can be found and deleted. What somebody is mentioned in is
 * remembered longer, by what the platform called it. Returns how many went.
 */
export async function sweepOutbox(on: On, before: Date): Promise<number> {
  const { rows } = await on.query<{ swept: number }>(
    `WITH swept AS (DELETE FROM outbox WHERE state IN ('done', 'dead') AND created_at < $1 RETURNING *),
       mentioned AS (
         DELETE FROM leftovers m USING swept o WHERE m.kind = 'mention' AND m.ref = o.key
         RETURNING ${OF_EFFECT}, m.next_at, m.person_id),
       standing AS (${INTO} ${STANDING})
     SELECT count(*)::int AS swept FROM swept`,
    [before],
  );
  return rows[0]?.swept ?? 0;
}
