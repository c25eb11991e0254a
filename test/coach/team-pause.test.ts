import { afterEach, expect, test } from 'vitest';
import { exportPerson } from '../../src/coach/export.ts';
import { exportAsMarkdown } from '../../src/coach/export-markdown.ts';
import { later } from '../../src/mocks/instants.ts';
import { findPerson } from '../../src/store/people.ts';
import { said, atDesk as startDesk } from '../support/at-team-desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { idOf } from '../support/played-team.ts';

/** Whoever pauses is left in peace by their team's sessions, and nobody sees it. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The first Thursday, 15:00 in Berlin. */
const STARTS = '2027-03-04T14:00:00.000Z';
const INVITED = later(STARTS, -2 * DAY);

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function scheduled(name: string) {
  const at = await startDesk(`pause ${name}`);
  closing.push(() => at.world.close());
  await at.desk.commanded('team schedule every Thursday 15:00', at.from('Olga'));
  await at.team.until(INVITED);
  const types = async (who: string, words: string, where: Parameters<typeof at.from>[1] = {}) =>
    said(await at.desk.commanded(words, at.from(who, where)));
  const ref = (who: string) => ({ platform: 'slack', scope: 'T1', userId: idOf(who) }) as const;
  return { ...at, types, ref };
}

test('who pauses after joining is out without a word to anybody, and hears nothing of that session any more', async () => {
  const { presses, types, team, workspace, world } = await scheduled('joined');
  for (const who of ['Ada', 'Ben', 'Cat']) await presses(who, 'Join');
  expect(team.saidIn('C1').at(-1)).toContain('3 so far');
  const told = await types('Ada', 'team pause until 10 March');
  expect(told).toContain('Paused until Wednesday 10 March 2027');
  expect(told).toContain('Nobody sees this');
  expect(team.saidIn('C1').at(-1)).toContain('2 so far');
  const before = team.told(idOf('Ada')).length;
  await team.until(later(STARTS, -5 * MINUTE));
  for (const who of ['Ben', 'Cat']) await presses(who, 'I am here');
  await team.until(later(STARTS, 60 * MINUTE));
  expect(team.told(idOf('Ada'))).toHaveLength(before);
  const groups = workspace.deliveries.flatMap(({ order }) => (order.kind === 'gather' ? [order.people] : []));
  expect(groups.flat().toSorted()).toEqual([idOf('Ben'), idOf('Cat')]);
  // Only their own key opens that they pause.
  expect(await dumpDatabase(world.url)).not.toContain('2027-03-10');
});

test('it ends by itself: to the session after it they are reminded again, once they joined', async () => {
  const { presses, types, team } = await scheduled('ends');
  await types('Ada', 'team pause until 10 March');
  await team.until(later(STARTS, 5.5 * DAY));
  await presses('Ada', 'Join');
  const joined = team.told(idOf('Ada')).length;
  await team.until(later(STARTS, 7 * DAY - 5 * MINUTE));
  expect(team.told(idOf('Ada'))).toHaveLength(joined + 2);
});

test('whoever joins in their pause is asked whether they are there, and paired; the pause holds on', async () => {
  const { presses, types, team, workspace } = await scheduled('joins in it');
  await types('Ada', 'team pause until 20 March');
  for (const who of ['Ada', 'Ben']) await presses(who, 'Join');
  await team.until(later(STARTS, -5 * MINUTE));
  for (const who of ['Ada', 'Ben']) await presses(who, 'I am here');
  await team.until(STARTS);
  const groups = workspace.deliveries.flatMap(({ order }) => (order.kind === 'gather' ? [order.people] : []));
  expect(groups.flat().toSorted()).toEqual([idOf('Ada'), idOf('Ben')]);
  expect(await types('Ada', 'team pause')).toContain('You are paused until Saturday 20 March 2027');
});

test('without a day it says how it stands and offers some; one press pauses, another ends it', async () => {
  const { desk, from, types } = await scheduled('pressed');
  const asked = await desk.commanded('team pause', from('Ada'));
  expect(said(asked)).toContain('You are not paused');
  const labels = asked?.reply?.buttons.map(({ label }) => label);
  expect(labels).toEqual(['One week', 'Two weeks', 'Four weeks']);
  const [week] = asked?.reply?.buttons ?? [];
  const paused = await desk.pressed(week?.action ?? '', from('Ada'));
  // Tuesday, and a week.
  expect(said(paused)).toContain('Paused until Tuesday 9 March 2027');
  const [off] = paused.reply?.buttons ?? [];
  expect(off?.label).toBe('Ask me again');
  expect(said(await desk.pressed(off?.action ?? '', from('Ada')))).toContain('You are not paused');
  expect(await types('Ada', 'team pause')).toContain('You are not paused');
  // What a button does can be typed.
  expect(await types('Ada', week?.word ?? '')).toContain('Paused until Tuesday 9 March 2027');
});

test('a day that is here, or years away, is not taken: the line says what to type', async () => {
  const { types } = await scheduled('days');
  expect(await types('Ada', 'team pause until 1 March 2030')).toContain('up to a year');
  expect(await types('Ada', 'team pause until yesterday')).toMatch(/ahead|past|passed|later|over/iu);
  expect(await types('Ada', 'team pause')).toContain('You are not paused');
});

test('in private messages it is for all channels, and off in one channel is off there', async () => {
  const { presses, types, team } = await scheduled('everywhere');
  for (const who of ['Ada', 'Ben']) await presses(who, 'Join');
  expect(await types('Ada', 'team pause until 10 March', { channel: undefined })).not.toContain(
    'of this channel',
  );
  expect(team.saidIn('C1').at(-1)).toContain('1 so far');
  expect(await types('Ada', 'team pause')).toContain('You are paused until');
  expect(await types('Ada', 'team pause off')).toContain('I ask you to the next team session again');
  expect(await types('Ada', 'team pause')).toContain('You are not paused');
});

test('somebody who never joined can pause, reads it in their export, and takes it with them when they go', async () => {
  const { types, ref, world } = await scheduled('export');
  await types('Zoe', 'team pause until 10 March');
  const person = await findPerson(world.db, world.ring, ref('Zoe'));
  if (person === undefined) throw new Error('Zoe is not known');
  const all = await exportPerson(world.db, person, { as: 'owner', personId: person.id }, world.catalog);
  expect(all.teams?.pauses).toEqual([{ from: '2027-03-10', zone: 'Europe/Berlin', channel: 'slack/C1' }]);
  expect(exportAsMarkdown(all)).toContain('until 2027-03-10');
  expect((await world.pool.query('SELECT 1 FROM team_pauses')).rowCount).toBe(1);
  await world.pool.query('DELETE FROM people WHERE id = $1', [person.id]);
  expect((await world.pool.query('SELECT 1 FROM team_pauses')).rowCount).toBe(0);
});

test('the next one goes on without who types "team skip me", and the one after asks them as ever', async () => {
  const { presses, types, team } = await scheduled('skip me');
  for (const who of ['Ada', 'Ben']) await presses(who, 'Join');
  expect(await types('Ada', 'team skip me')).toContain('Noted');
  expect(team.saidIn('C1').at(-1)).toContain('1 so far');
  // The series itself is skipped by its organiser alone.
  await team.until(later(STARTS, 5 * DAY));
  await presses('Ada', 'Join');
  expect(team.saidIn('C1').at(-1)).toContain('1 so far');
});
