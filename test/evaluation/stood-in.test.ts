import { afterAll, beforeAll, expect, test } from 'vitest';
import { figuresOf } from '../../src/evaluation/evaluate.ts';
import { greatestFailure } from '../../src/guide/questions/greatest-failure.ts';
import { criticAt } from '../adapters/llm/asked.ts';
import { CUSTOMER_DAY } from '../critique/told-answers.ts';
import { type FakeLlm, type Manner, startFakeLlm } from '../fakes/llm/fake-llm.ts';
import { judgedBy } from './fake-critic.ts';

let llm: FakeLlm;
beforeAll(async () => {
  llm = await startFakeLlm();
});
afterAll(() => llm.close());

const LINES = ['a', 'b', 'c'].map((id) => ({ id, text: CUSTOMER_DAY }));
const next = { question: 'How did sales react?', quote: 'rang sales myself' };

test.each<[string, Manner, number]>([
  ['replies', { does: 'replies', with: () => ({ next }) }, 0],
  [
    'replies in a fence',
    { does: 'writes', text: () => `\`\`\`json\n${JSON.stringify({ next })}\n\`\`\`` },
    0,
  ],
  ['is slow', { does: 'hangs' }, 3],
  ['refuses', { does: 'refuses' }, 3],
  ['writes prose', { does: 'writes', text: () => 'What a nice story.' }, 3],
  ['is down', { does: 'breaks', status: 500 }, 3],
])(
  'of three answers to a model that %s, the offline critic read as many as it says',
  async (_, manner, stoodIn) => {
    llm.manner = manner;
    const critic = criticAt(llm.url, undefined, { withinMs: manner.does === 'hangs' ? 300 : 10_000 });
    const judged = await judgedBy(critic, LINES);
    expect(figuresOf(judged, greatestFailure)).toMatchObject({ n: 3, stood_in: stoodIn });
  },
);

test('what nobody could judge was not read instead of the model', async () => {
  llm.manner = { does: 'refuses' };
  const judged = await judgedBy(criticAt(llm.url), [{ id: 'x', text: 'No idea.' }]);
  expect(figuresOf(judged, greatestFailure)).toMatchObject({ n: 1, stood_in: 0 });
});
