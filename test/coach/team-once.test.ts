import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { exportPerson } from '../../src/coach/export.ts';
import { exportAsMarkdown } from '../../src/coach/export-markdown.ts';
import { deleteEverywhere } from '../../src/coach/teams/delete-everywhere.ts';
import { findPerson } from '../../src/store/people.ts';
import { said, atDesk as startDesk } from '../support/at-team-desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { idOf } from '../support/played-team.ts';
import { eventually } from '../support/practice.ts';
import { STORY } from './told.ts';

/** "Once by Friday", from the words in the channel to what whoever invited reads at the date. */

/** Friday, 18:00 in Berlin. */
const BY = '2027-03-05T17:00:00.000Z';
const THURSDAY = '2027-03-04T17:00:00.000Z';
const TAKES_PART = 'I take part';
const AND_SHOWS = 'I take part, and you may show it';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function atDesk(name: string, options: Parameters<typeof startDesk>[1] = {}) {
  const at = await startDesk(`once ${name}`, options);
  closing.push(() => at.world.close());
  const { desk, from, world, team } = at;
  const types = async (who: string, words: string, where: Parameters<typeof from>[1] = {}) =>
    said(await desk.commanded(words, from(who, where)));
  const ref = (who: string) => ({ platform: 'slack', scope: 'T1', userId: idOf(who) }) as const;
  const asked = async (who: string, words = 'team once', where: Parameters<typeof from>[1] = {}) => {
    const before = team.told(idOf(who)).length;
    await types(who, words, where);
    return team.told(idOf(who)).slice(before).join('\n');
  };
  /** A whole practice of theirs, alone, up to the coach's scorecard. */
  const practises = async (who: string) => {
    const cards = async () => {
      const counted = `SELECT 1 FROM scorecards k JOIN people p ON p.id = k.person_id WHERE p.user_id = $1`;
      return (await world.pool.query(counted, [idOf(who)])).rowCount ?? 0;
    };
    const before = await cards();
    let no = 0;
    for (const text of ['/practice-failure', 'story', 'skip', ...STORY, 'go']) {
      no += 1;
      const messageId = randomUUID();
      const stamp = `${at.clock.at.getTime()}.${String(no).padStart(6, '0')}`;
      const handled = await world.system.coach.handle({
        id: messageId,
        person: ref(who),
        place: { platform: 'slack', channel: idOf(who) },
        what: { type: 'said', messageId, stamp, text, ends: 'now' },
      });
      await handled.performed;
    }
    await eventually(async () => (await cards()) > before);
  };
  const inChannel = () => team.saidIn('C1');
  return { ...at, types, ref, asked, practises, inChannel };
}

test('the channel is invited; who agreed is shown as done or not yet, and of the others nothing, at the date and before', async () => {
  const { types, presses, asked, practises, inChannel, team, world } = await atDesk('whole');
  expect(await types('Olga', 'team once by Friday')).toContain('Noted');
  expect(inChannel()).toHaveLength(1);
  expect(inChannel()[0]).toContain('Olga invites you to practise once by Friday 5 March 2027, 18:00');
  await presses('Ada', AND_SHOWS);
  await presses('Ben', AND_SHOWS);
  for (const who of ['Cat', 'Dan']) await presses(who, TAKES_PART);
  expect(team.told(idOf('Cat')).at(-1)).toContain('Olga sees nothing of it');
  await practises('Ada');
  await practises('Cat');
  const before = await asked('Olga');
  expect(before).toMatch(/Done\W+Ada/u);
  expect(before).toMatch(/Not yet\W+Ben/u);
  expect(before).not.toMatch(/Cat|Dan/u);
  // A day before: those who have not practised, once.
  await team.until(THURSDAY);
  const reminded = ['Ada', 'Ben', 'Cat', 'Dan'].filter((who) =>
    team.told(idOf(who)).some((words) => words.includes('You wanted to practise once')),
  );
  expect(reminded).toEqual(['Ben', 'Dan']);
  const told = team.told(idOf('Olga')).length;
  await team.until(BY);
  const after = team.told(idOf('Olga')).slice(told).join('\n');
  expect(after).toMatch(/Done\W+Ada/u);
  expect(after).not.toMatch(/Cat|Dan/u);
  expect(inChannel()).toHaveLength(1);
  // Neither names, nor what they agreed to, stand in clear.
  expect(await dumpDatabase(world.url)).not.toMatch(/"tells"|Olga|Ada/u);
});

test('who is asked to practise begins by the button, and says no by another: then it is shown no more', async () => {
  const { types, presses, asked } = await atDesk('buttons');
  await types('Olga', 'team once by Friday');
  await presses('Ada', AND_SHOWS);
  expect(await asked('Olga')).toContain('Ada');
  const { answer } = await presses('Ada', 'Practise now');
  expect(answer.solo).toBe(true);
  await presses('Ada', 'Do not show it');
  expect(await asked('Olga')).not.toContain('Ada');
  await presses('Ada', 'You may show it');
  await presses('Ada', 'Not this time');
  expect(await asked('Olga')).toContain('Nobody has agreed yet');
});

test('only whoever invited reads how it stands, an admin neither; both may call it off, and those who joined hear it', async () => {
  const { types, presses, asked, team } = await atDesk('others');
  await types('Olga', 'team once by Friday');
  await presses('Ada', AND_SHOWS);
  for (const isAdmin of [false, true])
    expect(await asked('Ben', 'team once', { isAdmin })).toMatch(/I show Olga alone/u);
  expect(await asked('Ben', 'team once off')).toContain('Only who invited, or an admin');
  expect(await asked('Olga')).toContain('Ada');
  await types('Zoe', 'team once off', { isAdmin: true });
  expect(team.told(idOf('Ada')).at(-1)).toContain('is called off');
  const told = team.told(idOf('Ada')).length;
  await team.until(BY);
  expect(team.told(idOf('Ada'))).toHaveLength(told);
  expect(await types('Olga', 'team once off')).toContain('Nobody is invited here just now');
});

test('one at a time in a channel; the same command delivered twice invites once', async () => {
  const { desk, from, types, inChannel } = await atDesk('twice');
  const once = from('Olga');
  await desk.commanded('team once by Friday', once);
  await desk.commanded('team once by Friday', once);
  expect(inChannel()).toHaveLength(1);
  expect(await types('Ben', 'team once by Thursday 12:00')).toContain(
    'Olga has invited this channel already',
  );
  expect(inChannel()).toHaveLength(1);
  expect(await types('Ben', 'team once', { channel: 'slack/C2' })).toContain('Nobody is invited here');
});

test('a press writes what is of who pressed, and of nobody else: many may take part', async () => {
  const { types, presses, world } = await atDesk('many');
  await types('Olga', 'team once by Friday');
  await presses('Ada', TAKES_PART);
  const written = async () =>
    (
      await world.pool.query<{ xmin: string }>(
        'SELECT xmin::text FROM once_people ORDER BY xmin::text::bigint',
      )
    ).rows;
  const [ada] = await written();
  await presses('Ben', TAKES_PART);
  expect(await written()).toEqual([ada, expect.anything()]);
});

test('without a zone that is known it is asked; a day too far ahead, or past, is not taken', async () => {
  const { types, inChannel } = await atDesk('when');
  expect(await types('Olga', 'team once by Friday', { zone: undefined })).toContain('In which time zone');
  expect(await types('Olga', 'team once by 1 September 2027')).toContain('within two months');
  expect(await types('Olga', 'team once by 1 February 2027')).toMatch(/ahead|past|passed|over/iu);
  expect(inChannel()).toEqual([]);
  expect(await types('Olga', 'team once by Friday 18:00 in Tokyo', { zone: undefined })).toContain('Noted');
  expect(inChannel()[0]).toContain('18:00 (Asia/Tokyo)');
});

test('a channel that does not take it: whoever invited hears what to do, and can invite again', async () => {
  const { types, workspace, team, inChannel } = await atDesk('not posted');
  workspace.answer = ({ place }) =>
    place.channel === 'C1' ? { outcome: 'gone', reason: 'is_archived' } : undefined;
  await types('Olga', 'team once by Friday');
  await eventually(() => team.told(idOf('Olga')).join('\n').includes('I could not post the invitation'));
  workspace.answer = () => undefined;
  await types('Olga', 'team once by Friday');
  expect(inChannel()).toHaveLength(1);
});

test('whoever pauses takes part by a press, and is not reminded before the pause is over', async () => {
  const { types, presses, team } = await atDesk('paused');
  await types('Olga', 'team once by Friday');
  await types('Ada', 'team pause until 10 March');
  for (const who of ['Ada', 'Ben']) await presses(who, TAKES_PART);
  await team.until(THURSDAY);
  const reminded = ['Ada', 'Ben'].filter((who) =>
    team.told(idOf(who)).some((words) => words.includes('You wanted to practise once')),
  );
  expect(reminded).toEqual(['Ben']);
});

test('a process that ends is followed by one that reminds at its time, and tells at the date', async () => {
  const first = await atDesk('restart');
  await first.types('Olga', 'team once by Friday');
  await first.presses('Ada', AND_SHOWS);
  await first.practises('Ada');
  await first.presses('Ben', TAKES_PART);
  const { url, keys } = first.world;
  await first.world.dropDead();
  closing.length = 0;
  closing.push(() => first.world.drop());
  const after = await atDesk('restart again', { url, keys });
  await after.team.until(THURSDAY);
  expect(after.team.told(idOf('Ben')).join('\n')).toContain('You wanted to practise once');
  expect(after.team.told(idOf('Ada'))).toEqual([]);
  await after.team.until(BY);
  expect(after.team.told(idOf('Olga')).join('\n')).toMatch(/Done\W+Ada/u);
});

describe.each([
  ['PostgreSQL', (): string | undefined => undefined],
  ['Redis', () => inject('redisUrl')],
])('with the queue on %s', (kind, redisUrl) => {
  test.skipIf(kind === 'Redis' && inject('redisUrl') === undefined)('its bell rings by itself', async () => {
    const { types, team, world } = await atDesk(`bells ${kind}`, {
      redisUrl: redisUrl(),
      now: () => new Date(),
    });
    await types('Olga', 'team once by tomorrow 18:00');
    // The date is here: as if somebody had waited.
    await world.pool.query("UPDATE wakes SET due_at = now(), armed_for = NULL WHERE kind = 'team'");
    await world.sweeps.everyMinute();
    await eventually(async () => {
      const { rowCount } = await world.pool.query(
        "SELECT 1 FROM wakes WHERE kind = 'team' AND done_at IS NULL AND due_at > now()",
      );
      return rowCount === 1;
    });
    expect(team.told(idOf('Olga'))).toHaveLength(1);
  });
});

test('it stands in the export of who takes part, and of who invited; whoever deletes their data is in it no more', async () => {
  const { types, presses, asked, ref, world } = await atDesk('deleted');
  await types('Olga', 'team once by Friday');
  for (const who of ['Ada', 'Ben']) await presses(who, AND_SHOWS);
  const exported = async (who: string) => {
    const person = await findPerson(world.db, world.ring, ref(who));
    if (person === undefined) throw new Error(`${who} is not known`);
    return exportPerson(world.db, person, { as: 'owner', personId: person.id }, world.catalog);
  };
  const ada = await exported('Ada');
  expect(ada.teams?.onces).toMatchObject([{ answer: 'joined', tells: true, name: 'Ada' }]);
  expect(exportAsMarkdown(ada)).toContain('you take part, not yet, shown to who invited');
  expect(JSON.stringify(ada)).not.toContain('Ben');
  expect((await exported('Olga')).teams?.invited).toHaveLength(1);
  const parts = { ...world, guide: world.catalog.default };
  await deleteEverywhere(parts, ref('Ada'), world.now);
  expect(await asked('Olga')).not.toContain('Ada');
  expect((await world.pool.query('SELECT 1 FROM once_people')).rowCount).toBe(1);
});

test('where whoever invited deletes their data, those who joined hear that it is off, and nothing of it is left', async () => {
  const { types, presses, ref, team, world } = await atDesk('organiser gone');
  await types('Olga', 'team once by Friday');
  await presses('Ada', TAKES_PART);
  await deleteEverywhere({ ...world, guide: world.catalog.default }, ref('Olga'), world.now);
  await world.system.deliverer.sweep();
  await eventually(() => team.told(idOf('Ada')).at(-1)?.includes('is called off'));
  for (const table of ['onces', 'once_people'])
    expect((await world.pool.query(`SELECT 1 FROM ${table}`)).rowCount).toBe(0);
  const { answer } = await presses('Ada', TAKES_PART);
  expect(said(answer)).toContain('over');
});
