import { PassThrough } from 'node:stream';
import { Routes } from 'discord.js';
import { expect } from 'vitest';
import { createDiscordPerformer } from '../../adapters/discord/deliver/deliver.ts';
import { createLiveAnswers } from '../../adapters/discord/deliver/live-answers.ts';
import { discordPlace } from '../../adapters/discord/discord-place.ts';
import { createRest } from '../../adapters/discord/gateway/rest.ts';
import { createSlackClient } from '../../adapters/slack/api/client.ts';
import { createSlackPerformer } from '../../adapters/slack/deliver/deliver.ts';
import { slackPlace } from '../../adapters/slack/slack-place.ts';
import { createTerminalAdapter } from '../../adapters/terminal/adapter.ts';
import { terminalPlace } from '../../adapters/terminal/receive.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { CHANNEL } from '../fakes/discord/channel.ts';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { type AdapterUnderTest, describeAdapter } from './adapter-contract.ts';

const ADA: PersonRef = { platform: 'terminal', scope: 'local', userId: 'ada' };

/** The terminal adapter with somebody typing into it, attached to its place. */
async function openTerminal(): Promise<AdapterUnderTest> {
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
  });
  const adapter = createTerminalAdapter({
    person: ADA,
    input,
    output,
    errors: output,
    isTty: false,
    colour: false,
    log: () => undefined,
    now: () => new Date(),
  });
  let attached = () => {};
  const isAttached = new Promise<void>((resolve) => {
    attached = resolve;
  });
  let letGo = () => {};
  const untilClosed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const running = adapter.run({
    coach: {
      async handle() {
        attached();
        await untilClosed;
        return {
          outcome: 'done',
          stage: undefined,
          sessionId: undefined,
          place: () => undefined,
          performed: Promise.resolve(),
        };
      },
    },
    presence: {
      takePlace: async () => true,
      leavePlace: async () => undefined,
      notify: async () => undefined,
      listen: () => undefined,
      evict: async () => undefined,
      onPlaceLost: () => undefined,
    },
    onSignal: () => undefined,
  });
  input.write('/practice-failure\n\n');
  await isAttached;
  return {
    performer: adapter.performer,
    person: ADA,
    place: terminalPlace(ADA),
    shown: async () => printed,
    raw: async () => printed,
    async close() {
      letGo();
      input.end();
      await running;
    },
  };
}

/** The Slack performer with the real client, in a thread of somebody's direct messages. */
async function openSlack(): Promise<AdapterUnderTest> {
  const slack = await startFakeSlack();
  const client = createSlackClient({ token: slack.botToken, apiUrl: slack.apiUrl, teamId: slack.teamId });
  const person: PersonRef = { platform: 'slack', scope: slack.teamId, userId: 'UADA' };
  const ada = slack.user(person.userId, { name: 'Ada' });
  const dm = slack.dmOf(person.userId);
  const root = await client.chat.postMessage({ channel: dm, text: 'We practise in this thread.' });
  const thread = root.ts ?? '';
  const performer = createSlackPerformer({
    client,
    log: () => undefined,
    now: () => new Date(),
    exportOf: async () => undefined,
    readers: [],
    tokenDied: () => undefined,
  });
  return {
    performer,
    person,
    place: slackPlace(dm, thread),
    // The line beside a quoted passage is drawn by the client, and is no part of the words.
    shown: async () => ada.reads({ thread }).replace(/^> ?/gm, ''),
    raw: async () => JSON.stringify(slack.messages(dm, thread)),
    async close() {
      performer.stop();
      await slack.close();
      expect(slack.violations).toEqual([]);
    },
  };
}

/** The Discord performer with discord.js' own REST: in somebody's direct messages, or in a private thread of a server. */
async function openDiscord(where: 'dm' | 'thread'): Promise<AdapterUnderTest> {
  const discord = await startFakeDiscord();
  const rest = createRest({ token: discord.botToken, apiUrl: discord.apiUrl });
  const person: PersonRef = { platform: 'discord', scope: discord.appId, userId: '4444444444444444001' };
  const ada = discord.user(person.userId, { name: 'Ada' });
  const parent = '2222222222222222222';
  async function privateThread(): Promise<string> {
    discord.guild('2222222222222222221', { channels: [parent] });
    await rest.post(Routes.threads(parent), {
      body: { name: 'Practice', type: CHANNEL.privateThread, invitable: false },
    });
    const [thread] = discord.threads(parent);
    if (thread === undefined) throw new Error('there is no thread');
    await rest.put(Routes.threadMembers(thread.id, person.userId));
    return thread.id;
  }
  const channel = where === 'dm' ? discord.dmOf(person.userId) : await privateThread();
  const performer = createDiscordPerformer({
    rest,
    bot: () => ({ appId: discord.appId, userId: discord.botUserId, hasContent: false }),
    answers: createLiveAnswers(Date.now),
    log: () => undefined,
    now: () => new Date(),
    exportOf: async () => undefined,
    tokenDied: () => undefined,
  });
  return {
    performer,
    person,
    place: where === 'dm' ? discordPlace(channel) : discordPlace(parent, channel),
    shown: async () => ada.reads({ channel }),
    raw: async () => JSON.stringify(discord.messages(channel)),
    async close() {
      performer.stop();
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      await discord.close();
      expect(discord.violations).toEqual([]);
    },
  };
}

describeAdapter('terminal', openTerminal);
describeAdapter('Slack', openSlack);
describeAdapter('Discord, direct messages,', () => openDiscord('dm'));
describeAdapter('Discord, a private thread,', () => openDiscord('thread'));
