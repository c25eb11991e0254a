import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetLeftover, takeLeftovers } from '../../src/store/leftovers.ts';
import { deletePerson } from '../../src/store/people.ts';
import { type AtLarge, atLarge } from '../coach/at-large.ts';
import { STORY } from '../coach/told.ts';

let at: AtLarge;
beforeAll(async () => {
  at = await atLarge('leftovers');
});
afterAll(() => at?.close());

const LATER_MS = 60_001;

async function leftOf(userId: string) {
  const { rows } = await at.world.pool.query(
    'SELECT channel, ref, kind FROM leftovers WHERE channel LIKE $1 ORDER BY id',
    [`%${userId}%`],
  );
  return rows;
}

/** Takes what is left until nothing is, so that tests do not meet each other's. */
async function takeAll(now = new Date()) {
  return takeLeftovers(at.world.db, 'slack', now, 100);
}

// First of all: what a queue still does for somebody of another test may leave something later.
test('each is handed out once a minute, the oldest first, until it is forgotten', async () => {
  for (const name of ['one', 'two', 'three']) {
    const ada = at.person(name);
    await ada.writes('hi');
    await deletePerson(at.world.db, at.world.ring, ada.ref, new Date());
  }
  const now = new Date();
  const first = await takeLeftovers(at.world.db, 'slack', now, 2);
  expect(first.map(({ channel, attempts }) => [channel, attempts])).toEqual([
    ['Done', 1],
    ['Dtwo', 1],
  ]);
  expect((await takeAll(now)).map(({ channel }) => channel)).toEqual(['Dthree']);
  expect(await takeAll(now)).toEqual([]);
  const [one] = first;
  if (one !== undefined) await forgetLeftover(at.world.db, one.id);
  const again = await takeAll(new Date(now.getTime() + LATER_MS));
  expect(again.map(({ channel, attempts }) => [channel, attempts]).sort()).toEqual([
    ['Dthree', 2],
    ['Dtwo', 2],
  ]);
  expect(await takeLeftovers(at.world.db, 'discord', new Date(now.getTime() + 2 * LATER_MS), 9)).toEqual([]);
});

test('two that look at once share what is left between them', async () => {
  await at.world.pool.query('DELETE FROM leftovers');
  for (const name of ['four', 'five', 'six', 'seven']) {
    const ada = at.person(name);
    await ada.writes('hi');
    await deletePerson(at.world.db, at.world.ring, ada.ref, new Date());
  }
  const now = new Date();
  const [a, b] = await Promise.all([
    takeLeftovers(at.world.db, 'slack', now, 4),
    takeLeftovers(at.world.db, 'slack', now, 4),
  ]);
  const taken = [...a, ...b].map(({ id }) => id);
  expect(new Set(taken).size).toBe(taken.length);
  expect(taken.length + (await takeAll(now)).length).toBe(4);
});

test('the thread of a practice is left as one, and messages outside of it each', async () => {
  const ada = at.person('thread');
  await ada.writes('hi');
  for (const words of ['/practice-failure', 'story', 'skip', STORY[0]]) await ada.writes(words);
  const [place] = await ada.places();
  const points = (await ada.rows()).filter(({ kind }) => kind === 'point');
  expect(points.length).toBeGreaterThan(0);
  const lobby = (await ada.rows()).filter((row) => row.kind === 'say' && row.place !== place);
  await deletePerson(at.world.db, at.world.ring, ada.ref, new Date());
  const left = await leftOf('thread');
  const thread = place?.split('/').at(-1);
  expect(left.filter(({ kind }) => kind === 'thread')).toEqual([
    { channel: 'Dthread', ref: thread, kind: 'thread' },
  ]);
  expect(
    left
      .filter(({ kind }) => kind === 'message')
      .map(({ ref }) => ref)
      .sort(),
  ).toEqual([...lobby, ...points].map(({ ref }) => ref).sort());
});

test('it holds ids alone: no word of anybody, and not who it was', async () => {
  const ada = at.person('plain');
  for (const words of ['/practice-failure', 'story', 'Zwergkanarienvogel keeper', STORY[0]])
    await ada.writes(words);
  await deletePerson(at.world.db, at.world.ring, ada.ref, new Date());
  const { rows } = await at.world.pool.query('SELECT * FROM leftovers WHERE channel = $1', ['Dplain']);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(Object.keys(row).sort()).toEqual(
      [
        ...['attempts', 'before', 'channel', 'id', 'installation_id'],
        ...['kind', 'next_at', 'person_id', 'platform', 'ref', 'session_id'],
      ].sort(),
    );
    expect(row.person_id).toBeNull();
    expect(row.session_id).toBeNull();
    expect(row.ref).toMatch(/^(?:t\d+|\d+\.\d+)$/);
  }
});

test('a place that was only named is nothing to remove', async () => {
  const ada = at.person('named');
  at.threads.answers = ({ person }) =>
    person.userId === 'named' ? { outcome: 'later', afterMs: 60_000 } : undefined;
  await ada.writes('/practice-failure');
  await deletePerson(at.world.db, at.world.ring, ada.ref, new Date());
  at.threads.answers = () => undefined;
  expect(await leftOf('named')).toEqual([]);
});

test('what was shared with somebody else, and what was never shown, is not the coach’s to take back', async () => {
  const ada = at.person('shares');
  for (const words of ['/practice-failure', 'story', 'skip', ...STORY]) await ada.writes(words);
  const { id: sessionId, turn } = (await ada.session()) ?? expect.fail('no practice');
  await ada.happens({ type: 'shared', to: 'UGRACE', toName: 'Grace', fromName: 'Ada', sessionId, turn });
  const shares = (await ada.rows()).filter(({ kind }) => kind === 'share');
  expect(shares.map(({ state }) => state)).toEqual(['done']);
  await deletePerson(at.world.db, at.world.ring, ada.ref, new Date());
  const refs = (await leftOf('shares')).map(({ ref }) => ref);
  expect(refs).not.toContain(shares[0]?.ref);
});

test('a person who begins anew and is deleted again leaves only what is new', async () => {
  const ada = at.person('anew');
  await ada.writes('hi');
  await deletePerson(at.world.db, at.world.ring, ada.ref, new Date());
  await at.world.pool.query('DELETE FROM leftovers');
  await ada.writes('/practice-failure');
  await deletePerson(at.world.db, at.world.ring, ada.ref, new Date());
  // The thread, and the line that pointed to it.
  expect((await leftOf('anew')).map(({ kind }) => kind).sort()).toEqual(['message', 'thread']);
});

test('a practice that is deleted leaves what stands in its thread, and the rest goes with the person', async () => {
  await at.world.pool.query('DELETE FROM leftovers');
  const ada = at.person('forgets');
  const hard = 'My brother died that spring, and I was not there for the project or for him.';
  for (const words of ['/practice-failure', 'story', 'skip', STORY[0], hard]) await ada.writes(words);
  const [place] = await ada.places();
  for (const words of ['delete', 'delete']) await ada.writes(words);
  expect(await ada.practices()).toEqual([]);
  const ref = place?.split('/').at(-1);
  const [thread, ...others] = (await takeAll()).filter(({ kind }) => kind === 'thread');
  expect(others).toEqual([]);
  expect(thread).toMatchObject({ channel: 'Dforgets', ref, before: expect.any(Date) });
  await forgetLeftover(at.world.db, thread?.id ?? 0);
  const later = new Date(Date.now() + LATER_MS);
  expect((await takeAll(later)).filter(({ kind }) => kind === 'thread')).toEqual([]);
  await deletePerson(at.world.db, at.world.ring, ada.ref, later);
  const rest = (await takeAll(later)).filter(({ kind }) => kind === 'thread');
  expect(rest.map((one) => [one.channel, one.ref, one.before])).toEqual([['Dforgets', ref, undefined]]);
  await forgetLeftover(at.world.db, rest[0]?.id ?? 0);
  expect((await leftOf('forgets')).filter(({ kind }) => kind === 'thread')).toEqual([]);
});

test('a card that arrives when its person was just deleted is left to be removed, and so is a thread', async () => {
  const ada = at.person('late');
  const deleting = () => deletePerson(at.world.db, at.world.ring, ada.ref, new Date());
  at.threads.answers = async ({ person, order }) => {
    if (person.userId === 'late' && order.kind === 'open') await deleting();
    return undefined;
  };
  await ada.writes('/practice-failure');
  at.threads.answers = () => undefined;
  // Nothing of what was to follow is sent after it.
  expect(ada.did().map(({ order }) => order.kind)).toEqual(['open']);
  const [thread] = (await leftOf('late')).map(({ ref }) => ref);
  expect(await leftOf('late')).toEqual([{ channel: 'Dlate', ref: thread, kind: 'thread' }]);
  expect(thread).toMatch(/^t\d+$/);
  await takeAll();
});

test('each message of a card that arrives too late is left; what was sent to somebody else is theirs', async () => {
  const ada = at.person('toolate');
  await ada.writes('/practice-failure');
  at.threads.answers = async ({ person, order }) => {
    if (person.userId !== 'toolate' || order.kind !== 'say') return undefined;
    await deletePerson(at.world.db, at.world.ring, ada.ref, new Date());
    return { outcome: 'done', ref: '1700000001.000001 1700000001.000002' };
  };
  await ada.replies(
    { platform: 'slack', channel: 'Dtoolate', thread: (await ada.places())[0]?.split('/').at(-1) ?? '' },
    'tips',
  );
  at.threads.answers = () => undefined;
  const late = (await leftOf('toolate')).filter(({ ref }) => ref.startsWith('1700000001'));
  expect(late).toEqual([
    { channel: 'Dtoolate', ref: '1700000001.000001', kind: 'message' },
    { channel: 'Dtoolate', ref: '1700000001.000002', kind: 'message' },
  ]);
  await takeAll();
});

test('of a card that waits in the middle of its messages, those that are shown are left as well', async () => {
  const ada = at.person('halfway');
  await ada.writes('hi');
  at.threads.answers = ({ person }) =>
    person.userId === 'halfway' ? { outcome: 'unknown', ref: '1700000002.000001' } : undefined;
  await ada.writes('help');
  at.threads.answers = () => undefined;
  await deletePerson(at.world.db, at.world.ring, ada.ref, new Date());
  expect(await leftOf('halfway')).toContainEqual({
    channel: 'Dhalfway',
    ref: '1700000002.000001',
    kind: 'message',
  });
  await takeAll();
});
