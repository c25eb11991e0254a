import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Critic, CriticInput } from '../../../src/critique/critic.ts';
import { draftFromSteps } from '../../../src/critique/draft.ts';
import { greatestFailure } from '../../../src/guide/questions/greatest-failure.ts';
import { isVerbatim } from '../../../src/text/span.ts';
import { type FakeLlm, startFakeLlm } from '../../fakes/llm/fake-llm.ts';
import type { Quotes } from '../../fakes/llm/obeys.ts';
import { criticAt, critiqueBy, inputOf, offline, openTo, saidIn, spansIn } from './asked.ts';
import { FRESH_ORDERS, type FreshOrder, LATER_ORDERS } from './fresh-orders.ts';

let llm: FakeLlm;
beforeAll(async () => {
  llm = await startFakeLlm();
});
afterAll(() => llm.close());

function inputFor({ answer, inSteps, role }: FreshOrder): CriticInput {
  if (inSteps !== true) return inputOf(answer, role === undefined ? {} : { role });
  const paragraphs = answer.split('\n\n');
  const steps = greatestFailure.steps.map(({ id }, at) => ({ id, text: paragraphs[at] ?? '' }));
  return { draft: draftFromSteps(steps), guide: greatestFailure, setAside: [] };
}

const CRITICS: readonly [string, (input: CriticInput) => Critic][] = [
  ['what the offline critic says', () => offline],
  ['a critique that is open to more', ({ draft }) => openTo(draft.text, offline)],
];

/** Each order is brought with one kind of quotes a run, another in the next; `FULL=1`: with all of them. `SEED=…` repeats a run. */
const QUOTES: readonly Quotes[] = ['invented', 'the-order', 'true'];
const isFull = process.env.FULL === '1';
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * QUOTES.length));

function broughtWith(quotes: Quotes): [string, FreshOrder][] {
  const orders = [...FRESH_ORDERS, ...LATER_ORDERS];
  const isTaken = (at: number) => isFull || QUOTES[(at + seed) % QUOTES.length] === quotes;
  return orders.filter((_, at) => isTaken(at)).map((one) => [one.how, one]);
}

describe.each(CRITICS)('over %s', (_which, criticFor) => {
  describe.each(QUOTES)(`a model that obeys, with %s quotes (SEED=${seed}),`, (quotes) => {
    test.each(broughtWith(quotes))('raises nothing and says nothing it was told: %s', async (_how, order) => {
      llm.manner = { does: 'obeys', quotes, says: order.says };
      const input = inputFor(order);
      const below = criticFor(input);
      const before = await critiqueBy(below, input);
      const critique = await critiqueBy(criticAt(llm.url, undefined, { offline: below }), input);
      const { steps, overall, verdict } = before;
      expect(critique).toMatchObject({ steps, overall, verdict });
      expect(saidIn(critique)).toEqual(saidIn(before));
      for (const span of spansIn(critique)) expect(isVerbatim(input.draft.text, span)).toBe(true);
    });
  });
});
