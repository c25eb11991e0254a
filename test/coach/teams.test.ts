import { afterEach, describe, expect, inject, test } from 'vitest';
import { exportPerson } from '../../src/coach/export.ts';
import { exportAsMarkdown } from '../../src/coach/export-markdown.ts';
import { later } from '../../src/mocks/instants.ts';
import { findPerson } from '../../src/store/people.ts';
import { keepApart } from '../../src/store/teams/apart.ts';
import { ownersIn } from '../../src/store/teams/row-owner.ts';
import { openTeamTurn } from '../../src/store/teams/team-turn.ts';
import { ownPlace } from '../../src/who/place.ts';
import { cardOfWords } from '../mocks/machine.ts';
import { dumpDatabase } from '../support/dump.ts';
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

async function playing(name: string, options: Parameters<typeof createWorld>[1] = {}): Promise<Played> {
  const workspace = playedWorkspace();
  const clock = { at: new Date(NOW) };
  const world = await createWorld(`teams ${name}`, {
    performers: [workspace],
    now: () => clock.at,
    ...options,
  });
  closing.push(() => world.close());
  return { world, workspace, clock, team: teamIn(world, clock, workspace) };
}

/** Scheduled, announced, joined by these, and all of them are there when it begins. */
async function begun(played: Played, people: readonly string[]): Promise<void> {
  const { team } = played;
  await team.schedules('every Thursday 15:00');
  await team.until(later(STARTS, -2 * DAY));
  for (const name of people) await team.presses(FIRST, name, 'join');
  await team.until(later(STARTS, -5 * MINUTE));
  for (const name of people) await team.presses(FIRST, name, 'here');
  await team.until(STARTS);
}

/** Both of group 1 send their cards of the first telling. */
async function cardsSent({ team }: Played, one: string, other: string): Promise<void> {
  await team.until(later(STARTS, 8 * MINUTE));
  for (const name of [one, other])
    await team.inSession(FIRST, {
      type: 'carded',
      by: idOf(name),
      turn: 0,
      card: cardOfWords(`secret of ${name}`),
    });
}

test('a session goes from its announcement to its recap: each is told alone, a pair has a place of its own, the channel hears no word of it', async () => {
  const played = await playing('whole');
  const { team, workspace } = played;
  await begun(played, ['Ada', 'Ben']);
  expect(team.files(idOf('Ada')).map(({ name }) => name)).toEqual(['practice.ics']);
  const gathered = workspace.deliveries.filter(({ order }) => order.kind === 'gather');
  expect(gathered.map(({ order }) => order.kind === 'gather' && [...order.people].toSorted())).toEqual([
    [idOf('Ada'), idOf('Ben')],
  ]);
  await cardsSent(played, 'Ada', 'Ben');
  expect(team.told(idOf('Ada')).join('\n')).toContain('secret of');
  expect(team.told(idOf('Ben')).join('\n')).toContain('secret of');
  await team.until(later(STARTS, 60 * MINUTE));
  const place = team.saidIn(roomOf([idOf('Ada'), idOf('Ben')]));
  expect(place.length).toBeGreaterThan(8);
  const channel = team.saidIn('C1');
  expect(channel.join('\n')).toContain('2 took part');
  expect(channel.join('\n')).not.toContain('secret of');
  expect(place.join('\n')).not.toContain('secret of');
});

test('one who cannot be written to keeps nobody from hearing, and nobody hears twice', async () => {
  const played = await playing('unreached');
  const { team, workspace } = played;
  workspace.answer = ({ place }) =>
    place.channel === idOf('Cat') ? { outcome: 'refused', reason: 'cannot_dm_bot' } : undefined;
  await team.schedules('every Thursday 15:00');
  await team.until(later(STARTS, -2 * DAY));
  for (const name of ['Ada', 'Ben', 'Cat', 'Dan', 'Eve']) await team.presses(FIRST, name, 'join');
  await team.until(later(STARTS, -DAY));
  const reminders = ['Ada', 'Ben', 'Cat', 'Dan', 'Eve'].map((name) => team.told(idOf(name)).length - 1);
  expect(reminders).toEqual([1, 1, -1, 1, 1]);
});

test('a process that ends in mid-session is followed by one that goes on at the same place', async () => {
  const played = await playing('restart');
  await begun(played, ['Ada', 'Ben']);
  await played.team.until(later(STARTS, 2 * MINUTE));
  const { url, keys } = played.world;
  await played.world.dropDead();
  closing.length = 0;
  closing.push(() => played.world.drop());
  const after = await playing('restart again', { url, keys });
  after.clock.at = played.clock.at;
  await after.team.until(later(STARTS, 4 * MINUTE));
  const [said] = after.workspace.deliveries;
  expect(said?.place.channel).toBe(roomOf([idOf('Ada'), idOf('Ben')]));
  await cardsSent(after, 'Ada', 'Ben');
  await after.team.until(later(STARTS, 60 * MINUTE));
  expect(after.team.saidIn('C1').join('\n')).toContain('2 took part');
});

test('who asked not to be paired with somebody is not, and nobody is told', async () => {
  const played = await playing('apart');
  const { team, world } = played;
  await team.schedules('every Thursday 15:00');
  await team.until(later(STARTS, -2 * DAY));
  for (const name of ['Ada', 'Ben', 'Cat', 'Dan']) await team.presses(FIRST, name, 'join');
  const owners = await ownersIn(world.pool, world.ring, { platform: 'slack', scope: 'T1' }, [idOf('Ada')]);
  const ada = owners.get(idOf('Ada'));
  if (ada === undefined) throw new Error('Ada is not known');
  for (const other of ['Ben', 'Cat']) await keepApart(world.db, ada, idOf(other));
  for (const name of ['Ada', 'Ben', 'Cat', 'Dan']) await team.presses(FIRST, name, 'here');
  await team.until(STARTS);
  const groups = played.workspace.deliveries.flatMap(({ order }) =>
    order.kind === 'gather' ? [order.people] : [],
  );
  expect(groups.find((people) => people.includes(idOf('Ada')))).toEqual(
    expect.arrayContaining([idOf('Dan')]),
  );
});

test('no word of a session is stored in clear, and whoever deletes their data is in no session any more', async () => {
  const played = await playing('deletion');
  await begun(played, ['Ada', 'Ben']);
  await cardsSent(played, 'Ada', 'Ben');
  const { world } = played;
  const rows = async () => (await world.pool.query('SELECT 1 FROM team_words')).rowCount;
  expect(await rows()).toBe(1);
  expect(await dumpDatabase(world.url)).not.toContain('secret of');
  for (const name of ['Ada', 'Ben']) {
    const person = { platform: 'slack', scope: 'T1', userId: idOf(name) } as const;
    const what = { type: 'pressed', action: 'erase-yes' } as const;
    const { reply } = await world.system.coach.handle({
      id: `erase-${name}`,
      person,
      place: ownPlace(person),
      what,
    });
    expect(reply).toBeDefined();
  }
  expect(await rows()).toBe(0);
  const opened = await openTeamTurn(world.pool, world.ring, TEAM, 'a look');
  if (opened.found !== 'turn') throw new Error(opened.found);
  await opened.turn.abort();
  expect(JSON.stringify(opened.turn.team)).not.toMatch(/UADA|UBEN|"Ada"|"Ben"/u);
});

test('what was said about somebody’s answers is in their export, and nothing of what was said about another’s', async () => {
  const played = await playing('export');
  await begun(played, ['Ada', 'Ben']);
  await cardsSent(played, 'Ada', 'Ben');
  const { world } = played;
  const exported = async (name: string) => {
    const person = await findPerson(world.db, world.ring, {
      platform: 'slack',
      scope: 'T1',
      userId: idOf(name),
    });
    if (person === undefined) throw new Error(`${name} is not known`);
    const data = await exportPerson(world.db, person, { as: 'owner', personId: person.id }, world.catalog);
    return `${JSON.stringify(data)}${exportAsMarkdown(data)}`;
  };
  const both = [await exported('Ada'), await exported('Ben')];
  // Of the first telling one of the two is the candidate: both cards are about their answer.
  const [candidate, other] = both[0]?.includes('secret of') ? both : both.toReversed();
  for (const name of ['Ada', 'Ben']) expect(candidate).toContain(`secret of ${name}`);
  expect(other).not.toContain('secret of');
  expect(other).toContain('Teams you belong to');
});

describe.each([
  ['PostgreSQL', () => undefined],
  ['Redis', () => inject('redisUrl')],
])('with the queue on %s', (kind, redisUrl) => {
  test.skipIf(kind === 'Redis' && inject('redisUrl') === undefined)(
    'bells ring a session from its start on, with nobody pressing anything',
    async () => {
      const played = await playing(`bells ${kind}`, { redisUrl: redisUrl(), now: () => new Date() });
      const { team } = played;
      played.clock.at = new Date();
      await team.schedules('every Thursday 15:00');
      await team.inSession(FIRST, { type: 'calledNow' });
      for (const name of ['Ada', 'Ben']) {
        await team.presses(FIRST, name, 'join');
        await team.presses(FIRST, name, 'here');
      }
      await team.inSession(FIRST, { type: 'moved', startsAt: new Date(Date.now() + 1_500).toISOString() });
      for (const name of ['Ada', 'Ben']) await team.presses(FIRST, name, 'here');
      await eventually(async () => played.workspace.deliveries.some(({ order }) => order.kind === 'gather'));
    },
  );
});

test('a turn that cannot be written says so once, changes nothing, and the next one goes on', async () => {
  const played = await playing('unwritten');
  const { team, world } = played;
  await team.schedules('every Thursday 15:00');
  await team.until(later(STARTS, -2 * DAY));
  await world.pool.query('ALTER TABLE team_words RENAME TO team_words_away');
  await expect(team.presses(FIRST, 'Ada', 'join')).rejects.toThrow(/team_words/u);
  await world.pool.query('ALTER TABLE team_words_away RENAME TO team_words');
  expect(team.told(idOf('Ada'))).toEqual([]);
  await team.presses(FIRST, 'Ada', 'join');
  expect(team.told(idOf('Ada'))).toHaveLength(1);
});

test('the same event again is none, and neither is a wake that was moved', async () => {
  const played = await playing('again');
  const { team } = played;
  await team.schedules('every Thursday 15:00');
  await team.until(later(STARTS, -2 * DAY));
  const join = {
    of: 'session',
    id: FIRST,
    event: { type: 'pressed', by: { id: idOf('Ada'), name: 'Ada', practised: 0 }, what: 'join' },
  } as const;
  expect((await team.happens(join, 'press-1')).outcome).toBe('done');
  const before = played.workspace.deliveries.length;
  expect((await team.happens(join, 'press-1')).outcome).toBe('seen');
  expect(played.workspace.deliveries).toHaveLength(before);
  const moved = await played.world.system.teams.handle({
    id: 'bell-old',
    team: TEAM,
    what: { of: 'all', event: { type: 'woke' } },
    wokeAt: '2027-03-01T10:00:00.000Z',
  });
  expect(moved.outcome).toBe('gone');
});
