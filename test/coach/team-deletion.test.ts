import { afterEach, describe, expect, test } from 'vitest';
import type { Happening } from '../../src/coach/incoming.ts';
import { deleteEverywhere } from '../../src/coach/teams/delete-everywhere.ts';
import { later } from '../../src/mocks/instants.ts';
import { takeLeftovers } from '../../src/store/leftovers.ts';
import { sweepOutbox } from '../../src/store/mentions.ts';
import { deletePerson, findPerson, inactiveSince } from '../../src/store/people.ts';
import { endedSessions } from '../../src/store/teams/ended-sessions.ts';
import { readTeam } from '../../src/store/teams/read-teams.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { ownPlace } from '../../src/who/place.ts';
import { cardOfWords } from '../mocks/machine.ts';
import { idOf, type PlayedWorkspace, playedWorkspace, roomOf, TEAM, teamIn } from '../support/played-team.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';

/** Monday morning in Berlin; the sessions are on Thursdays at 15:00. */
const NOW = '2027-03-01T09:00:00.000Z';
const STARTS = '2027-03-04T14:00:00.000Z';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIRST = 's1n1';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Played {
  readonly world: World;
  readonly workspace: PlayedWorkspace;
  readonly clock: { at: Date };
  readonly team: ReturnType<typeof teamIn>;
}

/** Scheduled and announced. */
async function invited(name: string): Promise<Played> {
  const workspace = playedWorkspace();
  const clock = { at: new Date(NOW) };
  const world = await createWorld(`team deletion ${name}`, { performers: [workspace], now: () => clock.at });
  closing.push(() => world.close());
  const team = teamIn(world, clock, workspace);
  await team.schedules('every Thursday 15:00');
  await team.until(later(STARTS, -2 * DAY));
  return { world, workspace, clock, team };
}

/** These join, are there, and are at the cards of the first answer. */
async function atTheCards(played: Played, people: readonly string[]): Promise<void> {
  const { team } = played;
  for (const name of people) await team.presses(FIRST, name, 'join');
  await team.until(later(STARTS, -5 * MINUTE));
  for (const name of people) await team.presses(FIRST, name, 'here');
  await team.until(later(STARTS, 8 * MINUTE));
}

function refOf(name: string): PersonRef {
  return { platform: 'slack', scope: 'T1', userId: name === 'Olga' ? 'olga' : idOf(name) };
}

function deletes({ world, clock }: Played, name: string): Promise<boolean> {
  return deleteEverywhere({ ...world, guide: world.catalog.default }, refOf(name), () => clock.at);
}

/** All that is kept of the team: its series, its sessions, and those that are over. */
async function keptOf({ world }: Played): Promise<string> {
  const team = await readTeam(world.pool, world.ring, TEAM);
  return JSON.stringify([team, await endedSessions(world.pool, world.ring, TEAM)]);
}

/** What is to be removed, or was lent and is due, at that instant. */
async function leftAt({ world }: Played, at: string) {
  const left = await takeLeftovers(world.db, 'slack', new Date(at), 200);
  return left.map(({ kind, channel, ref }) => `${kind} ${channel} ${ref}`);
}

describe('somebody presses Join while their data are deleted', () => {
  test('between the two halves: they are not deleted before they are out of that team as well', async () => {
    const played = await invited('between');
    const { world, team, clock } = played;
    await team.presses(FIRST, 'Ada', 'join');
    await world.system.teams.forget(refOf('Ada'));
    await team.presses(FIRST, 'Ada', 'join');
    expect(await deletePerson(world.db, world.ring, refOf('Ada'), clock.at)).toBe('in-teams');
    expect(await keptOf(played)).toContain('"Ada"');
    expect(await deletes(played, 'Ada')).toBe(true);
    expect(await keptOf(played)).not.toMatch(/UADA|"Ada"/u);
  });

  test('at the very moment: the team takes in somebody new, and nobody who is gone', async () => {
    const played = await invited('moment');
    const { world, team } = played;
    await team.presses(FIRST, 'Ada', 'join');
    await world.system.teams.forget(refOf('Ada'));
    const before = await findPerson(world.db, world.ring, refOf('Ada'));
    const deleting = await world.pool.connect();
    await deleting.query('BEGIN');
    await deleting.query('DELETE FROM people WHERE user_id = $1', [idOf('Ada')]);
    const joining = team.presses(FIRST, 'Ada', 'join');
    await eventually(async () => {
      const { rowCount } = await world.pool.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`,
      );
      return rowCount !== 0;
    });
    await deleting.query('COMMIT');
    deleting.release();
    expect((await joining).outcome).toBe('done');
    const after = await findPerson(world.db, world.ring, refOf('Ada'));
    expect(after?.id).toBeDefined();
    expect(after?.id).not.toBe(before?.id);
    expect(await deletes(played, 'Ada')).toBe(true);
    expect(await keptOf(played)).not.toMatch(/UADA|"Ada"/u);
  });

  test('again and again: whom the team names is known, and whoever is not known is named by nothing', async () => {
    const played = await invited('again');
    const { world, team } = played;
    for (let round = 0; round < 8; round += 1) {
      await team.presses(FIRST, 'Ada', 'join');
      await Promise.all([
        deletes(played, 'Ada'),
        team.presses(FIRST, 'Ada', 'join'),
        team.presses(FIRST, 'Ben', 'join'),
      ]);
      const isKnown = (await findPerson(world.db, world.ring, refOf('Ada'))) !== undefined;
      expect((await keptOf(played)).includes(idOf('Ada'))).toBe(isKnown);
    }
    await deletes(played, 'Ada');
    expect(await keptOf(played)).not.toMatch(/UADA|"Ada"/u);
    expect(await keptOf(played)).toContain('"Ben"');
  });
});

test('a session that is over names them no more either, and the organiser goes like anybody: what they organised goes on, and nobody is written to in their place', async () => {
  const played = await invited('over');
  const { team, workspace } = played;
  await atTheCards(played, ['Ada', 'Ben']);
  await team.until(later(STARTS, 60 * MINUTE));
  expect(await keptOf(played)).toMatch(/UADA.*UBEN/u);
  for (const name of ['Ada', 'Olga']) expect(await deletes(played, name)).toBe(true);
  expect(await keptOf(played)).not.toMatch(/UADA|"Ada"|olga|"Olga"/u);
  expect(await keptOf(played)).toContain('UBEN');
  const before = workspace.deliveries.length;
  await team.until(later(STARTS, 7 * DAY + 60 * MINUTE));
  const since = workspace.deliveries.slice(before);
  expect(since.length).toBeGreaterThan(0);
  expect(since.filter(({ place }) => /gone-|olga/u.test(place.channel))).toEqual([]);
});

test('a card that names them and was not shown yet is shown to nobody any more', async () => {
  const played = await invited('waiting');
  const { workspace, team, world } = played;
  workspace.answer = ({ place }) =>
    place.channel === idOf('Ben') ? { outcome: 'later', afterMs: 1 } : undefined;
  await atTheCards(played, ['Ada', 'Ben']);
  await deletes(played, 'Ada');
  workspace.answer = () => undefined;
  played.clock.at = new Date(played.clock.at.getTime() + 10 * MINUTE);
  await world.system.deliverer.sweep();
  expect(team.told(idOf('Ben')).length).toBeGreaterThan(0);
  expect(team.told(idOf('Ben')).join('\n')).not.toContain('Ada');
});

describe('what stands on the platform is found when its effect is long forgotten', () => {
  /** Who answers first has typed it, and both have sent their cards. */
  async function toldAndSent(name: string) {
    const played = await invited(name);
    const { team, workspace } = played;
    await atTheCards(played, ['Ada', 'Ben']);
    const isFirst = team.told(idOf('Ada')).some((words) => words.includes('You answer'));
    const [candidate, partner] = isFirst ? (['Ada', 'Ben'] as const) : (['Ben', 'Ada'] as const);
    await team.inSession(FIRST, { type: 'typed', by: idOf(candidate), text: 'my story' });
    await team.presses(FIRST, candidate, 'send');
    const lent = workspace.deliveries.findLastIndex(({ place }) => place.channel === idOf(partner));
    for (const by of [candidate, partner])
      await team.inSession(FIRST, { type: 'carded', by: idOf(by), turn: 0, card: cardOfWords(`of ${by}`) });
    return { played, candidate, partner, lent: `${idOf(partner)} m${lent + 1}`, sentAt: played.clock.at };
  }

  test('a typed answer is due after a week, and no sooner', async () => {
    const { played, lent, sentAt } = await toldAndSent('week');
    await sweepOutbox(played.world.pool, new Date(sentAt.getTime() + DAY));
    const week = sentAt.getTime() + 7 * DAY;
    expect(await leftAt(played, new Date(week - 1).toISOString())).toEqual([]);
    expect(await leftAt(played, new Date(week).toISOString())).toEqual([`lent ${lent}`]);
  });

  test('a typed answer is due although nobody swept, of several messages each, and again until it is done', async () => {
    const { played, lent, sentAt } = await toldAndSent('parts');
    const ref = lent.split(' ')[1];
    await played.world.pool.query(`UPDATE outbox SET ref = ref || ' m901 m902' WHERE ref = $1`, [ref]);
    const week = sentAt.getTime() + 7 * DAY;
    const parts = [`lent ${lent}`, ...['m901', 'm902'].map((one) => `message ${lent.split(' ')[0]} ${one}`)];
    expect(await leftAt(played, new Date(week).toISOString())).toEqual(parts);
    expect(await leftAt(played, new Date(week + 2 * MINUTE).toISOString())).toEqual(parts);
  });

  test('an answer that never reached the partner is not taken back', async () => {
    const { played, lent, sentAt } = await toldAndSent('unreached');
    const ref = lent.split(' ')[1];
    await played.world.pool.query(`UPDATE outbox SET state = 'dead', ref = 'cannot_dm' WHERE ref = $1`, [
      ref,
    ]);
    expect(await leftAt(played, new Date(sentAt.getTime() + 8 * DAY).toISOString())).toEqual([]);
  });

  test('whoever is deleted: where they stand with others, the place of their group, and their own messages', async () => {
    const { played, candidate, partner, lent } = await toldAndSent('mentions');
    const { world, workspace, team, clock } = played;
    await team.until(later(STARTS, 60 * MINUTE));
    const naming = workspace.deliveries.flatMap(({ order, place }, index) =>
      place.channel === idOf(partner) && JSON.stringify(order).includes(`"${candidate}`)
        ? [`message ${idOf(partner)} m${index + 1}`]
        : [],
    );
    clock.at = new Date(clock.at.getTime() + 2 * DAY);
    expect(await sweepOutbox(world.pool, clock.at)).toBeGreaterThan(20);
    expect(await leftAt(played, clock.at.toISOString())).toEqual([]);
    await deletes(played, candidate);
    const left = await leftAt(played, clock.at.toISOString());
    const room = roomOf([idOf('Ada'), idOf('Ben')]);
    expect(left).toEqual(
      expect.arrayContaining([
        `message ${lent}`,
        `place ${room} ${room}`,
        `direct ${idOf(candidate)} ${idOf(candidate)}`,
        ...naming,
      ]),
    );
    expect(new Set(left).size).toBe(left.length);
  });
});

test('whoever agreed to be named and is deleted is taken out of what the organiser was shown of it', async () => {
  const played = await invited('stats');
  const { team, workspace, clock } = played;
  await atTheCards(played, ['Ada', 'Ben']);
  await team.until(later(STARTS, 27 * MINUTE));
  await team.presses(FIRST, 'Ada', 'name-me');
  await team.until(later(STARTS, 90 * MINUTE));
  await team.happens({ of: 'stats', by: { id: 'olga', isAdmin: false }, isCsv: true, ended: [] });
  const naming = workspace.deliveries.flatMap(({ order, place }, index) =>
    JSON.stringify(order).includes('Ada') && /^(?:olga|C1)$/u.test(place.channel)
      ? [`message ${place.channel} m${index + 1}`]
      : [],
  );
  // The recap; the card, and the file of those who agreed.
  expect(naming.map((one) => one.split(' ')[1])).toEqual(['C1', 'olga', 'olga']);
  await deletes(played, 'Ada');
  expect(await leftAt(played, clock.at.toISOString())).toEqual(expect.arrayContaining(naming));
});

test('whoever was only asked by name, and never answered, is named by nothing either once they ask for it, and is not asked again', async () => {
  const played = await invited('asked');
  const { team, world } = played;
  const zoe = { id: idOf('Zoe'), name: 'Zoe', practised: 0 };
  await team.inSession(FIRST, { type: 'rostered', people: [zoe] });
  expect(team.told(zoe.id)).toHaveLength(1);
  expect(await keptOf(played)).toContain('"Zoe"');
  const erases = async (what: Happening) => {
    const person = refOf('Zoe');
    const at = {
      id: `zoe-${what.type}`,
      person,
      place: ownPlace(person),
      installation: 'T1',
    };
    return world.system.coach.handle({ ...at, what });
  };
  await erases({ type: 'said', messageId: 'm1', stamp: '1', text: 'delete my data', ends: 'now' });
  const { reply } = await erases({ type: 'pressed', action: 'erase-yes' });
  expect(reply).toBeDefined();
  expect(await keptOf(played)).not.toMatch(/UZOE|"Zoe"/u);
  await team.inSession(FIRST, { type: 'rostered', people: [zoe] });
  expect(team.told(zoe.id)).toHaveLength(1);
  expect(await keptOf(played)).not.toMatch(/UZOE|"Zoe"/u);
});

test('whoever practises with others alone is active: what is kept of them is not let go of for that', async () => {
  const played = await invited('active');
  const { team, world, clock } = played;
  await team.presses(FIRST, 'Ada', 'join');
  await team.presses(FIRST, 'Ben', 'join');
  clock.at = new Date(later(STARTS, -30 * MINUTE));
  await team.presses(FIRST, 'Ada', 'here');
  await world.pool.query(`UPDATE people SET last_active_at = $1 WHERE user_id = $2`, [NOW, idOf('Ben')]);
  const idle = await inactiveSince(world.db, new Date(later(STARTS, -DAY)), 10);
  expect(idle.map(({ userId }) => userId)).toEqual([idOf('Ben')]);
});
