import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { discordPlace } from '../../adapters/discord/discord-place.ts';
import { type DiscordCoach, startDiscordCoach } from '../support/discord-coach.ts';
import { CONTEXT, goesOnIn, MOVED } from '../support/discord-moved.ts';
import {
  atFirstStep,
  CHANNEL,
  DOOR,
  practiceOf,
  SERVER,
  someone,
  starts,
  threadOf,
  toFirstStep,
} from '../support/discord-practice.ts';

/** Threads that are archived, locked, deleted, or in a server without the bot. */

let coach: DiscordCoach;
beforeAll(async () => {
  coach = await startDiscordCoach('discord-faults-places', { contentIntent: true });
});
afterEach(() => coach.discord.healFaults());
afterAll(async () => {
  expect(coach.discord.violations).toEqual([]);
  await coach.close();
});

const callsTo = (path: string) => coach.discord.calls.filter((call) => call.path.startsWith(path));
const posts = (channel: string) =>
  callsTo(`/channels/${channel}/messages`).filter(({ method }) => method === 'POST');

describe('a thread that is archived', () => {
  test('takes a press in it: it is opened, and the talk goes on there', async () => {
    const dee = await atFirstStep(coach, { where: 'thread' });
    await dee.says(CONTEXT);
    coach.discord.archive(dee.channel);
    await dee.andSees(() => dee.person.presses('next', { channel: dee.channel }));
    expect(dee.reads().at(-1)).toContain('2 of 5');
    expect(coach.discord.channelOf(dee.channel).archived).toBe(false);
  });

  test('is opened by what the person writes, and by what the coach says when they come back', async () => {
    const eva = await atFirstStep(coach, { where: 'thread' });
    coach.discord.archive(eva.channel);
    await eva.andSees(() => starts(coach, { where: 'thread', person: eva.person }));
    expect(eva.reads().at(-1)).toContain('You have a practice open');
    expect(coach.discord.channelOf(eva.channel).archived).toBe(false);
    const answer = () => eva.person.toldAlone.at(-1) ?? '';
    await coach.discord.until(() => answer().includes('go there'), 'a link to the thread');
    await eva.andSees(() => eva.person.presses('resume', { channel: eva.channel }));
    coach.discord.archive(eva.channel);
    await eva.answers(CONTEXT);
    expect(await eva.parts('context')).toEqual([CONTEXT]);
  });
});

test('an old card in an archived thread is changed all the same', async () => {
  const { performer } = coach.adapter;
  const ned = await atFirstStep(coach, { where: 'thread' });
  const ref = ned.cards().at(-1)?.id;
  coach.discord.archive(ned.channel);
  const card = {
    v: 1,
    blocks: [{ kind: 'text', runs: ['Changed.'] }],
    buttons: [],
    asks: 'nothing',
  } as const;
  const outcome = await performer.perform({
    key: 'e-test-1-0',
    deliveryId: 'abcdefghijklmnopqrstuv',
    installationId: 'test',
    person: coach.ref(ned.person.id),
    place: discordPlace(CHANNEL, ned.channel),
    order: { kind: 'revise', card, ref },
    inDoubt: false,
  });
  expect(outcome.outcome).toBe('done');
  expect(ned.reads().at(-1)).toBe('Changed.');
});

test('a thread that is locked, where the bot does not manage threads: it goes on in direct messages, with a link', async () => {
  const flo = await atFirstStep(coach, { where: 'thread' });
  await flo.says(CONTEXT);
  coach.discord.archive(flo.channel, { locked: true });
  await flo.person.presses('next', { channel: flo.channel });
  await goesOnIn(coach, flo, flo.dm);
});

describe('gone', () => {
  test('is the thread: one call to it, and the practice goes on in direct messages', async () => {
    const gil = await atFirstStep(coach, { where: 'thread' });
    await gil.answers(CONTEXT);
    coach.discord.deleteChannel(gil.channel);
    const before = posts(gil.channel).length;
    await starts(coach, { where: 'dm-from-server', person: gil.person });
    await gil.until(MOVED, gil.dm);
    await coach.discord.calm(200);
    expect(posts(gil.channel).length - before).toBe(1);
    expect(await gil.parts('context')).toEqual([CONTEXT]);
    const there = gil.at(gil.dm);
    await there.until('2 of 5');
    await there.answers('I agreed the room by phone.');
    expect(there.reads().at(-1)).toContain('3 of 5');
  });

  test('is the channel it hangs on: the same', async () => {
    const channel = '2222222222222222333';
    const hal = await atFirstStep(coach, { where: 'thread', channel });
    await hal.answers(CONTEXT);
    coach.discord.deleteChannel(channel);
    await starts(coach, { where: 'dm-from-server', person: hal.person });
    await hal.until(MOVED, hal.dm);
    await coach.discord.calm(200);
    expect(await hal.parts('context')).toEqual([CONTEXT]);
    expect(await coach.sessions(hal.person.id)).toHaveLength(1);
  });

  test('is the person from the server: their practice comes to their direct messages', async () => {
    const ida = await atFirstStep(coach, { where: 'thread' });
    await ida.answers(CONTEXT);
    ida.person.leaves(SERVER);
    await starts(coach, { person: ida.person });
    await ida.until(MOVED, ida.dm);
    expect(await ida.parts('context')).toEqual([CONTEXT]);
    const there = ida.at(ida.dm);
    await there.until('2 of 5');
    await there.answers('I agreed the room by phone.');
    expect(there.reads().at(-1)).toContain('3 of 5');
  });

  test('is the bot, put out of the server: what the person does next is answered in their direct messages', async () => {
    const server = '2222222222222222441';
    const channel = '2222222222222222442';
    coach.discord.guild(server, { channels: [channel] });
    const joe = someone(coach);
    await joe.slash('practice-failure', { sub: 'start', options: { where: 'thread' }, in: channel });
    await coach.discord.until(() => threadOf(coach, joe, channel) !== undefined, 'a thread', 8_000);
    const practice = practiceOf(coach, joe, threadOf(coach, joe, channel) ?? '');
    await practice.until(DOOR);
    await toFirstStep(practice);
    await practice.answers(CONTEXT);
    coach.discord.kick(server);
    await starts(coach, { person: joe });
    await practice.until(MOVED, practice.dm);
    expect(await practice.parts('context')).toEqual([CONTEXT]);
    expect(await coach.sessions(joe.id)).toHaveLength(1);
  });
});

test('through all of this nothing was written in the channel itself', () => {
  expect(posts(CHANNEL)).toEqual([]);
});
