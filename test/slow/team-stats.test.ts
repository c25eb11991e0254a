import { afterEach, expect, test } from 'vitest';
import { later } from '../../src/mocks/instants.ts';
import type { Heard } from '../../src/mocks/listening-card.ts';
import { endedSessions } from '../../src/store/teams/ended-sessions.ts';
import { teamsInChannel } from '../../src/store/teams/read-teams.ts';
import { atDesk as startDesk } from '../support/at-team-desk.ts';
import { idOf } from '../support/played-team.ts';

/** What an organiser reads of a series: from the stored sessions, on a real database. */

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const FIRST = '2027-03-04T14:00:00.000Z';
const SIX = ['Ada', 'Ben', 'Cat', 'Dan', 'Eve', 'Fay'];

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function organised(name: string) {
  const at = await startDesk(`stats ${name}`);
  closing.push(() => at.world.close());
  const { desk, from, team, presses, world } = at;
  await desk.commanded('team schedule every Thursday 15:00', from('Olga'));
  const theTeam = async () => {
    const [found] = await teamsInChannel(
      world.pool,
      world.ring,
      { platform: 'slack', scope: 'T1' },
      'slack/C1',
    );
    if (found === undefined) throw new Error('no team');
    return found;
  };
  const { series } = await theTeam();
  /** The session of that number is held by these; each hears of the other the same of the growth step. */
  const held = async (no: number, people: readonly string[], growth: Heard) => {
    const starts = later(FIRST, (no - 1) * WEEK);
    const session = `${series.id}n${no}`;
    await team.until(later(starts, -2 * 24 * 60 * MINUTE));
    for (const who of people) await presses(who, 'Join');
    await team.until(later(starts, -5 * MINUTE));
    for (const who of people) await presses(who, 'I am here');
    await team.until(starts);
    const what = { of: 'session', id: session } as const;
    for (const turn of [0, 1] as const) {
      await team.until(later(starts, (turn * 12 + 8) * MINUTE));
      for (const who of people)
        await world.system.teams.handle({
          id: `card-${no}-${turn}-${who}`,
          team: { platform: 'slack', scope: 'T1', userId: `team:${series.id}` },
          what: {
            ...what,
            event: {
              type: 'carded',
              by: idOf(who),
              turn,
              card: {
                steps: { context: 'clearly', 'growth-evidence': growth },
                stayed: 'the SECRET line',
                question: 'the SECRET question',
                effects: [],
              },
            },
          },
        });
    }
    await team.until(later(starts, 31 * MINUTE));
    await presses('Ada', 'You may name me');
    await team.until(later(starts, 90 * MINUTE));
  };
  const asks = async (who: string, words = 'team stats', where: Parameters<typeof from>[1] = {}) => {
    const before = team.told(idOf(who)).length;
    await desk.commanded(words, from(who, where));
    return team.told(idOf(who)).slice(before).join('\n');
  };
  return { ...at, series, theTeam, held, asks };
}

test('the organiser reads how the sessions went, and at which step listeners wanted more; what was told once is not counted again', async () => {
  const { held, asks, series, theTeam } = await organised('told');
  expect(await asks('Olga')).toContain('Nothing to show yet');
  await held(1, SIX, 'wantMore');
  const first = await asks('Olga');
  expect(first).toContain('6 joined, 6 took part in 3 groups');
  expect(first).toContain('Agreed to be named: Ada');
  expect(first).toContain('once: 3 pairs');
  expect(first).toMatch(/wanted more from more than half.*\s+.*Growth Evidence/u);
  expect((await theTeam()).series.published?.spent).toHaveLength(6);
  // Four of them are too few for another report: the first stands, whatever they said.
  await held(2, SIX.slice(0, 4), 'clearly');
  const second = await asks('Olga');
  expect(second).toContain('4 joined, 4 took part in 2 groups');
  expect(second).toMatch(/wanted more from more than half.*\s+.*Growth Evidence/u);
  // Six are enough: now each is heard clearly.
  await held(3, SIX, 'clearly');
  expect(await asks('Olga')).toContain('There is no step at which');
  expect((await theTeam()).series.id).toBe(series.id);
});

test('of fewer than five nothing is said of steps, nor of who met', async () => {
  const { held, asks } = await organised('few');
  await held(1, SIX.slice(0, 4), 'wantMore');
  const read = await asks('Olga');
  expect(read).toContain('4 took part');
  expect(read).toContain('From five people on I show which steps');
  expect(read).not.toMatch(/Growth Evidence|once:/u);
});

test('the files hold the counts and who agreed to be named, and no word that was said', async () => {
  const { held, asks, team } = await organised('files');
  await held(1, SIX, 'wantMore');
  await asks('Olga', 'team stats csv');
  const files = team.files(idOf('Olga'));
  expect(files.map(({ name }) => name)).toEqual(['sessions.csv', 'named.csv', 'pairings.csv']);
  expect(files[0]?.text).toContain('"1","2027-03-04","held","6","6","0","3"');
  expect(files[1]?.text).toContain('"1","2027-03-04","Ada"');
  expect(files.map(({ text }) => text).join()).not.toContain('SECRET');
});

test('whoever is neither the organiser nor an admin reads who may, and nothing else', async () => {
  const { held, asks, team } = await organised('others');
  await held(1, SIX, 'wantMore');
  for (const words of ['team stats', 'team stats csv', 'team stats 1']) {
    const read = await asks('Ada', words);
    expect(read).toContain('I show only to Olga, who organises them, and to admins');
    expect(read).not.toMatch(/took part|Ben|Growth Evidence/u);
  }
  expect(team.files(idOf('Ada')).filter(({ name }) => name.endsWith('.csv'))).toEqual([]);
});

test('an admin who practised with them reads no steps, and uses none up; one who did not reads what the organiser reads', async () => {
  const { held, asks, theTeam } = await organised('admins');
  await held(1, SIX, 'wantMore');
  const practised = await asks('Ada', 'team stats', { isAdmin: true });
  expect(practised).toContain('6 took part');
  expect(practised).toContain('only to those who have not practised in this series');
  expect(practised).not.toMatch(/Growth Evidence/u);
  expect((await theTeam()).series.published).toBeUndefined();
  expect(await asks('Zoe', 'team stats', { isAdmin: true })).toMatch(/Growth Evidence/u);
});

test('a series that has ended is still read, and the channel hears nothing of it', async () => {
  const { held, asks, desk, from, team, workspace } = await organised('ended');
  await held(1, SIX, 'wantMore');
  await desk.commanded('team cancel', from('Olga'));
  await team.until(later(FIRST, 2 * WEEK));
  const before = workspace.deliveries.filter(({ place }) => place.channel === 'C1').length;
  expect(await asks('Olga')).toContain('6 took part');
  expect(workspace.deliveries.filter(({ place }) => place.channel === 'C1')).toHaveLength(before);
});

test('whoever deletes their data is in no session that is over, by name nor by id', async () => {
  const { held, asks, team, world, series } = await organised('deleted');
  await held(1, SIX, 'wantMore');
  expect(await asks('Olga')).toContain('Agreed to be named: Ada');
  await world.system.teams.forget({ platform: 'slack', scope: 'T1', userId: idOf('Ada') });
  const read = await asks('Olga', 'team stats csv');
  expect(read).toContain('took part');
  expect(read).not.toContain('Ada');
  const files = team.files(idOf('Olga')).map(({ text }) => text);
  expect(files.join()).not.toMatch(/Ada|UADA/u);
  const stored = await endedSessions(world.pool, world.ring, {
    platform: 'slack',
    scope: 'T1',
    userId: `team:${series.id}`,
  });
  expect(JSON.stringify(stored)).toContain('UBEN');
  expect(JSON.stringify(stored)).not.toMatch(/Ada|UADA/u);
});
