import { and, eq, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type pg from 'pg';
import { z } from 'zod';
import type { PersonRef } from '../who/person.ts';
import { type Place, parsePlaceKey } from '../who/place.ts';
import type { Drizzle } from './drizzle.ts';
import { leaveMentions, settleDueMentions } from './mentions.ts';
import type { OutboxRow } from './outbox.ts';
import type { Run } from './pipelined.ts';
import { leftovers, outbox, sessions } from './schema.ts';
import type { Transaction } from './transaction.ts';

/**
 * What is removed: a message; all of the coach's own in a thread that was one person's; all of them in a `place` of several
 * people, which goes on; all of them in a user's direct messages (`direct`, by their id). `lent`: a message that says from
 * now on that it was taken back.
 */
const LeftKindSchema = z.enum(['message', 'thread', 'place', 'direct', 'lent']);

/** Something the coach posted for somebody, or for a practice, that is deleted, or that was lent and is due. */
export interface Leftover {
  readonly id: number;
  readonly channel: string;
  readonly ref: string;
  readonly kind: z.infer<typeof LeftKindSchema>;
  readonly attempts: number;
  /** Only the messages before this instant, and of a thread not its root. */
  readonly before?: Date;
}

type Left = Pick<typeof leftovers.$inferInsert, 'channel' | 'ref' | 'before'> & Pick<Leftover, 'kind'>;

/** Names that are no thread yet (see `placed.ts`), or never one: answers to what somebody pressed. */
const NOT_OPENED = /^(?:new-|answers$)/;

export function isThread(thread: string | undefined): thread is string {
  return thread !== undefined && !NOT_OPENED.test(thread);
}

/** Where the messages of a place are found: in Discord a thread is a channel of its own. */
function channelOf({ platform, channel, thread }: Place): string {
  return platform === 'discord' && isThread(thread) ? thread : channel;
}

/** Kinds of effects that are shown elsewhere than where the practice is. */
const BESIDE: readonly string[] = ['point', 'export', 'remind'];

/**
 * Before a person's rows go: the ids of what the coach posted for them are left to be removed. Threads are known by the
 * practices in them, or by what a deleted practice left; single messages for the day the outbox keeps them.
 */
export async function leaveToRemove(
  tx: Transaction,
  person: { readonly id: string; readonly installationId: string },
  platform: PersonRef['platform'],
  now: Date,
  outSince: Date,
): Promise<void> {
  const practices = await tx
    .selectDistinct({ place: sessions.place })
    .from(sessions)
    .where(eq(sessions.personId, person.id));
  const shown = await tx
    .select({ place: outbox.place, ref: outbox.ref, kind: outbox.kind })
    .from(outbox)
    .where(
      and(
        eq(outbox.personId, person.id),
        // What waits may be shown in part.
        ne(outbox.state, 'dead'),
        isNotNull(outbox.ref),
        inArray(outbox.kind, ['say', 'revise', 'point', 'export', 'remind']),
      ),
    );
  // In Discord what is said of the deletion comes into the same place, after it: that stays. A practice in no thread has
  // the whole of its direct messages, which are nobody else's.
  const isDiscord = platform === 'discord';
  const before = isDiscord ? now : null;
  const threads = practices.flatMap(({ place }): Left[] => {
    const { channel, thread } = parsePlaceKey(place);
    if (isThread(thread)) return [{ channel, ref: thread, kind: 'thread', before }];
    return isDiscord && thread === undefined ? [{ channel, ref: channel, kind: 'thread', before }] : [];
  });
  await leaveMentions(tx, person.id);
  const woken = await tx
    .update(leftovers)
    .set({
      personId: null,
      sessionId: null,
      // What was lent goes at once, and whole.
      kind: sql`CASE WHEN ${leftovers.kind} = 'lent' THEN 'message' ELSE ${leftovers.kind} END`,
      // A conversation goes on: what is said of the deletion comes after it, and to those who stay, that somebody left.
      before: sql`CASE ${leftovers.kind} WHEN 'direct' THEN ${now.toISOString()}::timestamptz
        WHEN 'place' THEN ${outSince.toISOString()}::timestamptz
        ELSE ${before?.toISOString() ?? null}::timestamptz END`,
      attempts: 0,
      nextAt: now,
    })
    .where(eq(leftovers.personId, person.id))
    .returning({ ref: leftovers.ref });
  const known = new Set(woken.map(({ ref }) => ref));
  const inThreads = new Set(
    practices.flatMap(({ place }) => (isThread(parsePlaceKey(place).thread) ? [place] : [])),
  );
  // A pointer names its practice's thread and stands outside it, in the same direct messages.
  const messages = shown.flatMap(({ place, ref, kind }): Left[] => {
    if (ref === null || (inThreads.has(place) && !BESIDE.includes(kind))) return [];
    const channel = channelOf(parsePlaceKey(place));
    return ref
      .split(' ')
      .filter((one) => !known.has(one))
      .map((one) => ({ channel, ref: one, kind: 'message', before: null }));
  });
  const left = [...messages, ...threads];
  if (left.length === 0) return;
  await tx
    .insert(leftovers)
    .values(left.map((one) => ({ ...one, installationId: person.installationId, platform, nextAt: now })));
}

/**
 * A practice leaves a place: what stands there of it is removed when it, or its person, is deleted, which may be long
 * after the outbox forgot it. Until then it sleeps.
 */
export function leaveBehind(
  run: Run,
  person: { readonly id: string; readonly installationId: string },
  sessionId: string,
  { platform, channel, thread }: Place,
): void {
  const ref = thread ?? (platform === 'discord' ? channel : undefined);
  if (platform === 'terminal' || ref === undefined || NOT_OPENED.test(ref)) return;
  run(
    'turn-leave-place',
    `INSERT INTO leftovers (installation_id, platform, channel, ref, kind, next_at, person_id, session_id)
     VALUES ($1, $2, $3, $4, 'thread', 'infinity', $5, $6)`,
    [person.installationId, platform, channel, ref, person.id, sessionId],
  );
}

/** Kinds of which no message of the coach's own stands in a chat afterwards, or stands with somebody it was sent to. */
const LEAVE_NOTHING = ['share', 'critique', 'bell', 'close', 'event'];

/** What was opened is left whole. */
const LEFT_AS: Readonly<Record<string, Leftover['kind']>> = { open: 'thread', gather: 'place' };

/** It came to its place when its person, or its practice, had just been deleted: it is left to be removed as well. */
export async function leaveLate(
  pool: pg.Pool,
  { installationId, person, kind }: OutboxRow,
  place: Place,
  ref: string,
  now: Date,
): Promise<void> {
  if (person.platform === 'terminal' || LEAVE_NOTHING.includes(kind)) return;
  const opened = kind === 'open' || kind === 'gather' ? parsePlaceKey(ref) : undefined;
  const channel = opened === undefined ? channelOf(place) : opened.channel;
  // A group may be in a conversation of its own, without a thread.
  const refs = opened === undefined ? ref.split(' ') : [opened.thread ?? opened.channel];
  await pool.query(
    `INSERT INTO leftovers (installation_id, platform, channel, ref, kind, next_at, before)
     SELECT i.id, $2, $3, r.ref, $5, $6::timestamptz, CASE WHEN $5 = 'place' THEN $6::timestamptz END
     FROM installations i, unnest($4::text[]) AS r(ref) WHERE i.id = $1 AND r.ref IS NOT NULL`,
    [installationId, person.platform, channel, refs, LEFT_AS[kind] ?? 'message', now],
  );
}

/**
 * A card on its way when its person, or its practice, was deleted: what is known of it is left to be removed. Where its
 * answer was lost as well it may come after all: of a person who is gone the whole thread is looked at once more.
 */
export async function leaveInDoubt(
  pool: pg.Pool,
  row: OutboxRow,
  place: Place,
  { outcome, ref }: { readonly outcome: 'later' | 'unknown'; readonly ref?: string },
  now: Date,
): Promise<void> {
  if (ref !== undefined) await leaveLate(pool, row, place, ref, now);
  const { platform, scope, userId } = row.person;
  if (outcome === 'later' || platform === 'terminal' || !isThread(place.thread)) return;
  await pool.query(
    `INSERT INTO leftovers (installation_id, platform, channel, ref, kind, next_at)
     SELECT i.id, $2, $3, $4, 'thread', $5 FROM installations i WHERE i.id = $1
       AND NOT EXISTS (SELECT 1 FROM people p WHERE p.platform = $2 AND p.scope = $6 AND p.user_id = $7)`,
    [
      row.installationId,
      platform,
      place.channel,
      place.thread,
      new Date(now.getTime() + 60_000),
      scope,
      userId,
    ],
  );
}

/** The next leftovers that are due, the oldest first; each is held from others for a minute. */
export async function takeLeftovers(
  db: Drizzle,
  platform: PersonRef['platform'],
  now: Date,
  limit: number,
): Promise<Leftover[]> {
  await settleDueMentions(db, platform, now);
  const due = db
    .select({ id: leftovers.id })
    .from(leftovers)
    .where(and(eq(leftovers.platform, platform), lte(leftovers.nextAt, now), ne(leftovers.kind, 'mention')))
    .orderBy(leftovers.id)
    .limit(limit)
    .for('update', { skipLocked: true });
  const rows = await db
    .update(leftovers)
    .set({ nextAt: new Date(now.getTime() + 60_000), attempts: sql`${leftovers.attempts} + 1` })
    .where(inArray(leftovers.id, due))
    .returning();
  // What an update returns comes in no order of its own.
  return rows
    .sort((a, b) => a.id - b.id)
    .map(({ id, channel, ref, kind, attempts, before }) => ({
      id,
      channel,
      ref,
      kind: LeftKindSchema.parse(kind),
      attempts,
      ...(before === null ? {} : { before }),
    }));
}

/** It is gone, or can never be removed. The rest of a thread whose person is kept waits until they go. */
export async function forgetLeftover(db: Drizzle, id: number): Promise<void> {
  await db
    .delete(leftovers)
    .where(and(eq(leftovers.id, id), or(isNull(leftovers.personId), ne(leftovers.kind, 'thread'))));
  await db.update(leftovers).set({ nextAt: sql`'infinity'` }).where(eq(leftovers.id, id));
}
