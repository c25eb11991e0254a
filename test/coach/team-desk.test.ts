import { afterEach, expect, test } from 'vitest';
import { later } from '../../src/mocks/instants.ts';
import { apartOf } from '../../src/store/teams/apart.ts';
import { teamsInChannel } from '../../src/store/teams/read-teams.ts';
import { ownersIn } from '../../src/store/teams/row-owner.ts';
import { DESK_OPENS as NOW, said, atDesk as startDesk } from '../support/at-team-desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { idOf } from '../support/played-team.ts';
import { eventually } from '../support/practice.ts';

const STARTS = '2027-03-04T14:00:00.000Z';
const MINUTE = 60_000;
const TYPED =
  'Two years ago I organised our customer day, and sales needed it. I did not ask the hotel for a written yes, and the room was gone on the Monday. I found a smaller one the same day and rang forty people myself. I learned that a yes on the phone is no yes. Since then I get every room in writing; in spring that saved us a second time.';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function atDesk(name: string) {
  const desk = await startDesk(name);
  closing.push(() => desk.world.close());
  return desk;
}

test('words in a channel schedule a series, its list shows it, and only the organiser may cancel it', async () => {
  const { desk, from, team, world } = await atDesk('words');
  expect(said(await desk.commanded('team schedule every Thursday 15:00', from('Olga')))).toMatch(/noted/iu);
  await team.until(later(NOW, MINUTE));
  expect(team.told(idOf('Olga')).join('\n')).toContain('Thursday 4 March 2027, 15:00');
  expect(said(await desk.commanded('team list', from('Ada')))).toContain('Team practice');
  await desk.commanded('team cancel', from('Ada'));
  expect(team.told(idOf('Ada')).join('\n')).toContain('Only Olga or an admin can change it');
  await desk.commanded('team cancel', from('Olga'));
  expect(said(await desk.commanded('team list', from('Ada')))).toContain('No team sessions');
  expect((await world.pool.query('SELECT 1 FROM teams WHERE NOT over')).rowCount).toBe(0);
});

test('where direct messages do not tell who is an admin, a button there says where to type it, and nobody is called none', async () => {
  const { desk, from, world } = await atDesk('admin alone');
  const by = (who: string, where: Parameters<typeof from>[1]) =>
    from(who, { person: { platform: 'discord', scope: 'A1', userId: idOf(who) }, ...where });
  const inChannel = { channel: 'discord/1' };
  const alone = { channel: undefined };
  await desk.commanded('team schedule every Thursday 15:00', by('Olga', inChannel));
  const { rows } = await world.pool.query<{ id: string }>('SELECT id FROM teams');
  const press = (verb: string) => `team:${rows[0]?.id}:${verb}:0`;
  for (const verb of ['edit', 'cancel'])
    expect(said(await desk.pressed(press(verb), by('Root', alone)))).toContain('type it in the channel');
  expect((await desk.pressed(press('edit'), by('Olga', alone))).form).toBeDefined();
  expect((await desk.pressed(press('edit'), by('Root', { ...inChannel, isAdmin: true }))).form).toBeDefined();
  expect(said(await desk.pressed(press('edit'), by('Ada', inChannel)))).toContain('Only Olga or an admin');
});

test('without a zone that is known it is asked, not guessed; in the words it counts', async () => {
  const { desk, from, team } = await atDesk('no zone');
  const olga = () => from('Olga', { zone: undefined });
  expect(said(await desk.commanded('team schedule every Thursday 15:00', olga()))).toContain(
    'In which time zone',
  );
  expect(team.told(idOf('Olga'))).toEqual([]);
  await desk.commanded('team schedule every Thursday 15:00 zone Asia/Kolkata', olga());
  expect(team.told(idOf('Olga')).join('\n')).toContain('15:00 (Asia/Kolkata)');
});

test('nor is it guessed for a form: what is typed there counts, in its line or among the words of the time', async () => {
  const { desk, from, team } = await atDesk('no zone in a form');
  const olga = () => from('Olga', { zone: undefined });
  const opened = await desk.commanded('team schedule', olga());
  expect(JSON.stringify(opened?.form?.card)).not.toContain('UTC');
  const filled = (values: Record<string, string>) => desk.filled('team:schedule', values, olga());
  expect(await filled({ when: 'every Thursday 15:00', zone: '' })).toMatchObject({
    problems: { zone: expect.stringContaining('In which time zone') },
  });
  expect(team.told(idOf('Olga'))).toEqual([]);
  await filled({ when: 'every Thursday 15:00', zone: 'Kolkata' });
  await filled({ when: 'every Friday 15:00 in Tokyo', zone: '' });
  expect(team.told(idOf('Olga')).join('\n')).toMatch(/15:00 \(Asia\/Kolkata\).*15:00 \(Asia\/Tokyo\)/su);
});

test('the same command delivered twice schedules one series', async () => {
  const { desk, from, world } = await atDesk('twice');
  const once = from('Olga');
  await desk.commanded('team schedule every Thursday 15:00', once);
  await desk.commanded('team schedule every Thursday 15:00', once);
  expect((await world.pool.query('SELECT 1 FROM teams')).rowCount).toBe(1);
});

test('a button of a session that is over says so, and promises nothing', async () => {
  const { desk, from, presses, team } = await atDesk('over');
  await desk.commanded('team schedule every Thursday 15:00', from('Olga'));
  await team.until(later(STARTS, -2 * 24 * 60 * MINUTE));
  const { action } = await presses('Ada', 'Join');
  await team.until(later(STARTS, 3 * 60 * MINUTE));
  expect(said(await desk.pressed(action, from('Ben')))).toContain('This session is over');
});

test('what is no team command is none, and in private messages it says where to type it', async () => {
  const { desk, from } = await atDesk('other words');
  expect(await desk.commanded('Team spirit was low that year.', from('Ada'))).toBeUndefined();
  expect(said(await desk.commanded('team list', from('Ada', { channel: undefined })))).toContain('channel');
});

test('a form that was filled in schedules; one with a date that is past says which field, and what to do', async () => {
  const { desk, from, team } = await atDesk('form');
  const { form } = (await desk.commanded('team schedule', from('Olga'))) ?? {};
  expect(form?.action).toBe('team:schedule');
  const past = await desk.filled('team:schedule', { date: '2027-02-01', 'date-time': '10:00' }, from('Olga'));
  expect('problems' in past && Object.values(past.problems).join(' ')).toMatch(/past|passed|ahead|over/iu);
  const done = await desk.filled('team:schedule', { when: 'every Thursday 15:00' }, from('Olga'));
  expect('problems' in done).toBe(false);
  await team.until(later(NOW, MINUTE));
  expect(team.told(idOf('Olga')).join('\n')).toContain('Every Thursday');
});

test('two people join by the announcement, send their cards by forms, and read each other’s; a card without its two lines says which is missing', async () => {
  const { desk, from, presses, team, workspace } = await atDesk('cards');
  await desk.commanded('team schedule every Thursday 15:00', from('Olga'));
  await team.until(later(STARTS, -2 * 24 * 60 * MINUTE));
  for (const who of ['Ada', 'Ben']) await presses(who, 'Join');
  await team.until(later(STARTS, -9 * MINUTE));
  for (const who of ['Ada', 'Ben']) await presses(who, 'I am here');
  await team.until(later(STARTS, 8 * MINUTE));
  for (const who of ['Ada', 'Ben']) {
    const { action: button, answer } = await presses(who, 'Send my card');
    const { action = '' } = answer.form ?? {};
    // With whose answer it is about: of another's it is opened no more.
    expect(action.replace(/-[0-9a-f]+$/u, '')).toBe(button);
    expect((await desk.pressed(action, from(who))).form?.action).toBe(action);
    const ofOther = await desk.pressed(`${button}-0badf00d`, from(who));
    expect(said(ofOther)).toContain('Somebody else answers in that place now');
    const isPartner = action.includes('card-partner');
    if (isPartner) {
      const without = await desk.filled(action, { 'step-context': 'clearly' }, from(who));
      expect('problems' in without && without.problems.stayed).toContain('missing');
    }
    await desk.filled(
      action,
      { 'step-context': 'clearly', stayed: `I kept a line of ${who}`, question: 'And then?' },
      from(who),
    );
  }
  for (const who of ['Ada', 'Ben']) expect(team.told(idOf(who)).join('\n')).toContain('side by side');
  expect(workspace.deliveries.filter(({ order }) => order.kind === 'gather')).toHaveLength(1);
});

test('a typed answer is read by nobody before it is sent, and stands nowhere in clear', async () => {
  const { desk, from, presses, team, world } = await atDesk('typed');
  await desk.commanded('team schedule every Thursday 15:00', from('Olga'));
  await team.until(later(STARTS, -2 * 24 * 60 * MINUTE));
  for (const who of ['Ada', 'Ben']) await presses(who, 'Join');
  await team.until(later(STARTS, -9 * MINUTE));
  for (const who of ['Ada', 'Ben']) await presses(who, 'I am here');
  await team.until(STARTS);
  const candidate = ['Ada', 'Ben'].find((who) => team.told(idOf(who)).join('\n').includes('You answer,'));
  const partner = candidate === 'Ada' ? 'Ben' : 'Ada';
  const { action, answer } = await presses(candidate ?? '', 'Type my answer');
  expect(answer.form?.action).toBe(action);
  // Who is in no session can send nothing in it: they hear it before they write.
  expect(said(await desk.pressed(action, from('Chloe')))).toContain('for those of the group');
  const blank = await desk.filled(action, { answer: ' \n' }, from(candidate ?? ''));
  expect('problems' in blank && blank.problems.answer).toContain('nothing in it');
  // Words of not wanting to live are met here too, whatever is done with them.
  const despair = await desk.filled(
    action,
    { answer: 'I do not want to live any more.' },
    from(candidate ?? ''),
  );
  expect('reply' in despair && said(despair)).toMatch(
    /112 in Europe.*I send nothing of what you typed by myself/su,
  );
  expect(team.told(idOf(partner)).join('\n')).not.toContain('want to live');
  expect(await desk.filled(action, { answer: TYPED }, from(candidate ?? ''))).toEqual({});
  expect(team.told(idOf(partner)).join('\n')).not.toContain('the hotel');
  expect(await dumpDatabase(world.url)).not.toContain('the hotel');
  await presses(candidate ?? '', 'Send it');
  expect(team.told(idOf(partner)).join('\n')).toContain('I did not ask the hotel for a written yes');
  // The coach reads it too, and its card opens with the others.
  await eventually(async () => {
    const [team] = await teamsInChannel(
      world.pool,
      world.ring,
      { platform: 'slack', scope: 'T1' },
      'slack/C1',
    );
    return team?.mocks.some(({ cards }) => cards.some(({ by }) => by === 'coach')) === true;
  });
  await team.until(later(STARTS, 12 * MINUTE));
  for (const who of ['Ada', 'Ben']) expect(team.told(idOf(who)).join('\n')).toContain('the coach: ');
});

test('whom somebody keeps away from is kept for them alone', async () => {
  const { desk, from, presses, team, world } = await atDesk('apart');
  await desk.commanded('team schedule every Thursday 15:00', from('Olga'));
  await team.until(later(STARTS, -2 * 24 * 60 * MINUTE));
  await presses('Ada', 'Join');
  const { action, answer } = await presses('Ada', 'Not with my manager or report');
  expect(answer.form?.action).toBe(action);
  const kept = await desk.filled(action, { who: 'UBOSS' }, from('Ada'));
  expect('reply' in kept && said(kept)).toContain('nobody sees this');
  // Also by words, and of more than one.
  const { form } = (await desk.commanded('team avoid', from('Ada'))) ?? {};
  await desk.filled(form?.action ?? '', { who: 'UBEN' }, from('Ada'));
  const owner = (
    await ownersIn(world.pool, world.ring, { platform: 'slack', scope: 'T1' }, [idOf('Ada')])
  ).get(idOf('Ada'));
  expect(owner && (await apartOf(world.pool, owner))).toEqual(['UBOSS', 'UBEN']);
  expect(await dumpDatabase(world.url)).not.toContain('UBOSS');
  // Two forms at the same moment, and all of it taken back.
  await Promise.all(['U3', 'U4', 'U5'].map((who) => desk.filled(form?.action ?? '', { who }, from('Ada'))));
  expect(owner && (await apartOf(world.pool, owner))).toHaveLength(5);
  expect(said((await desk.commanded('team avoid off', from('Ada'))) ?? {})).toContain('anybody again');
  expect(owner && (await apartOf(world.pool, owner))).toEqual([]);
});
