import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { exportPerson } from '../../src/coach/export.ts';
import { exportAsMarkdown } from '../../src/coach/export-markdown.ts';
import { type Session, SessionSchema } from '../../src/conversation/session.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { seal } from '../../src/store/keyring.ts';
import { sessionSeal } from '../../src/store/names.ts';
import {
  aSession,
  createStoreWorld,
  frozen,
  judged,
  type PersonByHand,
  type StoreWorld,
  says,
} from './by-hand.ts';

let world: StoreWorld;
let opened: StoreWorld | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function openWorld(name: string): Promise<void> {
  opened = await createStoreWorld(name);
  world = opened;
}

let parts = 0;
/** A message nobody else wrote. */
function part(what: string) {
  parts += 1;
  return { id: `m${parts}`, stamp: String(parts), text: `I wrote the ${what}.` };
}

/** A practice with everything set that a practice can have, where they do not exclude each other. */
function full(): Session {
  const said = judged();
  if (said.type !== 'storeCritique') throw new Error('no critique');
  return aSession({
    ways: ['U0ADA', 'C0GENERAL'],
    stage: {
      at: 'paused',
      stage: {
        at: 'improving',
        asks: 'use',
        step: 'reflections',
        question: 'What would you do first today?',
        reply: [part('reply')],
        goes: 'beside',
      },
    },
    door: 'nothing',
    purpose: { kind: 'role', name: 'I wrote the role.', part: part('role'), core: part('core of the role') },
    failure: [part('line or two')],
    answers: Object.fromEntries(catalog.default.steps.map(({ id }) => [id, [part(`answer to ${id}`)]])),
    replaced: [{ step: 'context', parts: [part('old context')] }],
    notes: [part('note')],
    ahead: [{ id: 'elsewhere', text: 'I wrote the edit.' }],
    offer: 'restart',
    notice: 'told',
    first: true,
    touchedAt: '2026-11-25T10:00:00.000Z',
    seeds: [part('first seed'), part('second seed')],
    doubted: true,
    sheltered: true,
    ownRating: { draftNo: 1, weakest: 'reflections' },
    shares: [{ to: 'U0GRACE', toName: 'Grace', seen: 4, turn: 5, now: 'arrived' }],
    followed: ['What would your colleagues say?'],
    asideLast: 'f1',
    freshDraft: 2,
    shareable: { since: 4, turn: 6 },
    setAside: [{ id: 'f1', rule: 'reflections.specific-lesson' }],
    undo: { step: 'failure', parts: [part('failure before the reply was used')] },
    earlier: { critic: 'rubric', version: 'rubric-1', steps: { context: 1 } },
    runs: [{ seconds: 90, took: 104, said: ['context', 'failure'] }],
    interview: part('day of the interview'),
    awaitsQuiet: true,
    drafts: 1,
    changedSinceDraft: true,
    critique: { draftNo: 1, critique: said.critique, outdated: false },
  });
}

/** Every text of a message in a state, wherever it stands. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'text' in value && typeof value.text === 'string' ? [value.text] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}

async function exported(person: PersonByHand) {
  const data = await exportPerson(world.db, await person.row(), { as: 'operator' }, catalog);
  const markdown = exportAsMarkdown(data);
  // Words to read: what a program reads is the JSON file.
  expect(markdown).not.toMatch(/```|^\s*[{}]/m);
  return { data, markdown };
}

test('the export holds every message of a practice, what was set, rated, set aside and said aloud', async () => {
  await openWorld('a full export');
  const ada = await world.person('ada');
  const session = full();
  await ada.turn(
    [session],
    [
      says('A card.'),
      { type: 'setManner', tone: 'direct', numbers: true, wordsPerMinute: 131, seniority: 'early' },
      frozen(),
      judged(),
      { type: 'storeOwnRating', draftNo: 1, steps: { context: 2, reflections: 0 } },
      { type: 'storeRun', runNo: 1, seconds: 90, took: 104, said: ['context', 'failure'] },
    ],
  );
  const { data, markdown } = await exported(ada);
  const json = JSON.stringify(data);
  const texts = textsIn(session);
  expect(texts.length).toBeGreaterThan(15);
  for (const text of texts) {
    expect(json).toContain(text);
    expect(markdown).toContain(text);
  }
  expect(data.settings).toMatchObject({
    tone: 'direct',
    showNumbers: true,
    wordsPerMinute: 131,
    seniority: 'early',
  });
  expect(data.practices[0]).toMatchObject({
    drafts: [
      { draftNo: 1, ownRating: { steps: { context: 2, reflections: 0 } }, critiques: [{ critic: 'rubric' }] },
    ],
    setAside: [{ rule: 'reflections.specific-lesson' }],
    runs: [{ runNo: 1, seconds: 90, took: 104, said: ['context', 'failure'] }],
  });
  expect(markdown).toContain('reflections: not yet');
  expect(markdown).toContain('104 seconds, of 90. Said: context, failure.');
  expect(markdown).toContain('- reflections.specific-lesson (f1)');
});

test('an own rating is in the export before its draft is frozen, and once after it', async () => {
  await openWorld('a rating before its draft');
  const ada = await world.person('ada');
  const session = aSession({ ownRating: { draftNo: 1, weakest: 'reflections' } });
  await ada.turn([session], []);
  expect((await exported(ada)).markdown).toContain('felt weakest: reflections');
  await ada.turn(
    [{ ...session, turn: 2 }],
    [frozen(), { type: 'storeOwnRating', draftNo: 1, weakest: 'reflections' }],
  );
  expect((await exported(ada)).markdown.split('felt weakest: reflections')).toHaveLength(2);
});

test('what this looks at has everything a practice can have', () => {
  const rare = ['pastedSteps', 'undated', 'runOffered', 'hinted', 'reopened', 'retold', 'wishes'];
  const missing = Object.keys(SessionSchema.shape).filter((key) => !(key in full()) && !rare.includes(key));
  expect(missing).toEqual([]);
});

const FROZEN = new URL('../conversation/frozen/', import.meta.url);

test.each(readdirSync(FROZEN).filter((name) => name.endsWith('.json')))(
  '%s, as a release stored it, is listed, exported and goes on',
  async (name) => {
    await openWorld(`stored by a release: ${name}`);
    const ada = await world.person('ada');
    const stored = readFileSync(new URL(name, FROZEN), 'utf8');
    const { id } = JSON.parse(stored);
    await ada.turn([aSession({ id })], [frozen()]);
    const { dataKey } = await ada.row();
    await world.pool.query('UPDATE sessions SET state = $1', [seal(dataKey, stored, sessionSeal(id))]);
    const [practice] = await ada.practices();
    expect(practice?.session).toMatchObject(JSON.parse(stored));
    const { markdown } = await exported(ada);
    for (const text of textsIn(JSON.parse(stored))) expect(markdown).toContain(text);
    const turn = await ada.open({ sessionId: id });
    await turn.abort();
    expect(turn.target?.session).toMatchObject(JSON.parse(stored));
  },
);
