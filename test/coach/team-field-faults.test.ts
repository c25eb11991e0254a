import { afterEach, describe, expect, test } from 'vitest';
import { later } from '../../src/mocks/instants.ts';
import type { Pressed } from '../../src/mocks/mock-event.ts';
import type { SeriesEvent } from '../../src/mocks/series/series-event.ts';
import type { TeamEvent } from '../../src/mocks/team/team-event.ts';
import { schedule } from '../mocks/series-kit.ts';
import { said, atDesk as startDesk } from '../support/at-team-desk.ts';
import { CalendarProgram, readCalendar } from '../support/calendar-program.ts';
import { asked, idOf, playedWorkspace, roomOf, teamIn } from '../support/played-team.ts';
import { createWorld } from '../support/practice.ts';

/** What broke for people who run this kind of software, played for a team on a real database. */

/** Monday morning in Berlin; the sessions are on Thursdays at 15:00. */
const NOW = '2027-03-01T09:00:00.000Z';
const STARTS = '2027-03-04T14:00:00.000Z';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIRST = 's1n1';
const BY = { id: 'olga', isAdmin: false };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A team whose process can end between any two events, and be followed by another on the same database. */
async function playing(name: string) {
  const clock = { at: new Date(NOW) };
  const workspace = playedWorkspace();
  const options = { performers: [workspace], now: () => clock.at };
  let world = await createWorld(`faults ${name}`, options);
  const first = world;
  closing.push(() => first.drop());
  closing.push(() => world.dropDead());
  let team = teamIn(world, clock, workspace);
  let count = 0;
  // No event's id is used twice, whatever process counts them.
  const happens = (what: TeamEvent) => {
    count += 1;
    return team.happens(what, `${name}-${count}`);
  };
  return {
    team: () => team,
    pool: () => world.pool,
    happens,
    presses: (session: string, who: string, what: Pressed) =>
      happens({ of: 'session', id: session, event: { type: 'pressed', by: asked(who), what } }),
    organises: (event: SeriesEvent) => happens({ of: 'series', event }),
    async restarts(): Promise<void> {
      const { url, keys } = world;
      await world.dropDead();
      world = await createWorld(`faults ${name} again`, { ...options, url, keys });
      team = teamIn(world, clock, workspace);
    },
    moves: (words: string) =>
      happens({ of: 'series', event: { type: 'edited', by: BY, change: { when: schedule(words).when } } }),
  };
}

describe('calendar entries that doubled instead of moving (adamgibbons/ics#199, #128, #222, mangstadt/biweekly#97)', () => {
  test('made, moved twice and called off over three restarts: for each of two one entry, which moves and goes', async () => {
    const played = await playing('calendar');
    await played.team().schedules('every Thursday 15:00');
    await played.team().until(later(STARTS, -2 * DAY));
    for (const who of ['Ada', 'Ben']) await played.presses(FIRST, who, 'join');
    // All of it within one second of the clock: what counts is not the clock.
    await played.restarts();
    await played.moves('every Thursday 16:00');
    await played.restarts();
    await played.moves('every Thursday 17:00');
    const calendars = ['Ada', 'Ben'].map((who) => ({ who, program: new CalendarProgram() }));
    const textsOf = (who: string) =>
      played
        .team()
        .files(idOf(who))
        .map(({ text }) => text);
    for (const { who, program } of calendars) {
      for (const text of textsOf(who)) expect(program.open(text)).toBe('taken');
      expect(program.shown().map(({ starts }) => starts)).toEqual(['2027-03-04T16:00:00Z']);
    }
    await played.restarts();
    await played.organises({ type: 'skipped', by: BY });
    for (const { who, program } of calendars) {
      const texts = textsOf(who);
      expect(texts).toHaveLength(4);
      expect(program.open(texts[3] ?? '')).toBe('taken');
      expect(program.shown()).toEqual([]);
      const files = texts.map(readCalendar);
      expect(files.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
      expect(files.map(({ method, status }) => `${method} ${status}`)).toEqual([
        ...Array(3).fill('REQUEST CONFIRMED'),
        'CANCEL CANCELLED',
      ]);
      expect(new Set(files.map(({ uid }) => uid)).size).toBe(1);
      expect(new Set(files.map(({ organizer }) => JSON.stringify(organizer))).size).toBe(1);
      const stamps = files.map(({ stamp }) => stamp);
      expect(new Set(stamps).size).toBe(4);
      expect(stamps.toSorted()).toEqual(stamps);
    }
  });

  test('the next of the series is an entry of its own', async () => {
    const played = await playing('occurrences');
    await played.team().schedules('every Thursday 15:00');
    await played.team().until(later(STARTS, -2 * DAY));
    await played.presses(FIRST, 'Ada', 'join');
    await played.organises({ type: 'skipped', by: BY });
    await played.team().until(later(STARTS, 5 * DAY));
    await played.presses('s1n2', 'Ada', 'join');
    const program = new CalendarProgram();
    const texts = played
      .team()
      .files(idOf('Ada'))
      .map(({ text }) => text);
    for (const text of texts) program.open(text);
    expect(program.shown().map(({ starts }) => starts)).toEqual(['2027-03-11T14:00:00Z']);
    expect(new Set(texts.map((text) => readCalendar(text).uid)).size).toBe(2);
  });
});

describe('impatient fingers (getsentry/sentry#69252, mozilla/bugbug#6732)', () => {
  test('Join three times at once is one answer and one calendar file; the way on three times is one phase', async () => {
    const played = await playing('fingers');
    await played.team().schedules('every Thursday 15:00');
    await played.team().until(later(STARTS, -2 * DAY));
    for (const who of ['Ada', 'Ben'])
      await Promise.all([1, 2, 3].map(() => played.presses(FIRST, who, 'join')));
    for (const who of ['Ada', 'Ben']) {
      expect(played.team().files(idOf(who))).toHaveLength(1);
      expect(played.team().told(idOf(who))).toHaveLength(1);
    }
    await played.team().until(later(STARTS, -5 * MINUTE));
    for (const who of ['Ada', 'Ben']) await played.presses(FIRST, who, 'here');
    await played.team().until(STARTS);
    const press = () =>
      played.happens({
        of: 'session',
        id: FIRST,
        event: { type: 'pressed', by: asked('Ada'), what: 'next', at: '1-0-settle' },
      });
    await Promise.all([press(), press(), press()]);
    const rooms = played.team().saidIn(roomOf([idOf('Ada'), idOf('Ben')]));
    expect(rooms.filter((words) => words.includes('You have two minutes'))).toHaveLength(1);
    expect(rooms.join('\n')).not.toContain('four minutes for your questions');
  });
});

test('a session forty or four hundred days ahead is announced three days before it, and nothing happens until then (agenda/agenda#5)', async () => {
  for (const [index, days] of [40, 400].entries()) {
    const played = await playing(`ahead ${index}`);
    const day = later(NOW, days * DAY).slice(0, 10);
    await played.team().schedules(`${day} 15:00`);
    await played.team().until(later(NOW, (days - 4) * DAY));
    expect(played.team().saidIn('C1')).toEqual([]);
    await played.team().until(later(NOW, (days - 2) * DAY));
    expect(played.team().saidIn('C1')).toHaveLength(1);
  }
});

test('a NUL in a title, a name, an answer or a card is left out, and nothing is tried again (brianc/node-postgres#2080)', async () => {
  const desk = await startDesk('nul');
  closing.push(() => desk.world.close());
  const filled = await desk.desk.filled(
    'team:schedule',
    { when: 'every Thursday 15:00', title: 'The \u0000circle' },
    desk.from('Olga', { name: 'Ol\u0000ga' }),
  );
  expect('problems' in filled).toBe(false);
  await desk.team.until(later(STARTS, -2 * DAY));
  expect(desk.team.saidIn('C1').join('\n')).toContain('The circle');
  for (const who of ['Ada', 'Ben']) await desk.presses(who, 'Join');
  await desk.team.until(later(STARTS, -5 * MINUTE));
  for (const who of ['Ada', 'Ben']) await desk.presses(who, 'I am here');
  await desk.team.until(later(STARTS, 2 * MINUTE));
  const { action, answer } = await desk.presses('Ada', 'Type my answer');
  expect(answer.form?.action).toBe(action);
  const typed = await desk.desk.filled(
    action,
    { answer: 'We \u0000failed, and I had promised.' },
    desk.from('Ada'),
  );
  expect(said(typed as Parameters<typeof said>[0])).toBe('');
  expect(desk.team.told(idOf('Ada')).at(-1)).toContain('We failed, and I had promised.');
  const { action: card } = await desk.presses('Ben', 'My card');
  const lines = { stayed: 'I had \u0000promised.', question: 'Whom\u0000?', 'step-context': 'clearly' };
  expect(await desk.desk.filled(card, lines, desk.from('Ben'))).toEqual({});
  expect(desk.team.told(idOf('Ben')).at(-1)).toContain('Your card is in');
  await desk.presses('Olga', 'Call it off');
  expect(JSON.stringify(desk.workspace.deliveries)).not.toContain('u0000');
});
