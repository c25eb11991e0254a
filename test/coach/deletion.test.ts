import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { exportPerson } from '../../src/coach/export.ts';
import { exportAsMarkdown } from '../../src/coach/export-markdown.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { createRubricCritic } from '../../src/critique/rubric.ts';
import { deletePerson, findPerson } from '../../src/store/people.ts';
import { dumpDatabase, dumpRedis } from '../support/dump.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';
import { movingClock } from './put-in.ts';

// A word nobody else writes, in everything a person can write. It must not be found in clear anywhere.
const CANARY = 'Zwergkanarienvogel';
const words = (what: string) => `I lost the ${what} of our ${CANARY} project and told nobody.`;

let world: World;
let files: string | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await world?.close();
  if (files !== undefined) rmSync(files, { recursive: true, force: true });
  files = undefined;
});

const backends = [
  ['PostgreSQL', () => undefined],
  ['Redis', () => inject('redisUrl')],
] as const;

/** A practice with the canary in the role, the failure, each answer, an edit, a rewritten step, a note and a pasted answer. */
async function practiceFullOfIt() {
  const ada = world.person('ada');
  await ada.says('/practice-failure');
  await ada.says('story');
  await ada.says(`${CANARY} keeper`);
  await ada.says(words('plan'));
  for (const step of ['context', 'failure', 'actions', 'lesson', 'growth'])
    await ada.says(words(step), { id: step });
  await ada.happens({ type: 'edited', messageId: 'lesson', text: `${words('lesson')} Edited.` });
  await ada.happens({ type: 'edited', messageId: 'never-an-answer', text: words('chat') });
  await ada.says('redo 2');
  await ada.says(words('second failure'));
  await ada.says(words('note'));
  await ada.says('go');
  await eventually(async () => (await ada.session())?.stage.at === 'critiqued');
  await ada.says('/practice-failure', { startsFresh: true });
  await ada.says('answer');
  await ada.says('skip');
  await ada.says(`${words('first')}\n\n${words('last')} I learned to ask.`);
  await ada.says('go');
  await eventually(async () => (await ada.session())?.stage.at === 'critiqued');
  return ada;
}

async function everythingStored(): Promise<string> {
  const redis = inject('redisUrl');
  const temporary =
    files === undefined
      ? []
      : readdirSync(files).map((file) => readFileSync(join(files ?? '', file), 'latin1'));
  return [
    await dumpDatabase(world.url),
    redis === undefined ? '' : await dumpRedis(redis),
    JSON.stringify(world.logged),
    ...temporary,
  ].join('\n');
}

describe.each(backends)('with the queue on %s', (kind, redisUrl) => {
  const left = kind === 'Redis' && inject('redisUrl') === undefined;

  test.skipIf(left)(
    'no word of a person is in clear in any table, key, log or temporary file, and the export has them all',
    async () => {
      files = mkdtempSync(join(tmpdir(), 'comeback-canary-'));
      vi.stubEnv('TMPDIR', files);
      world = await createWorld(`canary ${kind}`, { redisUrl: redisUrl() });
      const ada = await practiceFullOfIt();
      const stored = await everythingStored();
      expect(stored).toContain(ada.ref.userId);
      expect(stored.toLowerCase()).not.toContain(CANARY.toLowerCase());
      const person = await findPerson(world.db, world.ring, ada.ref);
      if (person === undefined) throw new Error('nobody');
      const data = await exportPerson(world.db, person, { as: 'operator' }, world.catalog);
      const json = JSON.parse(JSON.stringify(data));
      const markdown = exportAsMarkdown(data);
      for (const what of [
        'plan',
        'context',
        'failure',
        'actions',
        'lesson',
        'growth',
        'second failure',
        'note',
        'chat',
        'first',
        'last',
      ]) {
        expect(JSON.stringify(json)).toContain(words(what));
        expect(markdown).toContain(words(what));
      }
      expect(json.practices[0].purpose.name).toBe(`${CANARY} keeper`);
      expect(markdown).toContain(`${CANARY} keeper`);
    },
  );

  test.skipIf(left)('delete takes every row of the person and leaves the others', async () => {
    world = await createWorld(`delete ${kind}`, { redisUrl: redisUrl() });
    const ada = await practiceFullOfIt();
    const grace = world.person('grace');
    await grace.says('/practice-failure');
    const person = await findPerson(world.db, world.ring, ada.ref);
    expect(await deletePerson(world.db, world.ring, ada.ref, new Date())).toBe('deleted');
    for (const table of [
      'people',
      'stories',
      'sessions',
      'attempts',
      'scorecards',
      'wakes',
      'outbox',
      'seen_events',
      'grants',
    ]) {
      const column = table === 'people' ? 'id' : 'person_id';
      const { rows } = await world.pool.query(
        `SELECT count(*)::int AS left_over FROM ${table} WHERE ${column} = $1`,
        [person?.id],
      );
      expect([table, rows[0]?.left_over]).toEqual([table, 0]);
    }
    const { rows } = await world.pool.query('SELECT hash FROM tombstones');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.hash).not.toContain('ada');
    expect(await deletePerson(world.db, world.ring, ada.ref, new Date())).toBe('nobody');
    expect((await grace.practices()).length).toBe(1);
  });

  test.skipIf(left)(
    'delete leaves nothing that names the person or a practice, in the queue neither',
    async () => {
      world = await createWorld(`named ${kind}`, { redisUrl: redisUrl() });
      const ada = await practiceFullOfIt();
      await ada.says('/practice-failure', { startsFresh: true });
      await ada.says('story');
      await ada.says('skip');
      await ada.says(words('open answer'), { ends: 'quiet' });
      const person = await findPerson(world.db, world.ring, ada.ref);
      const sessions = (await ada.practices()).map((practice) => practice.session.id);
      expect(sessions).toHaveLength(3);
      await deletePerson(world.db, world.ring, ada.ref, new Date());
      await world.critiques.enqueue({ person: ada.ref, sessionId: sessions[0] ?? '', draftNo: 1 }, 99);
      // The bell of the open answer rings within seconds, finds nothing, and is forgotten.
      await eventually(async () => {
        const stored = await everythingStored();
        return [person?.id ?? '', ...sessions].every((id) => !stored.includes(id));
      });
    },
  );

  test.skipIf(left)(
    'what comes late for somebody deleted changes nothing, until they begin anew',
    async () => {
      world = await createWorld(`late ${kind}`, { redisUrl: redisUrl() });
      const ada = await practiceFullOfIt();
      const [practice] = await ada.practices();
      const sessionId = practice?.session.id ?? '';
      await deletePerson(world.db, world.ring, ada.ref, new Date());
      const late = [
        await ada.says(words('late message')),
        await ada.presses('go'),
        await ada.happens({ type: 'edited', messageId: 'context', text: words('late edit') }),
        await ada.happens({ type: 'critiqueFailed', sessionId, draftNo: 1, code: 'late' }),
        await ada.happens({ type: 'woke', sessionId, key: 'quiet', dueAt: new Date().toISOString() }),
      ];
      expect(late.map((handled) => handled.outcome)).toEqual(['gone', 'gone', 'gone', 'gone', 'gone']);
      await world.critiques.enqueue({ person: ada.ref, sessionId, draftNo: 1 }, 99);
      await world.sweeps.everyMinute();
      expect(await findPerson(world.db, world.ring, ada.ref)).toBeUndefined();
      await ada.says('/practice-failure');
      expect((await ada.practices()).map((again) => again.number)).toEqual([1]);
      await ada.says('story');
      expect(ada.reads()).toContain('What are you practising for?');
    },
  );
});

test('every row of a person hangs on them, so that deleting the person deletes it', async () => {
  world = await createWorld('cascade', { jobs: false });
  const { rows } = await world.pool.query<{ table_name: string; rule: string | null }>(
    `SELECT c.table_name, r.delete_rule AS rule FROM information_schema.columns c
       LEFT JOIN (information_schema.key_column_usage k JOIN information_schema.referential_constraints r USING (constraint_name))
         ON k.table_name = c.table_name AND k.column_name = c.column_name
     WHERE c.table_schema = 'public' AND c.column_name IN ('person_id', 'viewer_id') ORDER BY 1`,
  );
  expect(rows.length).toBeGreaterThanOrEqual(8);
  // What was posted outlives the person, without their name, until it is removed from the platform.
  expect(rows.filter((row) => row.rule !== 'CASCADE')).toEqual([
    { table_name: 'leftovers', rule: 'SET NULL' },
  ]);
});

describe.each(backends)('everything at once, with the queue on %s', (kind, redisUrl) => {
  const left = kind === 'Redis' && inject('redisUrl') === undefined;

  test.skipIf(left)(
    'deleted while a critique runs, a reminder is due in five seconds and a card waits: nothing holds a word of it, and nothing comes back',
    async () => {
      files = mkdtempSync(join(tmpdir(), 'comeback-canary-'));
      vi.stubEnv('TMPDIR', files);
      let judging: () => void = () => undefined;
      const begun = new Promise<void>((resolve) => {
        judging = resolve;
      });
      let letGo: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const clock = movingClock();
      const rubric = createRubricCritic(loadLanguage());
      world = await createWorld(`race ${kind}`, {
        redisUrl: redisUrl(),
        now: clock.now,
        critic: async (input, signal) => {
          judging();
          await held;
          return rubric(input, signal);
        },
      });
      const ada = world.person('ada');
      await ada.says('remind zone Europe/Berlin');
      await ada.says(`remind asked They wanted to hear of the ${CANARY}.`);
      await ada.says('remind in 1 hour');
      await ada.says('yes');
      await ada.says('/practice-failure');
      for (const said of ['story', `${CANARY} keeper`, words('plan')]) await ada.says(said);
      for (const step of ['context', 'failure', 'actions', 'lesson', 'growth']) await ada.says(words(step));
      await ada.says('go');
      await begun;
      const { rows } = await world.pool.query<{ key: string; due_at: Date }>(
        `SELECT key, due_at FROM wakes WHERE kind = 'plan' AND done_at IS NULL`,
      );
      const [wake] = rows;
      if (wake === undefined) throw new Error('no wake');
      clock.forward(wake.due_at.getTime() - clock.now().getTime() - 5_000);
      await world.sweeps.everyMinute();
      world.terminal.answers.push(() => ({ outcome: 'later', afterMs: 1_000 }));
      await ada.says('draft');
      const shown = ada.cards().length;
      const handled = await ada.happens({ type: 'pressed', action: 'erase-yes' });
      expect(JSON.stringify(handled.reply)).toContain(
        'That was: 1 practice, 1 draft, your reminders and your settings.',
      );
      letGo();
      clock.forward(10_000);
      await new Promise((resolve) => setTimeout(resolve, 7_000));
      await world.sweeps.everyMinute();
      await world.sweeps.everyHour();
      expect(ada.cards()).toHaveLength(shown);
      const stored = await everythingStored();
      expect(stored.toLowerCase()).not.toContain(CANARY.toLowerCase());
      const left = (await dumpDatabase(world.url)).split(/^-- /m).filter((table) => table.includes(wake.key));
      expect(left.map((table) => table.split(':')[0])).toEqual([]);
      const counts = await world.pool.query(
        'SELECT (SELECT count(*) FROM people) + (SELECT count(*) FROM plans) + (SELECT count(*) FROM wakes) + (SELECT count(*) FROM outbox) AS n',
      );
      expect(Number(counts.rows[0]?.n)).toBe(0);
    },
  );
});
