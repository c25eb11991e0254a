import { afterEach, expect, test } from 'vitest';
import type { Found, Outcome } from '../../src/coach/ports.ts';
import { later } from '../../src/mocks/instants.ts';
import { createPerson, deletePerson } from '../../src/store/people.ts';
import { keepPauses } from '../../src/store/teams/pauses.ts';
import { ownersIn } from '../../src/store/teams/row-owner.ts';
import { idOf, playedWorkspace, teamIn } from '../support/played-team.ts';
import { createWorld, eventually } from '../support/practice.ts';

/** Who is asked by message for a session, from the list that a platform gives. */

/** Monday morning in Berlin; the sessions are on Thursdays at 15:00. */
const NOW = '2027-03-01T09:00:00.000Z';
const STARTS = '2027-03-04T14:00:00.000Z';
const DAY = 24 * 60 * 60_000;
const FIRST = 's1n1';
const SCOPE = { platform: 'slack', scope: 'T1' } as const;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const found = (name: string, zone = 'Europe/Berlin'): Found => ({ id: idOf(name), name, zone });

/** A team in a channel of these people; `answers`: what comes of looking them up, try by try, and then they are found. */
async function teamOf(people: readonly Found[], name: string, answers: Outcome[] = []) {
  const workspace = playedWorkspace();
  let tries = 0;
  workspace.answer = ({ order }) => {
    if (order.kind !== 'roster') return undefined;
    tries += 1;
    return answers.shift() ?? { outcome: 'done', people };
  };
  const clock = { at: new Date(NOW) };
  const world = await createWorld(`roster ${name}`, { performers: [workspace], now: () => clock.at });
  closing.push(() => world.close());
  const team = teamIn(world, clock, workspace);
  await team.schedules('every Thursday 15:00', { who: 'channel' });
  const isThrough = async () => {
    // What has to wait is due by and by.
    clock.at = new Date(clock.at.getTime() + 1_000);
    const waits = `SELECT 1 FROM outbox WHERE performer = 'slack' AND state IN ('waiting', 'sending')`;
    return (await world.pool.query(waits)).rowCount === 0;
  };
  return {
    world,
    clock,
    team,
    tries: () => tries,
    /** It is announced, and all that follows is delivered. */
    async announced() {
      await team.until(later(STARTS, -3 * DAY));
      await eventually(isThrough, 60_000);
    },
    through: () => eventually(isThrough, 60_000),
    invited: () => people.map(({ id }) => team.told(id).filter((one) => one.includes('invites you')).length),
  };
}

async function known(world: Awaited<ReturnType<typeof teamOf>>['world'], name: string) {
  const ref = { ...SCOPE, userId: idOf(name) };
  await createPerson(world.db, world.ring, ref, { externalId: 'T1' });
  return ref;
}

test('each of the channel is invited once, also where the list came only at the third try', async () => {
  const people = ['Ada', 'Ben', 'Cat'].map((name) => found(name));
  const played = await teamOf(people, 'later', [{ outcome: 'later', afterMs: 10 }, { outcome: 'unknown' }]);
  await played.announced();
  expect(played.tries()).toBe(3);
  expect(played.invited()).toEqual([1, 1, 1]);
  // Who is asked may press in their messages.
  await played.team.presses(FIRST, 'Ada', 'join');
  expect(played.team.files(idOf('Ada'))).toHaveLength(1);
});

test('a process that died after it had told of the list, and before its order was done, asks nobody twice', async () => {
  const played = await teamOf([found('Ada'), found('Ben')], 'killed');
  await played.announced();
  // As the next process finds it.
  const { rowCount } = await played.world.pool.query(
    `UPDATE outbox SET state = 'waiting', holder = NULL, ref = NULL, next_at = $1 WHERE kind = 'roster'`,
    [played.clock.at],
  );
  expect(rowCount).toBe(1);
  await played.world.system.deliverer.sweep();
  await played.through();
  expect(played.tries()).toBe(2);
  expect(played.invited()).toEqual([1, 1]);
});

test('nobody is asked who paused, in whose quiet hours it begins, or who had their data deleted; they can join all the same, and nobody hears of it', async () => {
  const people = [
    found('Ada'),
    found('Paused'),
    found('Was-paused'),
    found('Early', 'America/Los_Angeles'),
    found('Nobody-knows', 'Mars/Olympus'),
    found('Siesta'),
    found('Night-owl', 'America/Los_Angeles'),
    found('Deleted'),
    found('Team-paused'),
    found('Elsewhere-paused'),
  ];
  const played = await teamOf(people, 'peace');
  const { world } = played;
  const set = async (name: string, column: 'paused_until' | 'quiet_hours', value: unknown) => {
    const { userId } = await known(world, name);
    await world.pool.query(`UPDATE people SET ${column} = $2 WHERE user_id = $1`, [userId, value]);
  };
  await set('Paused', 'paused_until', new Date(STARTS));
  await set('Was-paused', 'paused_until', new Date(NOW));
  await set('Siesta', 'quiet_hours', JSON.stringify({ from: '13:00', to: '16:00' }));
  await set('Night-owl', 'quiet_hours', JSON.stringify({ from: '00:00', to: '00:00' }));
  const pauses = async (name: string, channel: string) => {
    const ref = await known(world, name);
    const owner = (await ownersIn(world.pool, world.ring, SCOPE, [ref.userId])).get(ref.userId);
    if (owner === undefined) throw new Error(`${name} is not known`);
    await keepPauses(world.pool, owner, [{ channel, from: '2027-05-01', zone: 'Europe/Berlin' }]);
  };
  await pauses('Team-paused', 'slack/C1');
  await pauses('Elsewhere-paused', 'slack/C2');
  await deletePerson(world.db, world.ring, await known(world, 'Deleted'), played.clock.at);
  await played.announced();
  const asked = people.filter((_, index) => played.invited()[index] === 1).map(({ name }) => name);
  expect(asked).toEqual(['Ada', 'Was-paused', 'Nobody-knows', 'Night-owl', 'Elsewhere-paused']);
  expect(played.team.saidIn('C1').join('\n')).not.toMatch(/Paused|Siesta|asked/u);
  expect(played.team.told('olga').join('\n')).not.toMatch(/Paused|Siesta|asked nobody/u);
  await played.team.presses(FIRST, 'Paused', 'join');
  expect(played.team.files(idOf('Paused'))).toHaveLength(1);
});

test('in writing, at hours that suit each pair, quiet hours keep nobody from being asked', async () => {
  const played = await teamOf([found('Early', 'America/Los_Angeles')], 'writing');
  await played.team.organises({
    type: 'edited',
    by: { id: 'olga', isAdmin: false },
    change: { mode: { kind: 'async', days: 3 } },
  });
  await played.announced();
  expect(played.invited()).toEqual([1]);
});

test('where the platform does not tell who they are, the organiser alone hears what to grant, and the session goes on', async () => {
  const reason = 'lacks the Slack scope channels:read';
  const played = await teamOf([], 'lacks', [{ outcome: 'refused', reason }]);
  await played.announced();
  expect(played.team.told('olga').join('\n')).toContain('I need the Slack scope channels:read');
  expect(played.team.saidIn('C1').join('\n')).not.toContain('channels:read');
  await played.team.presses(FIRST, 'Ada', 'join');
  expect(played.team.files(idOf('Ada'))).toHaveLength(1);
});

test('a thousand people are each asked once', async () => {
  const people = Array.from({ length: 1_000 }, (_, index) => found(`Person-${index}`));
  const played = await teamOf(people, 'thousand');
  await played.announced();
  expect(played.invited()).toEqual(people.map(() => 1));
}, 120_000);
