import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLlmCritic } from '../../adapters/llm/llm-critic.ts';
import { exportPerson } from '../../src/coach/export.ts';
import { exportAsMarkdown } from '../../src/coach/export-markdown.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { createRubricCritic } from '../../src/critique/rubric.ts';
import type { LlmConfig } from '../../src/llm-config.ts';
import { modelAt } from '../../src/main/model-at.ts';
import { findPerson } from '../../src/store/people.ts';
import { type FakeLlm, startFakeLlm } from '../fakes/llm/fake-llm.ts';
import type { Given } from '../fakes/llm/given.ts';
import { createWorld, eventually, type World } from '../support/practice.ts';

vi.setConfig({ testTimeout: 60_000 });

let llm: FakeLlm;
let world: World;
beforeAll(async () => {
  llm = await startFakeLlm();
});
afterEach(() => world?.close());
afterAll(() => llm.close());

const STORY = [
  'Two years ago I organised our customer day, 120 guests, the one event sales had for the year.',
  'I agreed the room by phone and never got it in writing. On the Monday before, the hotel told me it was double booked.',
  'I found a smaller place the same day and rang sales myself to say forty people could not come.',
  'I learned to be more careful with bookings.',
  'I am much better organised now.',
];
const LINE = 'The room story holds; its ending is still open.';
const NEXT = 'How did sales react to losing forty people?';
const helpful = (_: Given) => ({
  steps: [],
  rephrased: [],
  findings: [],
  line: { text: LINE, quote: 'I agreed the room by phone' },
  next: { question: NEXT, quote: 'rang sales myself' },
  notes: [],
});

/** The product with a model at the fake's address. */
async function openWorld(name: string, { withinMs = 20_000, restMs = 30_000, model = 'llama3.1:8b' } = {}) {
  const config: LlmConfig = {
    provider: 'compatible',
    model,
    baseUrl: llm.url,
    apiKey: undefined,
    jsonSchema: false,
  };
  const critic = createLlmCritic({
    config,
    offline: createRubricCritic(loadLanguage()),
    withinMs,
    restMs,
  });
  world = await createWorld(name, { model: { at: modelAt(config), critic } });
  return world;
}

/** From the door to the critique; `first` is said at the door. */
async function practises(name: string, first: readonly string[] = []) {
  const person = world.person(name);
  await person.says('/practice-failure');
  const told = person.reads();
  for (const words of [...first, 'story', 'event manager', 'I agreed a room by phone.', ...STORY])
    await person.says(words);
  const calls = llm.calls.length;
  await person.says('go');
  await eventually(() => person.reads().includes('KEEP'));
  return { person, told, calls: llm.calls.length - calls };
}

async function exportOf(person: ReturnType<World['person']>) {
  const found = await findPerson(world.db, world.ring, person.ref);
  if (found === undefined) throw new Error('nobody');
  const data = await exportPerson(world.db, found, { as: 'operator' }, world.catalog);
  return { data, markdown: exportAsMarkdown(data) };
}

describe('a practice where a language model is set up', () => {
  test('the person is told first; then the model reads, and card, history, show and export say so', async () => {
    llm.manner = { does: 'replies', with: helpful };
    await openWorld('with a model');
    const { person, told, calls } = await practises('ada');
    expect(told).toContain("also go to a language model: a model on this coach's own server.");
    expect(calls).toBe(1);
    expect(person.reads()).toContain(NEXT);
    expect(person.reads()).toContain('Read with llama3.1:8b.');
    await person.says('history');
    expect(person.reads()).toContain('steps clear (read with llama3.1:8b)');
    await person.says('show 1');
    expect(person.reads()).toContain('Read with llama3.1:8b.');
    const { data, markdown } = await exportOf(person);
    expect(data.settings).toMatchObject({ critic: 'llm', toldOfModel: modelAtFake() });
    expect(data.practices[0]?.drafts[0]?.critiques[0]).toMatchObject({
      critic: 'llm',
      version: expect.stringMatching(/^llm-\d+\+rubric-\d+:compatible\/llama3\.1:8b@/),
    });
    expect(markdown).toContain('Read with llama3.1:8b.');
  });

  test('where the model hangs, the offline critique comes in time and says so everywhere', async () => {
    llm.manner = { does: 'hangs' };
    await openWorld('a model that hangs', { withinMs: 400 });
    const { person, calls } = await practises('ada');
    expect(calls).toBe(1);
    const line = 'The language model was slow, so this is the offline reading.';
    expect(person.reads()).toContain(line);
    await person.says('history');
    expect(person.reads()).toContain('steps clear (offline reading)');
    await person.says('progress');
    expect(person.reads()).toMatch(
      /Judged by: offline critic, version \d+ \(stood in once\)\. Why it stood in: the model was slow\./,
    );
    await person.says('show 1');
    expect(person.reads()).toContain(line);
    const { data, markdown } = await exportOf(person);
    expect(data.practices[0]?.drafts[0]?.critiques[0]).toMatchObject({
      critic: 'rubric',
      stoodInFor: 'slow',
    });
    expect(markdown).toContain(line);
  });

  test('a second job for a draft that is being read sends it to nobody a second time', async () => {
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let calls = 0;
    const offline = createRubricCritic(loadLanguage());
    world = await createWorld('a second job', {
      critic: async (input, signal) => {
        calls += 1;
        await slow;
        return offline(input, signal);
      },
    });
    const person = world.person('ada');
    for (const words of ['/practice-failure', 'story', 'event manager', 'I agreed a room.', ...STORY, 'go'])
      await person.says(words);
    await eventually(() => calls === 1);
    const sessionId = (await person.session())?.id ?? '';
    for (const ring of [7, 8])
      await world.critiques.enqueue({ person: person.ref, sessionId, draftNo: 1 }, ring);
    await pause(500);
    answer();
    await eventually(() => person.reads().includes('KEEP'));
    expect(calls).toBe(1);
  });

  test('who chose the offline critic is asked of nobody: the server sees no request', async () => {
    llm.manner = { does: 'replies', with: helpful };
    await openWorld('without the model');
    const { person, calls } = await practises('ada', ['offline']);
    expect(calls).toBe(0);
    expect(person.reads()).not.toContain('Read with');
    expect(person.reads()).not.toContain('language model');
    expect((await exportOf(person)).data.settings).toMatchObject({ critic: 'rubric' });
    await person.says('/practice-failure', { startsFresh: true });
    expect(person.reads()).not.toContain('language model');
  });

  test('a choice made in the settings counts from the next critique on, and the two are not compared', async () => {
    llm.manner = { does: 'replies', with: helpful };
    await openWorld('a change of mind');
    const { person } = await practises('ada', ['offline']);
    await person.says('settings critic model');
    await person.says('answer');
    await person.says('Now I ask for it in writing. Last May that saved our party.');
    await person.says('use it');
    await eventually(() => person.reads().includes('Read with llama3.1:8b.'));
    expect(person.reads()).toContain('Last time it was read another way, so the ratings are not compared.');
    expect(person.reads()).not.toContain('Was → now');
  });

  test('nothing is sent to a server that the person was not told of, and the next practice tells', async () => {
    await openWorld('another server');
    const calls = llm.calls.length;
    const { person } = await practises('ada');
    expect(llm.calls.length).toBe(calls + 1);
    // The operator moves to another server, of which nobody was told.
    await world.pool.query(`UPDATE people SET notice_of = 'openai api.openai.com'`);
    await person.says('answer');
    await person.says('Now I ask for it in writing. Last May that saved our party.');
    await person.says('use it');
    await eventually(async () => (await person.practices())[0]?.attempts.length === 2);
    await eventually(async () => ((await person.practices())[0]?.attempts[1]?.critiques.length ?? 0) > 0);
    expect(llm.calls.length).toBe(calls + 1);
    await person.says('/practice-failure', { startsFresh: true });
    expect(person.reads()).toContain('also go to a language model');
  });
});

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function modelAtFake(): string {
  return `compatible ${new URL(llm.url).host}`;
}
