import { PassThrough } from 'node:stream';
import { expect } from 'vitest';
import { createSlackClient } from '../../adapters/slack/api/client.ts';
import { createSlackPerformer } from '../../adapters/slack/deliver/deliver.ts';
import { slackPlace } from '../../adapters/slack/slack-place.ts';
import { createTerminalAdapter } from '../../adapters/terminal/adapter.ts';
import { terminalPlace } from '../../adapters/terminal/receive.ts';
import type { PersonRef } from '../../src/who/person.ts';
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

describeAdapter('terminal', openTerminal);
describeAdapter('Slack', openSlack);
