import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimNext, type OutboxRow } from '../../src/store/outbox.ts';
import { markLater, markOpened } from '../../src/store/outbox-marks.ts';
import { createPerson } from '../../src/store/people.ts';
import { openTurn } from '../../src/store/turn.ts';
import { placeKey } from '../../src/who/place.ts';
import { type AtLarge, atLarge, threadOf, type Writer } from '../coach/at-large.ts';
import { cardSaying } from '../coach/put-in.ts';
import { freshSession } from '../conversation/play.ts';

/** Nobody performs anything by itself here: each test takes the rows it put in. */
const HOLDER = 'this-test';

let at: AtLarge;
beforeAll(async () => {
  at = await atLarge('opened');
  await at.world.system.stop();
});
afterAll(() => at?.close());

/** A turn of a new practice that stands at `place`, with an order to open it where `opens`. */
async function begins(ada: Writer, place: string, opens = true): Promise<readonly OutboxRow[]> {
  const { world } = at;
  await createPerson(world.db, world.ring, ada.ref, { externalId: 'T1' });
  const opened = await openTurn(world.pool, world.ring, ada.ref, randomUUID(), { place });
  if (opened.found !== 'turn') throw new Error(opened.found);
  const session = { ...freshSession(world.catalog.default), id: randomUUID(), storyId: randomUUID() };
  const say = { type: 'say', card: cardSaying('First.') } as const;
  const effects = opens ? [{ type: 'open' } as const, say] : [say];
  return opened.turn.commit({
    place,
    sessions: [session],
    effects: effects.map((effect, position) => ({
      key: `e-${session.id}-1-${position}`,
      effect,
      performer: 'slack',
    })),
    now: new Date(),
    local: new Set(['slack']),
    holder: HOLDER,
    supersede: false,
  });
}

function named(name: string): string {
  return `slack/${name}/new-${name}-1`;
}

test('the practice stands in the new place, and so does all that is on its way to it', async () => {
  const ada = at.person('moves');
  const rows = await begins(ada, named('moves'));
  const [open] = rows;
  if (open === undefined) throw new Error('nothing was put in');
  const place = placeKey(threadOf('moves', 1));
  // More of its lane is in this process's hand: nobody else has put anything in behind it.
  await markOpened(at.world.pool, open, place);
  expect(await ada.places()).toEqual([place]);
  expect(await ada.rows()).toEqual([
    { kind: 'open', state: 'done', place, ref: place },
    { kind: 'say', state: 'sending', place, ref: null },
  ]);
});

test('a row that was put in meanwhile is found to wait', async () => {
  const ada = at.person('more');
  const [open] = await begins(ada, named('more'));
  if (open === undefined) throw new Error('nothing was put in');
  await at.world.pool.query(
    `UPDATE outbox SET state = 'waiting', holder = NULL WHERE lane = $1 AND kind = 'say'`,
    [open.lane],
  );
  const place = placeKey(threadOf('more', 1));
  expect(await markOpened(at.world.pool, open, place)).toEqual({ wasDeleted: false, more: true });
  const next = await claimNext(at.world.pool, at.world.ring, open.lane, 'another-holder', new Date());
  expect(next).toMatchObject({ kind: 'say', place });
});

test('a try whose process died is no try of the platform: nobody waits longer for it', async () => {
  const [open] = await begins(at.person('kills'), named('kills'));
  if (open === undefined) throw new Error('nothing was put in');
  const { pool, ring } = at.world;
  const claimed = async (holder: string, now = new Date()) =>
    (await claimNext(pool, ring, open.lane, holder, now))?.attempts;
  // The holder of this test holds no lock: it is taken for dead, and so is each that follows.
  for (const holder of ['second', 'third', 'fourth']) expect(await claimed(holder)).toBe(1);
  // An answer that was lost is a try.
  const id = open.id;
  await markLater(pool, { id, holder: 'fourth', nextAt: new Date(), inDoubt: true, ref: undefined });
  expect(await claimed('fifth', new Date(Date.now() + 1_000))).toBe(2);
});

test('what was shown already, other places and other people stay where they were', async () => {
  const ada = at.person('stays');
  const elsewhere = placeKey(threadOf('stays', 7));
  await begins(ada, elsewhere, false);
  await at.world.pool.query(`UPDATE outbox SET state = 'done', ref = '1.1' WHERE place = $1`, [elsewhere]);
  const [open] = await begins(ada, named('stays'));
  const grace = at.person('grace');
  await begins(grace, named('grace'));
  if (open === undefined) throw new Error('nothing was put in');
  const place = placeKey(threadOf('stays', 8));
  await markOpened(at.world.pool, open, place);
  expect(await ada.places()).toEqual([elsewhere, place]);
  expect((await ada.rows())[0]).toEqual({ kind: 'say', state: 'done', place: elsewhere, ref: '1.1' });
  expect(await grace.places()).toEqual([named('grace')]);
});

test('it waits for a turn that is under way, whose rows then go to the new place too', async () => {
  const ada = at.person('under-way');
  const { world } = at;
  const [open] = await begins(ada, named('under-way'));
  if (open === undefined) throw new Error('nothing was put in');
  const turn = await openTurn(world.pool, world.ring, ada.ref, randomUUID(), { place: named('under-way') });
  if (turn.found !== 'turn') throw new Error(turn.found);
  const place = placeKey(threadOf('under-way', 1));
  const marked = markOpened(world.pool, open, place);
  const stood = turn.turn.current?.place ?? '';
  await turn.turn.commit({
    place: stood,
    sessions: [],
    effects: [
      {
        key: `e-${randomUUID()}-2-0`,
        effect: { type: 'say', card: cardSaying('Second.') },
        performer: 'slack',
      },
    ],
    now: new Date(),
    local: new Set(['slack']),
    holder: HOLDER,
    supersede: false,
  });
  await marked;
  expect(stood).toBe(named('under-way'));
  expect((await ada.rows()).map((row) => row.place)).toEqual([place, place, place]);
});

test('a person who was deleted meanwhile is no fault', async () => {
  const ada = at.person('deleted');
  const [open] = await begins(ada, named('deleted'));
  if (open === undefined) throw new Error('nothing was put in');
  await at.world.pool.query('DELETE FROM people WHERE user_id = $1', ['deleted']);
  expect(await markOpened(at.world.pool, open, placeKey(threadOf('deleted', 1)))).toEqual({
    wasDeleted: true,
    more: false,
  });
});
