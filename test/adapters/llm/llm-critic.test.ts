import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { llmVersion } from '../../../adapters/llm/llm-critic.ts';
import { CUSTOMER_DAY } from '../../critique/told-answers.ts';
import { type FakeLlm, type Manner, startFakeLlm } from '../../fakes/llm/fake-llm.ts';
import type { Given } from '../../fakes/llm/given.ts';
import { criticAt, critiqueBy, inputOf, offlineOf, SETUPS } from './asked.ts';

let llm: FakeLlm;
beforeAll(async () => {
  llm = await startFakeLlm();
});
afterAll(async () => {
  await llm.close();
});

const input = inputOf(CUSTOMER_DAY, { role: 'event manager' });
const setups = Object.entries(SETUPS);

/** An honest model: it puts the first finding in words of this answer, and asks about the forty people. */
const honest = ({ offline: found }: Given) => ({
  steps: [],
  rephrased: [
    {
      id: found.findings[0]?.id,
      why: 'It could end any story. Yours is about a yes on the phone.',
      question: 'What do you do now before you count on a room?',
      shape: null,
    },
  ],
  findings: [],
  line: { text: 'The room story holds; its ending is still open.', quote: 'I agreed the room by phone' },
  next: { question: 'How did sales react to losing forty people?', quote: 'rang sales myself' },
  notes: [],
});

describe.each(setups)('%s', (_name, setup) => {
  test('adds its words to the offline critique', async () => {
    llm.manner = { does: 'replies', with: honest };
    const before = await offlineOf(input);
    const critique = await critiqueBy(criticAt(llm.url, setup), input);
    expect(critique).toMatchObject({
      critic: 'llm',
      version: llmVersion({ ...setup, baseUrl: llm.url }),
      line: 'The room story holds; its ending is still open.',
      steps: before.steps,
      verdict: before.verdict,
    });
    expect(critique.stoodInFor).toBeUndefined();
    expect(critique.findings.map(({ id }) => id)).toEqual(before.findings.map(({ id }) => id));
    expect(critique.findings[0]?.why).toBe('It could end any story. Yours is about a yes on the phone.');
    expect(critique.findings[0]?.question).toBe('What do you do now before you count on a room?');
    expect(critique.next.question).toBe('How did sales react to losing forty people?');
    expect(critique.next.about?.quote).toBe('rang sales myself');
  });

  test.each<[string, Manner, string]>([
    ['hangs', { does: 'hangs' }, 'slow'],
    ['sends a beginning and no more', { does: 'trickles' }, 'slow'],
    ['is rate-limited', { does: 'limits' }, 'rate-limited'],
    ['is down', { does: 'breaks', status: 500 }, 'down'],
    ['does not know the key', { does: 'breaks', status: 401 }, 'down'],
    ['refuses', { does: 'refuses' }, 'refused'],
    ['sends what is no JSON', { does: 'garbles' }, 'malformed'],
    ['writes no critique', { does: 'writes', text: () => 'What a nice story, thank you.' }, 'malformed'],
    ['writes another object', { does: 'replies', with: () => ({ hello: 'there' }) }, 'malformed'],
  ])('where it %s, the offline critique stands in and says so', async (_what, manner, why) => {
    llm.manner = manner;
    const logged: unknown[] = [];
    const critic = criticAt(llm.url, setup, {
      withinMs: why === 'slow' ? 400 : 10_000,
      log: (event, fields) => logged.push({ event, reason: fields?.reason }),
    });
    const calls = llm.calls.length;
    expect(await critiqueBy(critic, input)).toEqual({ ...(await offlineOf(input)), stoodInFor: why });
    expect(llm.calls.length - calls).toBe(1);
    expect(logged).toEqual([{ event: 'llm-stood-in', reason: why }]);
  });
});

test('where nobody listens at the address, the offline critique stands in', async () => {
  const gone = await startFakeLlm();
  await gone.close();
  expect((await critiqueBy(criticAt(gone.url), input)).stoodInFor).toBe('down');
});
