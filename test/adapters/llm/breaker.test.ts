import { expect, test } from 'vitest';
import { CUSTOMER_DAY } from '../../critique/told-answers.ts';
import { type FakeLlm, startFakeLlm } from '../../fakes/llm/fake-llm.ts';
import { criticAt, critiqueBy, inputOf } from './asked.ts';

const input = inputOf(CUSTOMER_DAY);

async function withLlm(play: (llm: FakeLlm) => Promise<void>): Promise<void> {
  const llm = await startFakeLlm();
  try {
    await play(llm);
  } finally {
    await llm.close();
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const nothingToAdd = { does: 'replies', with: () => ({ steps: [] }) } as const;

test('a server that is down is left alone after a few calls, and asked again once it has rested', async () => {
  await withLlm(async (llm) => {
    const critic = criticAt(llm.url, undefined, { restMs: 300 });
    llm.manner = { does: 'breaks', status: 503 };
    for (let at = 0; at < 6; at += 1) expect((await critiqueBy(critic, input)).stoodInFor).toBe('down');
    expect(llm.calls.length).toBe(3);
    llm.manner = nothingToAdd;
    await pause(400);
    expect((await critiqueBy(critic, input)).critic).toBe('llm');
    expect((await critiqueBy(critic, input)).critic).toBe('llm');
    expect(llm.calls.length).toBe(5);
  });
});

test('a server that hangs holds up three people and no more, and each for the limit only', async () => {
  await withLlm(async (llm) => {
    const critic = criticAt(llm.url, undefined, { restMs: 60_000, withinMs: 200 });
    llm.manner = { does: 'hangs' };
    for (let at = 0; at < 5; at += 1) expect((await critiqueBy(critic, input)).stoodInFor).toBe('slow');
    expect(llm.calls.length).toBe(3);
    // The request ends with the wait: nothing goes on in the background.
    await expect.poll(() => llm.calls.every(({ aborted }) => aborted)).toBe(true);
  });
});

test('refusals and garbled replies are about one answer: the next person is heard', async () => {
  await withLlm(async (llm) => {
    const critic = criticAt(llm.url, undefined, { restMs: 60_000 });
    llm.manner = { does: 'writes', text: () => 'I cannot help with that.' };
    for (let at = 0; at < 5; at += 1) expect((await critiqueBy(critic, input)).stoodInFor).toBe('refused');
    llm.manner = { does: 'writes', text: () => 'Hm.' };
    for (let at = 0; at < 5; at += 1) expect((await critiqueBy(critic, input)).stoodInFor).toBe('malformed');
    llm.manner = nothingToAdd;
    expect((await critiqueBy(critic, input)).critic).toBe('llm');
    expect(llm.calls.length).toBe(11);
  });
});

test('a server that says when to come back is not called before', async () => {
  await withLlm(async (llm) => {
    const critic = criticAt(llm.url);
    llm.manner = { does: 'limits', retryAfter: '600' };
    expect((await critiqueBy(critic, input)).stoodInFor).toBe('rate-limited');
    llm.manner = nothingToAdd;
    expect((await critiqueBy(critic, input)).stoodInFor).toBe('rate-limited');
    expect(llm.calls.length).toBe(1);
  });
});

test('who stops the work stops it: no critique stands in', async () => {
  await withLlm(async (llm) => {
    llm.manner = { does: 'hangs' };
    const stop = new AbortController();
    const critique = criticAt(llm.url)(input, stop.signal);
    const ended = expect(critique).rejects.toThrow('abort');
    await expect.poll(() => llm.calls.length).toBe(1);
    stop.abort();
    await ended;
  });
});
