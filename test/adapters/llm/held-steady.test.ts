import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CriticInput } from '../../../src/critique/critic.ts';
import { draftFromSteps } from '../../../src/critique/draft.ts';
import { greatestFailure as guide } from '../../../src/guide/questions/greatest-failure.ts';
import { CUSTOMER_DAY } from '../../critique/told-answers.ts';
import { type FakeLlm, startFakeLlm } from '../../fakes/llm/fake-llm.ts';
import type { Given } from '../../fakes/llm/given.ts';
import { criticAt, critiqueBy, inputOf, offlineOf, SETUPS } from './asked.ts';

let llm: FakeLlm;
beforeAll(async () => {
  llm = await startFakeLlm();
});
afterAll(() => llm.close());

/** The customer day told in its steps; `growth` is what is said last. */
function told(growth: string): CriticInput {
  const { draft } = inputOf(CUSTOMER_DAY);
  const own = (id: string) => (draft.steps[id] ?? []).map(({ quote }) => quote).join(' ');
  const steps = guide.steps.map(({ id }) => ({ id, text: id === 'growth-evidence' ? growth : own(id) }));
  return { draft: draftFromSteps(steps), guide, setAside: [] };
}

const FIRST = 'I am much better organised now.';
const SECOND =
  'Last May I asked the hotel for a signed page before I sent one invitation, and it saved the day.';

/** A model that rates each step `by` away from the offline score, with a true quote. */
const moving =
  (by: 1 | -1) =>
  ({ steps, offline }: Given) => ({
    steps: steps.map(({ id, told: words }) => ({
      step: id,
      score: Math.min(2, Math.max(0, (offline.scores[id] ?? 0) + by)),
      quote: words.join(' '),
    })),
    rephrased: [],
    findings: [],
    line: null,
    next: null,
    notes: [],
  });

const scoresOf = (critique: Awaited<ReturnType<typeof critiqueBy>>) =>
  Object.fromEntries(Object.entries(critique.steps).map(([id, { score }]) => [id, score]));

test('between two critiques with the same model, words that did not change keep their rating', async () => {
  const critic = criticAt(llm.url);
  llm.manner = { does: 'replies', with: moving(-1) };
  const first = told(FIRST);
  const before = { draft: first.draft, critique: await critiqueBy(critic, first) };
  const [held, offline] = [scoresOf(before.critique), scoresOf(await offlineOf(first))];
  // The model moved something: else there were nothing to hold.
  expect(held).not.toEqual(offline);
  llm.manner = { does: 'replies', with: moving(1) };
  const second = told(SECOND);
  const after = scoresOf(await critiqueBy(critic, { ...second, before }));
  const { 'growth-evidence': _, ...unchanged } = held;
  expect(after).toMatchObject(unchanged);
  const alone = scoresOf(await critiqueBy(critic, second));
  expect(alone).not.toMatchObject(unchanged);
});

test('where the model fails, what stands in holds no rating that a model moved', async () => {
  const critic = criticAt(llm.url);
  llm.manner = { does: 'replies', with: moving(-1) };
  const first = told(FIRST);
  const before = { draft: first.draft, critique: await critiqueBy(critic, first) };
  llm.manner = { does: 'refuses' };
  const second = told(SECOND);
  expect(await critiqueBy(critic, { ...second, before })).toEqual({
    ...(await offlineOf(second)),
    stoodInFor: 'refused',
  });
});

test('what another model said is not held', async () => {
  llm.manner = { does: 'replies', with: moving(-1) };
  const first = told(FIRST);
  const other = criticAt(llm.url, { ...setup(), model: 'another' });
  const before = { draft: first.draft, critique: await critiqueBy(other, first) };
  llm.manner = { does: 'replies', with: moving(1) };
  const second = told(SECOND);
  const critic = criticAt(llm.url);
  expect(scoresOf(await critiqueBy(critic, { ...second, before }))).toEqual(
    scoresOf(await critiqueBy(critic, second)),
  );
});

function setup() {
  const { compatible } = SETUPS;
  if (compatible === undefined) throw new Error('no such setup');
  return compatible;
}
