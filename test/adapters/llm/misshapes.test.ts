import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CUSTOMER_DAY } from '../../critique/told-answers.ts';
import { type FakeLlm, startFakeLlm } from '../../fakes/llm/fake-llm.ts';
import type { Given } from '../../fakes/llm/given.ts';
import { READABLE, UNREADABLE } from '../../fakes/llm/misshapes.ts';
import { criticAt, critiqueBy, inputOf, offlineOf, SETUPS } from './asked.ts';

let llm: FakeLlm;
beforeAll(async () => {
  llm = await startFakeLlm();
});
afterAll(() => llm.close());

const input = inputOf(CUSTOMER_DAY);

/** It moves a score, so that numbers count; its notes come last and are none the coach shows, so that they can be lost. */
const critique = ({ steps, offline }: Given) => ({
  steps: steps.slice(0, 1).map(({ id, told }) => ({
    step: id,
    score: Math.abs((offline.scores[id] ?? 0) - 1),
    quote: told[0] ?? '',
  })),
  rephrased: [
    {
      id: offline.findings[0]?.id,
      why: 'It could end any story. Yours is about a yes on the phone.',
      question: 'What do you do now before you count on a room?',
      shape: null,
    },
  ],
  findings: [],
  line: { text: 'The room story holds; its ending is still open.', quote: 'I agreed the room by phone' },
  next: { question: 'How did sales react to losing forty people?', quote: 'rang sales myself' },
  notes: [{ rule: 'none', quote: '', text: '', question: '' }],
});

describe.each(Object.entries(SETUPS))('%s', (_name, setup) => {
  test.each(READABLE)("a critique that comes %s is the model's, to the last word", async (how) => {
    llm.manner = { does: 'replies', with: critique };
    const inForm = await critiqueBy(criticAt(llm.url, setup), input);
    llm.manner = { does: 'misshapes', how, with: critique };
    const read = await critiqueBy(criticAt(llm.url, setup), input);
    expect(read).toEqual(inForm);
    const offline = await offlineOf(input);
    expect(read).toMatchObject({ critic: 'llm', line: 'The room story holds; its ending is still open.' });
    expect(read.stoodInFor).toBeUndefined();
    expect(read.steps.context?.score).toBe(Math.abs((offline.steps.context?.score ?? 0) - 1));
    expect(read.next.question).toBe('How did sales react to losing forty people?');
    expect(read.findings[0]?.question).toBe('What do you do now before you count on a room?');
  });

  test.each(UNREADABLE)('where it comes %s, the offline critique stands in and says so', async (how) => {
    llm.manner = { does: 'misshapes', how, with: critique };
    const logged: unknown[] = [];
    const critic = criticAt(llm.url, setup, {
      log: (event, fields) => logged.push({ event, reason: fields?.reason }),
    });
    expect(await critiqueBy(critic, input)).toEqual({ ...(await offlineOf(input)), stoodInFor: 'malformed' });
    expect(logged).toEqual([{ event: 'llm-stood-in', reason: 'malformed' }]);
  });
});
