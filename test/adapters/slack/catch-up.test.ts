import { WebAPIPlatformError, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { compareTs, type ListingClient } from '../../../adapters/slack/api/listed-messages.ts';
import { createCatchUp, type OpenSlackPlace } from '../../../adapters/slack/catch-up.ts';
import type { MessageIn } from '../../../adapters/slack/receive/message-event.ts';
import { messageIn } from '../../../adapters/slack/receive/message-event.ts';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import { BOT, callback, inner, ROOT, reply } from './payloads.ts';

const SINCE = new Date('2025-11-25T12:00:00Z');
const T = SINCE.getTime() / 1_000;
const ts = (seconds: number) => `${T + seconds}.000100`;

function open(changes: Partial<OpenSlackPlace> = {}): OpenSlackPlace {
  return {
    person: { platform: 'slack', scope: 'T1', userId: 'U1' },
    installation: 'T1',
    place: slackPlace('D1', ROOT),
    since: SINCE,
    ...changes,
  };
}

interface Asked {
  readonly method: string;
  readonly channel: string;
  readonly ts?: string;
  readonly oldest: string;
  readonly cursor?: string;
}

/** Slack as these two methods see it. `answer` gives the pages of a call, or throws. */
function slack(answer: (asked: Asked) => unknown) {
  const calls: Asked[] = [];
  const method = (name: string) => async (args: Omit<Asked, 'method'>) => {
    const asked = { method: name, ...args };
    calls.push(asked);
    return answer(asked);
  };
  const client: ListingClient = { conversations: { replies: method('replies'), history: method('history') } };
  return { client, calls };
}

const page = (messages: readonly object[], next = '') => ({
  ok: true,
  messages,
  has_more: next !== '',
  response_metadata: { next_cursor: next },
});

const listed = (seconds: number, text: string, changes: object = {}) =>
  inner({ ts: ts(seconds), text, client_msg_id: `id-${text}`, ...changes });

function catchUp(
  client: ListingClient,
  places: readonly OpenSlackPlace[] = [open()],
  take: (message: MessageIn, isLast: boolean) => Promise<void> = async () => {},
) {
  const taken: MessageIn[] = [];
  const logged: string[] = [];
  const reader = createCatchUp({
    now: () => 1_764_072_000_000,
    client,
    openPlaces: async () => places,
    async take(message, isLast) {
      await take(message, isLast);
      taken.push(message);
    },
    bot: BOT,
    log: (event, fields) => logged.push(`${event} ${fields?.code ?? ''}`.trim()),
    pauseMs: 1,
    againMs: 20,
  });
  const texts = () => taken.map((message) => ('text' in message ? message.text : ''));
  return { reader, taken, texts, logged };
}

const refuse = (error: string) => new WebAPIPlatformError({ ok: false, error });

describe('after an outage', () => {
  test('nothing is read from before the person was taken in: what they deleted does not come back', async () => {
    const { client, calls } = slack(() => page([]));
    const knownSince = new Date(SINCE.getTime() - 60_000);
    await catchUp(client, [open({ knownSince })]).reader.run();
    expect(calls.map(({ method, oldest }) => [method, oldest])).toEqual([
      ['replies', `${T - 60}.000000`],
      ['history', `${T - 60}.000000`],
    ]);
  });

  test('what was written in the thread and beside it is taken, the oldest first, with its place and person', async () => {
    const { client, calls } = slack(({ method }) =>
      method === 'replies'
        ? page([
            inner({ user: 'UBOT', bot_id: 'BBOT', ts: ROOT, text: 'the root' }),
            listed(30, 'second'),
            listed(10, 'first'),
            listed(15, 'a card', { user: 'UBOT', bot_id: 'BBOT' }),
          ])
        : page([listed(20, 'beside', { thread_ts: undefined })]),
    );
    const { reader, taken, texts } = catchUp(client);
    await reader.run();
    expect(texts()).toEqual(['first', 'beside', 'second']);
    expect(taken.map(({ thread }) => thread)).toEqual([ROOT, undefined, ROOT]);
    expect(taken[0]).toMatchObject({
      kind: 'said',
      channel: 'D1',
      installation: 'T1',
      person: open().person,
    });
    const oldest = `${T - 300}.000000`;
    expect(calls).toEqual([
      { method: 'replies', channel: 'D1', ts: ROOT, oldest, limit: 200 },
      { method: 'history', channel: 'D1', oldest, limit: 200 },
    ]);
  });

  test('a message read back is the very event that Slack would have sent', async () => {
    const event = reply({ ts: ts(10) });
    const { channel: _channel, channel_type: _type, thread_ts: _thread, ...asListed } = event;
    const { client } = slack(({ method }) => page(method === 'replies' ? [asListed] : []));
    const { reader, taken } = catchUp(client);
    await reader.run();
    expect(taken).toEqual([messageIn(callback(event), BOT)]);
  });

  test('a message that was edited meanwhile comes with its edit', async () => {
    const edited = listed(10, 'mended', { edited: { user: 'U1', ts: ts(40) } });
    const { client } = slack(({ method }) => page(method === 'replies' ? [edited] : []));
    const { reader, taken } = catchUp(client);
    await reader.run();
    expect(taken.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'said slack-id-mended',
      `edited slack-D1-${ts(10)}-edited-${ts(40)}`,
    ]);
  });

  test('every page is read, fifteen at a time where Slack gives no more', async () => {
    const all = Array.from({ length: 40 }, (_, index) => listed(index, `part ${index}`));
    const { client, calls } = slack(({ method, cursor = '0' }) => {
      if (method === 'history') return page([]);
      const from = Number(cursor);
      return page(all.slice(from, from + 15), from + 15 < 40 ? String(from + 15) : '');
    });
    const { reader, texts } = catchUp(client);
    await reader.run();
    expect(texts()).toEqual(all.map(({ text }) => text));
    expect(calls.map(({ cursor }) => cursor)).toEqual([undefined, '15', '30', undefined]);
  });

  test('who was active last is read first, and direct messages are read once however many threads there are', async () => {
    const later = new Date(SINCE.getTime() + 60_000);
    const { client, calls } = slack(() => page([]));
    const places = [
      open(),
      open({ place: slackPlace('D2', '1764072000.5'), since: later }),
      open({ place: slackPlace('D1', '1764071000.5'), since: new Date(SINCE.getTime() - 60_000) }),
    ];
    await catchUp(client, places).reader.run();
    expect(calls.map(({ method, channel, ts: root = '' }) => `${method} ${channel} ${root}`.trim())).toEqual([
      'replies D2 1764072000.5',
      'history D2',
      `replies D1 ${ROOT}`,
      'replies D1 1764071000.5',
      'history D1',
    ]);
    expect(calls.at(-1)?.oldest).toBe(`${T - 360}.000000`);
  });

  test('it waits as long as Slack asks for, and nothing is missed', async () => {
    let refusals = 2;
    const { client, calls } = slack(({ method }) => {
      if (refusals > 0) {
        refusals -= 1;
        throw refusals === 1 ? new WebAPIRateLimitedError(0.01) : refuse('ratelimited');
      }
      return page(method === 'replies' ? [listed(10, 'kept')] : []);
    });
    const { reader, texts } = catchUp(client);
    await reader.run();
    expect(texts()).toEqual(['kept']);
    expect(calls.map(({ method }) => method)).toEqual(['replies', 'replies', 'replies', 'history']);
  });

  test.each(['missing_scope', 'account_inactive'])('%s: it ends quietly at the first call', async (error) => {
    const { client, calls } = slack(() => {
      throw refuse(error);
    });
    const { reader, taken, logged } = catchUp(client, [open(), open({ place: slackPlace('D2', ROOT) })]);
    await reader.run();
    expect(taken).toEqual([]);
    expect(calls).toHaveLength(1);
    expect(logged).toContain(`slack-catch-up-not-read ${error}`);
  });

  test.each(['channel_not_found', 'thread_not_found'])('%s: the others are read', async (error) => {
    const { client } = slack(({ method, channel }) => {
      if (channel === 'D1') throw refuse(error);
      return page(method === 'replies' ? [listed(10, 'there')] : []);
    });
    const { reader, texts } = catchUp(client, [open(), open({ place: slackPlace('D2', ROOT) })]);
    await reader.run();
    expect(texts()).toEqual(['there']);
  });

  test('a message that could not be taken holds up its own conversation only', async () => {
    const { client } = slack(({ method, channel }) =>
      page(method === 'replies' ? [listed(10, `${channel} one`), listed(20, `${channel} two`)] : []),
    );
    const places = [open(), open({ place: slackPlace('D2', ROOT) })];
    const { reader, texts, logged } = catchUp(client, places, async (message) => {
      if (message.channel === 'D1') throw new Error('words of a person');
    });
    await reader.run();
    expect(texts()).toEqual(['D2 one', 'D2 two']);
    expect(logged.join()).not.toContain('words');
  });

  test('what cannot be taken as it is is taken for the last time, and what stands behind it follows', async () => {
    const { client } = slack(({ method }) =>
      page(method === 'replies' ? [listed(10, 'with a file'), listed(20, 'behind it')] : []),
    );
    const tried: string[] = [];
    const { reader, texts } = catchUp(client, [open()], async (message, isLast) => {
      tried.push(`${'text' in message ? message.text : ''} ${isLast}`);
      if (!isLast && message.kind === 'said' && message.text === 'with a file') throw new Error('503');
    });
    await reader.run();
    expect(texts()).toEqual(['with a file', 'behind it']);
    expect(tried).toEqual(['with a file false', 'with a file true', 'behind it false']);
  });

  test('what could not be read is read by itself a moment later, however far the talk went on meanwhile', async () => {
    let isAway = true;
    const { client } = slack(({ method, oldest }) => {
      if (isAway) throw refuse('internal_error');
      const all = [listed(10, 'while away'), listed(1_200, 'later')];
      return page(method === 'replies' ? all.filter((one) => compareTs(String(one.ts), oldest) >= 0) : []);
    });
    const places = [open()];
    const { reader, texts } = catchUp(client, places);
    await reader.run();
    expect(texts()).toEqual([]);
    // An answer that was heard since moves the last known message on.
    places[0] = open({ since: new Date(SINCE.getTime() + 1_200_000) });
    isAway = false;
    while (texts().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(texts()).toEqual(['while away', 'later']);
    reader.stop();
  });

  test('one run at a time, and one more for all that asked meanwhile', async () => {
    let runs = 0;
    let atOnce = 0;
    let most = 0;
    const { client } = slack(() => page([]));
    const reader = createCatchUp({
      now: () => 1_764_072_000_000,
      client,
      async openPlaces() {
        runs += 1;
        atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise((resolve) => setImmediate(resolve));
        atOnce -= 1;
        return [];
      },
      take: async () => {},
      bot: BOT,
      log: () => {},
    });
    await Promise.all([reader.run(), reader.run(), reader.run()]);
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
    await reader.run();
    expect(runs).toBe(3);
  });

  test('stopped while Slack makes it wait, it ends without a word', async () => {
    const { client, calls } = slack(() => {
      throw new WebAPIRateLimitedError(3_600);
    });
    const { reader, logged } = catchUp(client);
    const running = reader.run();
    await new Promise((resolve) => setTimeout(resolve, 20));
    reader.stop();
    await running;
    expect(calls).toHaveLength(1);
    expect(logged).toEqual(['slack-catch-up']);
  });
});

test("Slack's own client can be given", () => {
  const client: ListingClient = new WebClient('xoxb-1');
  expect(client.conversations.replies).toBeTypeOf('function');
});

test.each([
  ['1764072000.001200', '1764072000.001201', -1],
  ['999999999.9', '1764072000.0', -1],
  ['1764072000.001200', '1764072000.001200', 0],
])('%s stands to %s as %i', (a, b, order) => {
  expect(Math.sign(compareTs(a, b))).toBe(order);
  expect(Math.sign(compareTs(b, a))).toBe(order === 0 ? 0 : -order);
});
