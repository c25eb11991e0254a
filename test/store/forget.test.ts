import { afterEach, expect, test } from 'vitest';
import type { Session } from '../../src/conversation/session.ts';
import { dumpDatabase } from '../support/dump.ts';
import {
  aSession,
  createStoreWorld,
  frozen,
  judged,
  type PersonByHand,
  type StoreWorld,
  says,
} from './by-hand.ts';

let world: StoreWorld;
afterEach(() => world?.close());

const SOON = () => new Date(Date.now() + 60_000).toISOString();

/** A practice with a draft, a critique, a rating, a run, wakes, and rows of the outbox in every state. */
async function practised(person: PersonByHand, of: Partial<Session> = {}): Promise<Session> {
  const session = aSession(of);
  await person.turn(
    [session],
    [
      says('first'),
      frozen(),
      { type: 'requestCritique', sessionId: session.id, draftNo: 1 },
      { type: 'wakeAt', key: `quiet-${session.id}`, at: SOON() },
      { type: 'wakeAt', key: `later-${session.id}`, at: '2027-03-01T10:00:00.000Z' },
    ],
    { eventId: `said-${session.id}` },
  );
  await person.turn([{ ...session, turn: session.turn + 1 }], [], { eventId: `critique-${session.id}-1` });
  const critiqued = { ...session, turn: session.turn + 2 };
  await person.turn(
    [critiqued],
    [
      judged(),
      { type: 'storeOwnRating', draftNo: 1, weakest: 'context' },
      { type: 'storeRun', runNo: 1, seconds: 90, took: 80, said: ['context'] },
      says('done'),
      says('dead'),
      says('waiting'),
    ],
  );
  for (const [position, state] of [
    [3, 'done'],
    [4, 'dead'],
    [5, 'waiting'],
  ] as const)
    await world.pool.query('UPDATE outbox SET state = $1 WHERE key = $2', [
      state,
      `e-${session.id}-${critiqued.turn}-${position}`,
    ]);
  return critiqued;
}

async function tablesNaming(id: string): Promise<string[]> {
  const dumps = (await dumpDatabase(world.url)).split(/^-- /m);
  return dumps.filter((dump) => dump.includes(id)).map((dump) => dump.split(':')[0] ?? '');
}

test('a practice that is forgotten leaves its id nowhere but in the one reply, which is delivered', async () => {
  world = await createStoreWorld('forget');
  const ada = await world.person('ada');
  const session = await practised(ada);
  const kept = await practised(ada, { stage: { at: 'paused', stage: { at: 'reviewing' } } });
  await world.pool.query(`UPDATE outbox SET state = 'done' WHERE key LIKE $1`, [`e-${kept.id}-%`]);
  expect((await tablesNaming(session.id)).sort()).toEqual([
    'public.attempts',
    'public.outbox',
    'public.seen_events',
    'public.sessions',
    'public.wakes',
  ]);
  const next = { ...session, turn: 9 };
  const sent = await ada.turn(
    [next],
    [says('It is gone.'), { type: 'forget', sessionId: session.id }, { type: 'close' }],
  );
  expect(sent.map((row) => row.key)).toEqual([`e-${session.id}-9-0`, `e-${session.id}-9-2`]);
  expect(await tablesNaming(session.id)).toEqual(['public.outbox']);
  const { rows } = await world.pool.query('SELECT key, state FROM outbox WHERE key LIKE $1 ORDER BY id', [
    `%${session.id}%`,
  ]);
  expect(rows).toEqual(sent.map(({ key }) => ({ key, state: 'sending' })));
  expect((await dumpDatabase(world.url)).includes(session.storyId)).toBe(false);

  const [other, ...none] = await ada.practices();
  expect(none).toEqual([]);
  expect(other?.session.id).toBe(kept.id);
  expect(other?.attempts).toMatchObject([{ ownRating: { weakest: 'context' }, critiques: [{}] }]);
  expect(other?.runs).toHaveLength(1);
  expect(await tablesNaming(kept.id)).toContain('public.wakes');
});

test('a story stays as long as another practice of it is there', async () => {
  world = await createStoreWorld('forget a story');
  const ada = await world.person('ada');
  const first = await practised(ada, { stage: { at: 'done', stage: { at: 'critiqued' } } });
  const second = await practised(ada, { storyId: first.storyId });
  const stories = async () => (await world.pool.query('SELECT id FROM stories')).rows.map((row) => row.id);
  await ada.turn([], [{ type: 'forget', sessionId: first.id }]);
  expect(await stories()).toEqual([first.storyId]);
  expect((await ada.practices()).map(({ session }) => session.id)).toEqual([second.id]);
  await ada.turn([], [{ type: 'forget', sessionId: second.id }]);
  expect(await stories()).toEqual([]);
});

test('another practice begins in the turn that forgets one, in the same place', async () => {
  world = await createStoreWorld('forget and begin');
  const ada = await world.person('ada');
  const session = await practised(ada);
  const fresh = aSession();
  await ada.turn([session, fresh], [{ type: 'forget', sessionId: session.id }, says('Which story?')]);
  expect((await ada.practices()).map((practice) => practice.session.id)).toEqual([fresh.id]);
});

test('what a turn would still record for a practice that it forgets is not recorded', async () => {
  world = await createStoreWorld('forget what is recorded');
  const ada = await world.person('ada');
  const session = await practised(ada);
  const next = { ...session, turn: 9 };
  await ada.turn(
    [next],
    [
      frozen(2),
      { type: 'requestCritique', sessionId: session.id, draftNo: 2 },
      { type: 'wakeAt', key: `quiet-${session.id}`, at: SOON() },
      { type: 'storeRun', runNo: 2, seconds: 90, took: 80, said: [] },
      { type: 'forget', sessionId: session.id },
    ],
  );
  expect(await tablesNaming(session.id)).toEqual([]);
});

test("nobody forgets another's practice", async () => {
  world = await createStoreWorld('forget another');
  const ada = await world.person('ada');
  const session = await practised(ada);
  const before = await dumpDatabase(world.url);
  await (await world.person('grace')).turn([], [{ type: 'forget', sessionId: session.id }]);
  for (const cell of before.split('\n').filter((line) => line.includes(session.id)))
    expect(await dumpDatabase(world.url)).toContain(cell);
  expect(await ada.practices()).toHaveLength(1);
});

test('an event that comes late for a forgotten practice finds nothing and leaves no trace', async () => {
  world = await createStoreWorld('late for a forgotten one');
  const ada = await world.person('ada');
  const session = await practised(ada);
  await ada.turn([], [{ type: 'forget', sessionId: session.id }]);
  const late = await ada.open({ sessionId: session.id }, `critique-failed-${session.id}-1`);
  expect([late.current, late.target]).toEqual([undefined, undefined]);
  await late.commit({
    place: ada.place,
    sessions: [],
    effects: [],
    now: new Date(),
    local: new Set(),
    holder: 'by-hand',
    supersede: false,
  });
  expect(await tablesNaming(session.id)).toEqual([]);
});

test('a wake that rings late for a forgotten practice is no turn', async () => {
  world = await createStoreWorld('a late bell');
  const ada = await world.person('ada');
  const session = await practised(ada);
  const dueAt = '2027-03-01T10:00:00.000Z';
  const wanted = { sessionId: session.id, wake: { key: `later-${session.id}`, dueAt } };
  await (await ada.open(wanted)).abort();
  await ada.turn([], [{ type: 'forget', sessionId: session.id }]);
  await expect(ada.open(wanted)).rejects.toThrow('moved');
});

test('of an event nothing readable is noted, and the same event again is known', async () => {
  world = await createStoreWorld('a noted event');
  const ada = await world.person('ada');
  await ada.turn([aSession()], [says('first')], { eventId: 'slack-press-U0ADA-1.2-delete-yes' });
  expect(await dumpDatabase(world.url)).not.toContain('delete-yes');
  await expect(ada.open({}, 'slack-press-U0ADA-1.2-delete-yes')).rejects.toThrow('seen');
});
