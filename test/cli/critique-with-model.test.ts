import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CUSTOMER_DAY } from '../critique/told-answers.ts';
import { type FakeLlm, startFakeLlm } from '../fakes/llm/fake-llm.ts';
import { ownHome } from '../support/own-home.ts';
import { runCoach } from '../support/run-coach.ts';

// Each test starts the product.
vi.setConfig({ testTimeout: 90_000 });

const home = ownHome();
let folder: string;
let file: string;
let llm: FakeLlm;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'with-model-'));
  file = join(folder, 'answer.txt');
  await writeFile(file, CUSTOMER_DAY);
  llm = await startFakeLlm();
  llm.manner = {
    does: 'replies',
    with: () => ({
      next: { question: 'How did sales react to losing forty people?', quote: 'rang sales myself' },
    }),
  };
});
afterAll(async () => {
  await llm.close();
  await rm(folder, { recursive: true });
  home.remove();
});
const env = () => ({
  COACH_HOME: home.path,
  LLM_PROVIDER: 'compatible',
  LLM_MODEL: 'llama3.1:8b',
  LLM_BASE_URL: llm.url,
});

test('"critique" asks the language model only where it is told to', async () => {
  const offline = await runCoach(['critique', file, '--json'], env());
  expect(JSON.parse(offline.out)).toMatchObject({ critic: 'rubric' });
  expect(llm.calls).toHaveLength(0);
  const read = await runCoach(['critique', file, '--critic', 'llm'], env());
  expect(read).toMatchObject({ code: 0, err: '' });
  expect(read.out).toContain('How did sales react to losing forty people?');
  expect(read.out).toContain('Read with llama3.1:8b.');
  expect(llm.calls).toHaveLength(1);
});

test('"critique --critic llm" where none is set up says which variable is missing', async () => {
  const run = await runCoach(['critique', file, '--critic', 'llm'], { COACH_HOME: home.path });
  expect(run.code).toBe(1);
  expect(run.err).toContain('LLM_PROVIDER');
});

test('"eval --critic llm" asks the language model for each answer', async () => {
  const calls = llm.calls.length;
  const lines = join(folder, 'answers.jsonl');
  await writeFile(lines, `${JSON.stringify({ id: 'a', text: CUSTOMER_DAY, verdict: 'weak' })}\n`);
  const run = await runCoach(['eval', '--file', lines, '--critic', 'llm', '--json'], env());
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(run.out)).toMatchObject({ n: 1 });
  expect(llm.calls).toHaveLength(calls + 1);
});

test('"eval --critic llm" does not count as the model what was read offline instead', async () => {
  const { manner } = llm;
  const lines = join(folder, 'three.jsonl');
  const three = ['a', 'b', 'c'].map((id) => JSON.stringify({ id, text: CUSTOMER_DAY, verdict: 'weak' }));
  await writeFile(lines, three.join('\n'));
  let asked = 0;
  const calls = llm.calls.length;
  llm.manner = {
    does: 'writes',
    text: () => {
      asked += 1;
      return asked === 2
        ? '{"next": {"question": "How did sales react?", "quote": "rang sales myself"}}'
        : 'Nice.';
    },
  };
  const json = await runCoach(['eval', '--file', lines, '--critic', 'llm', '--json'], env());
  expect(JSON.parse(json.out)).toMatchObject({ n: 3, stood_in: 2 });
  llm.manner = { does: 'refuses' };
  const table = await runCoach(['eval', '--file', lines, '--critic', 'llm'], env());
  expect(table.out).toMatch(/^of them read offline instead +3$/mu);
  expect(llm.calls).toHaveLength(calls + 6);
  llm.manner = manner;
});

test('a practice in the terminal: told at its door, read with the model at its end', async () => {
  const calls = llm.calls.length;
  const story = await readFile(new URL('../fixtures/story.txt', import.meta.url), 'utf8');
  const run = await runCoach(['start'], { ...env(), COACH_USER: 'ada' }, story);
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(run.out.replace(/\s+/g, ' ')).toContain(
    "go to a language model: a model on this coach's own server.",
  );
  expect(run.out).toContain('Read with llama3.1:8b.');
  expect(llm.calls).toHaveLength(calls + 1);
});
