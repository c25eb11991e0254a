import { Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenPlace } from '../../../adapters/catch-up/open-place.ts';
import type { Listing } from '../../../adapters/discord/api/listed-messages.ts';
import { createCatchUp } from '../../../adapters/discord/catch-up.ts';
import { answersPlace, discordPlace } from '../../../adapters/discord/discord-place.ts';
import { createRest } from '../../../adapters/discord/gateway/rest.ts';
import type { MessageIn } from '../../../adapters/discord/receive/message-event.ts';
import { messageIn } from '../../../adapters/discord/receive/message-event.ts';
import { snowflakeOf } from '../../../adapters/discord/receive/snowflake.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { fieldsOf, textOf } from '../../fakes/slack/json.ts';

const ADA = '4444444444444444441';
const BEN = '4444444444444444442';
const CHANNEL = '2222222222222222001';
const START = Date.parse('2025-11-25T12:00:00Z');
const MINUTE = 60_000;

let discord: FakeDiscord;
/** What the clock of Discord, and ours, show. */
let at = START;
const closing: (() => void)[] = [];

beforeEach(async () => {
  at = START;
  discord = await startFakeDiscord({ contentIntent: true, now: () => at });
  for (const [id, name] of [
    [ADA, 'Ada'],
    [BEN, 'Ben'],
  ] as const)
    discord.user(id, { name });
  discord.guild(undefined, { channels: [CHANNEL] });
});

afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await discord.close();
});

function restOf() {
  const rest = createRest({ token: discord.botToken, apiUrl: discord.apiUrl });
  closing.push(() => {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  });
  return rest;
}

/** A private thread of Ada's. */
async function thread(): Promise<string> {
  const rest = restOf();
  const made = await rest.post(Routes.threads(CHANNEL), {
    body: { name: 'Practice', type: 12, invitable: false },
  });
  const id = textOf(fieldsOf(made).id);
  for (const user of [ADA, BEN]) await rest.put(Routes.threadMembers(id, user));
  return id;
}

function open(changes: Partial<OpenPlace> = {}): OpenPlace {
  const person = { platform: 'discord', scope: discord.appId, userId: ADA } as const;
  return { person, place: discordPlace(discord.dmOf(ADA)), since: new Date(START), ...changes };
}

function catchUp(
  places: readonly OpenPlace[] | (() => readonly OpenPlace[]) = [open()],
  take: (message: MessageIn) => Promise<void> = async () => {},
  againMs = 30,
  rest: Listing = restOf(),
  heardIn = discord.dmOf(ADA),
  beforeLook: (person: PersonRef) => Promise<void> = async () => {},
) {
  const taken: MessageIn[] = [];
  const logged: string[] = [];
  const deleted: string[] = [];
  const reader = createCatchUp({
    rest,
    openPlaces: async () => (typeof places === 'function' ? places() : places),
    async take(message) {
      await take(message);
      taken.push(message);
    },
    takeDeleted: async ({ messageIds }) => void deleted.push(...messageIds),
    async heard(person, ids) {
      await beforeLook(person);
      return new Set(ids.filter((id) => id.startsWith(`discord-${heardIn}`)));
    },
    bot: { appId: discord.appId, userId: discord.botUserId, hasContent: true },
    now: () => at,
    log: (event, fields) => logged.push(`${event} ${fields?.code ?? ''}`.trim()),
    pauseMs: 1,
    againMs,
  });
  closing.push(() => reader.stop());
  return { reader, taken, texts: () => taken.map(({ text }) => text), logged, deleted };
}

const lists = () =>
  discord.calls.filter(({ method, path }) => method === 'GET' && path.endsWith('/messages'));
const channelsRead = () => lists().map(({ path }) => path.split('/')[2]);

describe('after an outage', () => {
  test('what was written in direct messages is taken, the oldest first, and nothing of ours', async () => {
    const ada = discord.user(ADA);
    at += MINUTE;
    await ada.says('first');
    const body = { content: 'a card', allowed_mentions: { parse: [] } };
    await restOf().post(Routes.channelMessages(discord.dmOf(ADA)), { body });
    at += MINUTE;
    await ada.says('second');
    const { reader, taken, texts } = catchUp();
    await reader.run();
    expect(texts()).toEqual(['first', 'second']);
    expect(taken[0]).toMatchObject({ kind: 'said', userId: ADA, channel: discord.dmOf(ADA) });
    expect(taken[0]).not.toHaveProperty('guild');
    expect(lists().map(({ query }) => query)).toEqual([
      { after: snowflakeOf(START - 5 * MINUTE), limit: '100' },
    ]);
  });

  test('in a thread only the person’s own messages are theirs', async () => {
    const id = await thread();
    at += MINUTE;
    await discord.user(ADA).says('mine', { thread: id });
    await discord.user(BEN).says('of somebody else', { thread: id });
    const { reader, taken, texts } = catchUp([open({ place: discordPlace(CHANNEL, id) })]);
    await reader.run();
    expect(texts()).toEqual(['mine']);
    expect(taken[0]).toMatchObject({ channel: id });
    expect(taken[0]?.guild).toBeDefined();
    expect(channelsRead()).toEqual([id]);
  });

  test('a message that was edited meanwhile comes with its edit, under the ids of the events that were missed', async () => {
    at += MINUTE;
    const { id } = await discord.user(ADA).says('as it was');
    at += MINUTE;
    const after = await discord.user(ADA).edits(id, 'mended');
    const { reader, taken } = catchUp();
    await reader.run();
    const wire = { ...after, author: { id: ADA }, mentions: [] };
    const bot = { appId: discord.appId, userId: discord.botUserId, hasContent: true };
    expect(taken.map(({ kind, id: event }) => [kind, event])).toEqual([
      ['said', messageIn('create', wire, bot)?.id],
      ['edited', messageIn('update', wire, bot)?.id],
    ]);
    expect(taken[1]?.text).toBe('mended');
  });

  test('of the messages that a practice holds, those that are gone were deleted, and old ones may have been edited', async () => {
    const ada = discord.user(ADA);
    const kept = await ada.says('kept');
    const edited = await ada.says('as it was');
    const gone = await ada.says('gone');
    at += 60 * MINUTE;
    await ada.edits(edited.id, 'mended');
    await ada.deletes(gone.id);
    await ada.says('new');
    const messages = [kept.id, edited.id, gone.id, 'form-3-context'];
    const { reader, texts, deleted } = catchUp([open({ since: new Date(at - 30 * MINUTE), messages })]);
    await reader.run();
    expect(texts()).toEqual(['mended', 'new']);
    expect(deleted).toEqual([gone.id]);
    expect(lists()).toHaveLength(1);
  });

  test('what was written in another channel than the practice is in now is not looked for in this one', async () => {
    const ada = discord.user(ADA);
    const messages = [(await ada.says('one')).id];
    await ada.deletes(messages[0] ?? '');
    const { reader, deleted } = catchUp([open({ messages })], undefined, 30, restOf(), CHANNEL);
    await reader.run();
    expect(deleted).toEqual([]);
    expect(discord.calls.filter(({ path }) => /messages\/\d+$/.test(path))).toEqual([]);
  });

  test('a deletion of which Discord does not say just now is asked for once more', async () => {
    const ada = discord.user(ADA);
    const messages = [(await ada.says('one')).id];
    await ada.deletes(messages[0] ?? '');
    discord.fault({ method: 'GET', path: /messages\/\d+$/ }, { status: 500 }, 1);
    const { reader, deleted } = catchUp([open({ messages })]);
    await reader.run();
    expect(deleted).toEqual([]);
    await expect.poll(() => deleted).toEqual(messages);
  });

  test('a listing that lacks what is there, as without the right to read the history, takes nothing out', async () => {
    const ada = discord.user(ADA);
    const messages = [(await ada.says('one')).id, (await ada.says('two')).id];
    const rest = restOf();
    const lists: Listing['get'] = async (route, options) =>
      route.endsWith('/messages') ? [] : rest.get(route, options);
    const { reader, deleted } = catchUp([open({ messages })], undefined, 30, { get: lists });
    await reader.run();
    expect(deleted).toEqual([]);
    await ada.deletes(messages[0] ?? '');
    discord.fault({ method: 'GET', path: /messages\/\d+$/ }, { status: 403, code: 50001 }, 1);
    await reader.run();
    expect(deleted).toEqual([]);
    await reader.run();
    expect(deleted).toEqual(messages.slice(0, 1));
  });

  test('a look for deletions that comes to nothing keeps nobody else’s from being found, and is made once more', async () => {
    const [ada, ben] = [discord.user(ADA), discord.user(BEN)];
    const [hers, his] = [(await ada.says('hers')).id, (await ben.says('his')).id];
    await ada.deletes(hers);
    await ben.deletes(his);
    const later = new Date(START + MINUTE);
    const ofBen = { person: { ...open().person, userId: BEN }, place: discordPlace(discord.dmOf(BEN)) };
    let failures = 1;
    const { reader, deleted, logged } = catchUp(
      [open({ since: later, messages: [hers] }), open({ ...ofBen, messages: [his] })],
      undefined,
      30,
      restOf(),
      '',
      async ({ userId }) => {
        if (userId !== ADA) return;
        failures -= 1;
        if (failures >= 0) throw new Error('the database is away: hers');
      },
    );
    await reader.run();
    expect(deleted).toEqual([his]);
    expect(logged).toEqual(['discord-catch-up', 'discord-catch-up-not-taken Error', 'discord-caught-up']);
    await expect.poll(() => deleted).toContain(hers);
  });

  test('nobody waits while deletions are looked for: everybody’s words were handed over before', async () => {
    const [ada, ben] = [discord.user(ADA), discord.user(BEN)];
    const { id } = await ada.says('gone');
    await ada.deletes(id);
    at += MINUTE;
    await ben.says('new');
    const ofBen = { person: { ...open().person, userId: BEN }, place: discordPlace(discord.dmOf(BEN)) };
    let release = () => {};
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { reader, texts, deleted } = catchUp(
      [open({ since: new Date(at), messages: [id] }), open(ofBen)],
      undefined,
      30,
      restOf(),
      discord.dmOf(ADA),
      () => isReleased,
    );
    const running = reader.run();
    for (const userId of [ADA, BEN]) await reader.isRead(userId, 60_000);
    expect([texts(), deleted]).toEqual([['new'], []]);
    release();
    await running;
    expect(deleted).toEqual([id]);
  });

  test('until a place is read, what its person writes in direct messages or there is held back, and nobody else’s', async () => {
    const id = await thread();
    at += MINUTE;
    await discord.user(ADA).says('older', { thread: id });
    const held: boolean[] = [];
    const guild = '1111111111111111001';
    const areHeld = () => [
      running.reader.isHeldBack({ userId: ADA, channel: discord.dmOf(ADA) }),
      running.reader.isHeldBack({ userId: ADA, channel: id, guild }),
      running.reader.isHeldBack({ userId: ADA, channel: CHANNEL, guild }),
      running.reader.isHeldBack({ userId: BEN, channel: id, guild }),
      running.reader.isHeldBack({ userId: BEN, channel: discord.dmOf(BEN) }),
    ];
    const running = catchUp([open({ place: discordPlace(CHANNEL, id) })], async () => {
      held.push(...areHeld());
    });
    await running.reader.run();
    expect(held).toEqual([true, true, false, false, false]);
    expect(areHeld()).toEqual([false, false, false, false, false]);
  });

  test('every page is read', async () => {
    const all = Array.from({ length: 230 }, (_, index) => `part ${index}`);
    for (const text of all) {
      at += 1_000;
      await discord.user(ADA).says(text);
    }
    const { reader, texts } = catchUp();
    await reader.run();
    expect(texts()).toEqual(all);
    expect(lists()).toHaveLength(3);
  });

  test('nothing is read from before the person was taken in: what they deleted does not come back', async () => {
    await discord.user(ADA).says('before');
    at += MINUTE;
    const knownSince = new Date(at);
    at += MINUTE;
    await discord.user(ADA).says('after');
    const { reader, texts } = catchUp([open({ knownSince })]);
    await reader.run();
    expect(texts()).toEqual(['after']);
  });

  test('who was active last is read first, and where there is no channel nothing is asked for', async () => {
    const id = await thread();
    const later = new Date(START + MINUTE);
    const places = [
      open(),
      open({ place: discordPlace(CHANNEL, id), since: later }),
      open({ place: answersPlace(BEN), since: later }),
      open({ place: discordPlace(`${BEN}+${CHANNEL}`, 'new-1'), since: later }),
    ];
    await catchUp(places).reader.run();
    expect(channelsRead()).toEqual([id, discord.dmOf(ADA)]);
  });

  test('it waits as long as Discord asks for, and nothing is missed', async () => {
    at += MINUTE;
    await discord.user(ADA).says('kept');
    discord.fault({ method: 'GET', path: /messages$/ }, { retryAfter: 0.02 }, 1);
    discord.fault({ method: 'GET', path: /messages$/ }, { status: 503 }, 1);
    const { reader, texts, logged } = catchUp();
    await reader.run();
    expect(texts()).toEqual(['kept']);
    expect(logged).toEqual(['discord-catch-up', 'discord-caught-up']);
  });

  test('a token that is refused ends it at the first call', async () => {
    const id = await thread();
    discord.fault({ method: 'GET', path: /messages$/ }, { status: 401 }, 9);
    const { reader, logged } = catchUp([open(), open({ place: discordPlace(CHANNEL, id) })]);
    await reader.run();
    expect(lists()).toHaveLength(1);
    expect(logged.some((line) => line.startsWith('discord-catch-up-not-read'))).toBe(true);
  });

  test('a thread that is gone, or that the bot may not see, does not keep the others from being read', async () => {
    const [gone, hidden] = [await thread(), await thread()];
    at += MINUTE;
    await discord.user(ADA).says('there');
    discord.deleteChannel(gone);
    discord.fault({ method: 'GET', path: new RegExp(hidden) }, { status: 403, code: 50001 }, 2);
    const since = new Date(START + MINUTE);
    const { reader, texts, logged } = catchUp([
      open({ place: discordPlace(CHANNEL, gone), since }),
      open({ place: discordPlace(CHANNEL, hidden), since }),
      open(),
    ]);
    await reader.run();
    await reader.run();
    expect(texts()).toEqual(['there', 'there']);
    expect(logged.filter((line) => line === 'discord-catch-up-not-read 10003')).toHaveLength(2);
    expect(logged.filter((line) => line === 'discord-history-refused')).toHaveLength(1);
  });

  test('a message that could not be taken holds up its own place only, and comes again with what follows', async () => {
    const id = await thread();
    at += MINUTE;
    await discord.user(ADA).says('one', { thread: id });
    await discord.user(ADA).says('two', { thread: id });
    await discord.user(ADA).says('direct');
    let failures = 1;
    const { reader, texts, logged } = catchUp(
      [open({ place: discordPlace(CHANNEL, id), since: new Date(at) }), open()],
      async ({ text }) => {
        if (text !== 'one') return;
        failures -= 1;
        if (failures >= 0) throw new Error('the database is away: one');
      },
    );
    await reader.run();
    expect(texts()).toEqual(['direct']);
    expect(logged).toContain('discord-catch-up-not-taken Error');
    await expect.poll(texts).toEqual(['direct', 'one', 'two', 'direct']);
  });

  test('an answer that came since does not hide what was missed before it', async () => {
    let since = new Date(START);
    const { reader, texts } = catchUp(() => [open({ since })]);
    await reader.run();
    at += 20 * MINUTE;
    await discord.user(ADA).says('missed');
    at += 20 * MINUTE;
    await discord.user(ADA).says('heard');
    since = new Date(at);
    await reader.run();
    expect(texts()).toEqual(['missed', 'heard']);
    at += 20 * MINUTE;
    await reader.run();
    expect(lists().at(-1)?.query).toMatchObject({ after: snowflakeOf(START + 35 * MINUTE) });
  });

  test('where the places cannot be had it is tried again by itself', async () => {
    at += MINUTE;
    await discord.user(ADA).says('kept');
    let failures = 1;
    const { reader, texts, logged } = catchUp(() => {
      failures -= 1;
      if (failures >= 0) throw new Error('the database is away');
      return [open()];
    });
    await reader.run();
    expect([texts(), logged]).toEqual([[], ['discord-catch-up-broke-off Error']]);
    await expect.poll(texts).toEqual(['kept']);
  });

  test('a call during a run has another one follow, and a stop ends it all', async () => {
    at += MINUTE;
    await discord.user(ADA).says('one');
    const { reader, texts, logged } = catchUp();
    const first = reader.run();
    void reader.run();
    void reader.run();
    await first;
    expect(texts()).toEqual(['one', 'one']);
    reader.stop();
    await reader.run();
    expect(logged.filter((line) => line === 'discord-catch-up')).toHaveLength(2);
  });

  test('a stop in the middle ends at the next message', async () => {
    at += MINUTE;
    for (const text of ['one', 'two', 'three']) await discord.user(ADA).says(text);
    const running = catchUp([open()], async () => running.reader.stop());
    await running.reader.run();
    expect(running.texts()).toEqual(['one']);
  });
});
