import { RateLimitError, Routes } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answerOf } from '../../../adapters/discord/api/answers.ts';
import { createRest } from '../../../adapters/discord/gateway/rest.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { Fault } from '../../fakes/discord/fault.ts';

const ADA = '4444444444444444001';
const SECRET = 'I was let go.';

let discord: FakeDiscord;
beforeAll(async () => {
  discord = await startFakeDiscord();
  discord.user(ADA);
});
afterEach(() => discord.healFaults());
afterAll(() => discord.close());

/** What is made of the answer to a message. */
async function answerTo(fault: Fault): Promise<Answer> {
  const rest = createRest({ token: discord.botToken, apiUrl: discord.apiUrl });
  discord.fault({ method: 'POST' }, fault);
  try {
    const body = { content: SECRET, allowed_mentions: { parse: [] } };
    await rest.post(Routes.channelMessages(discord.dmOf(ADA)), { body });
    throw new Error('it was taken');
  } catch (error) {
    return answerOf(error);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

describe('an answer of Discord', () => {
  test.each<[number, number, Answer['kind']]>([
    [404, 10003, 'gone'],
    [404, 10004, 'gone'],
    [404, 10013, 'gone'],
    [403, 50001, 'gone'],
    [403, 50007, 'gone'],
    [403, 50278, 'gone'],
    [400, 160005, 'gone'],
    [400, 160006, 'gone'],
    [400, 30033, 'gone'],
    [404, 10062, 'gone'],
    [400, 40060, 'gone'],
    [404, 10015, 'gone'],
    // An interaction's token is not the bot's.
    [401, 50027, 'gone'],
    [403, 50013, 'forbidden'],
    [400, 50083, 'archived'],
    [404, 10008, 'message-gone'],
    [403, 50005, 'message-gone'],
    [401, 0, 'token-dead'],
    [403, 40001, 'operator'],
    [403, 0, 'operator'],
    [400, 50035, 'unreadable'],
    [400, 240000, 'unreadable'],
    [400, 200000, 'unreadable'],
    [400, 20009, 'unreadable'],
    [413, 40005, 'unreadable'],
    [400, 50006, 'unreadable'],
    [400, 40003, 'later'],
    [500, 0, 'unknown'],
    [502, 0, 'unknown'],
    [503, 0, 'unknown'],
    [400, 987654, 'strange'],
    // Without a code of its own: of this call alone. With a 403 it is one of every call.
    [400, 0, 'strange'],
    [404, 0, 'strange'],
  ])('%i with code %i', async (status, code, kind) => {
    const answer = await answerTo({ status, code, message: `about "${SECRET}"` });
    expect(answer.kind).toBe(kind);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
  });

  test('too often: when to come back, in ms', async () => {
    const answer = await answerTo({ retryAfter: 2 });
    expect(answer).toMatchObject({ kind: 'later', code: 'ratelimited' });
    if (answer.kind !== 'later') throw new Error('not later');
    expect(answer.afterMs).toBeGreaterThanOrEqual(2_000);
    expect(answer.afterMs).toBeLessThan(3_000);
  });

  test('that is lost on its way: perhaps it was taken', async () => {
    expect((await answerTo({ lostAnswer: true })).kind).toBe('unknown');
  });

  test('that does not come, since nobody is there: nothing was sent', async () => {
    const rest = createRest({ token: 'x', apiUrl: 'http://127.0.0.1:9/api' });
    const answer = await rest.get(Routes.user()).catch(answerOf);
    expect(answer).toEqual({ kind: 'later', afterMs: 1_000, code: 'ECONNREFUSED' });
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  });

  test('after a 401 discord.js has no token any more: the same is said of every call', async () => {
    const rest = createRest({ token: 'wrong', apiUrl: discord.apiUrl });
    expect(await rest.get(Routes.user()).catch(answerOf)).toMatchObject({ kind: 'token-dead' });
    const calls = discord.calls.length;
    expect(await rest.get(Routes.user()).catch(answerOf)).toMatchObject({ kind: 'token-dead' });
    expect(discord.calls).toHaveLength(calls);
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  });

  test('a wait without a time is none of no time at all', () => {
    const data = { timeToReset: 0, limit: 1, method: 'POST', hash: '', url: '', route: '/channels/:id' };
    const more = {
      majorParameter: '',
      global: false,
      retryAfter: 0,
      sublimitTimeout: 0,
      scope: 'user',
    } as const;
    expect(answerOf(new RateLimitError({ ...data, ...more }))).toMatchObject({ kind: 'later', afterMs: 1 });
  });
});
