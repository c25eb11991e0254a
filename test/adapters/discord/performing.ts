import { Routes } from 'discord.js';
import { expect } from 'vitest';
import {
  createDiscordPerformer,
  type DiscordPerformerParts,
} from '../../../adapters/discord/deliver/deliver.ts';
import { createLiveAnswers, type LiveAnswers } from '../../../adapters/discord/deliver/live-answers.ts';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import { createRest } from '../../../adapters/discord/gateway/rest.ts';
import { type Card, text } from '../../../src/card/card.ts';
import type { Delivery, Order } from '../../../src/coach/ports.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import { oneStep } from '../../card/one-step.ts';
import type { FakeCall } from '../../fakes/discord/call.ts';
import { CHANNEL, type Channel } from '../../fakes/discord/channel.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { FakeDiscordOptions } from '../../fakes/discord/options.ts';
import type { FakePerson } from '../../fakes/discord/person.ts';
import { readMessage } from '../../fakes/discord/plain.ts';

export const ADA = '4444444444444444001';
export const SERVER = '2222222222222222221';
export const PARENT = '2222222222222222222';

export function card(words: string, more: Partial<Card> = {}): Card {
  return { v: 1, blocks: [text(words)], buttons: [], asks: 'line', ...more };
}

/** Words enough for several messages, each paragraph with a number of its own. */
export function longCard(paragraphs = 130): Card {
  const lines = Array.from(
    { length: paragraphs },
    (_, at) => `Paragraph ${at}: ${'so it went on. '.repeat(6)}`,
  );
  return card('', {
    blocks: [text('Your draft:'), { kind: 'passage', text: lines.join('\n'), by: 'person' }],
    buttons: [{ action: 'next', word: 'next', label: 'Next' }],
  });
}

export const BARS: Card['blocks'][number] = {
  kind: 'picture',
  picture: oneStep('setting'),
  alt: 'Setting: clear.',
};

export interface Performing extends AsyncDisposable {
  readonly discord: FakeDiscord;
  readonly performer: ReturnType<typeof createDiscordPerformer>;
  /** One that knows nothing of what the first one did: another process. */
  again(): ReturnType<typeof createDiscordPerformer>;
  readonly rest: DiscordPerformerParts['rest'];
  readonly answers: LiveAnswers;
  readonly logged: string[];
  readonly died: string[];
  readonly ada: FakePerson;
  /** The bot's direct messages with Ada. */
  readonly dm: string;
  /** A private thread with Ada in it. */
  thread(): Promise<Channel>;
  /** An order for Ada in her direct messages, each with a key of its own. */
  order(order: Order, more?: Partial<Delivery>): Delivery;
  say(card: Card, more?: Partial<Delivery>): Delivery;
  calls(method: string, route?: string): FakeCall[];
  /** What is read in a channel, a message each; in Ada's direct messages unless said. */
  read(channel?: string): string[];
}

export const MESSAGES = '/channels/{channel_id}/messages';
export const THREADS = '/channels/{channel_id}/threads';

let count = 0;

/** The performer with discord.js' own REST, against the loopback Discord. */
export async function performing(
  parts: Partial<DiscordPerformerParts> & { readonly hasContent?: boolean } = {},
  options: FakeDiscordOptions = {},
): Promise<Performing> {
  const discord = await startFakeDiscord(options);
  const { hasContent = false, ...given } = parts;
  const rest = createRest({ token: discord.botToken, apiUrl: discord.apiUrl });
  const answers = createLiveAnswers(Date.now);
  const logged: string[] = [];
  const died: string[] = [];
  const performers: ReturnType<typeof createDiscordPerformer>[] = [];
  const create = () => {
    const performer = createDiscordPerformer({
      rest,
      bot: () => ({ appId: discord.appId, userId: discord.botUserId, hasContent }),
      answers,
      log: (event, fields) => void logged.push(JSON.stringify([event, fields])),
      now: () => new Date(),
      exportOf: async () => undefined,
      tokenDied: () => void died.push('died'),
      ...given,
    });
    performers.push(performer);
    return performer;
  };
  const ada = discord.user(ADA, { name: 'Ada' });
  const person: PersonRef = { platform: 'discord', scope: discord.appId, userId: ADA };
  const dm = discord.dmOf(ADA);

  function order(what: Order, more: Partial<Delivery> = {}): Delivery {
    count += 1;
    return {
      key: `e-discord-1-${count}`,
      // As long as the real ones are: 22 characters.
      deliveryId: `delivery${count}`.padEnd(22, '_'),
      installationId: discord.appId,
      person,
      place: discordPlace(dm),
      order: what,
      inDoubt: false,
      since: new Date(),
      ...more,
    };
  }

  return {
    discord,
    performer: create(),
    again: create,
    rest,
    answers,
    logged,
    died,
    ada,
    dm,
    async thread() {
      discord.guild(SERVER, { channels: [PARENT] });
      const body = { name: 'Practice', type: CHANNEL.privateThread, invitable: false };
      await rest.post(Routes.threads(PARENT), { body });
      const thread = discord.threads(PARENT).at(-1);
      if (thread === undefined) throw new Error('no thread came of it');
      await rest.put(Routes.threadMembers(thread.id, ADA));
      return thread;
    },
    order,
    say: (shown, more) => order({ kind: 'say', card: shown }, more),
    calls: (method, route) =>
      discord.calls.filter((call) => call.method === method && (route === undefined || call.route === route)),
    read: (channel = dm) => discord.messages(channel).map(readMessage),
    async [Symbol.asyncDispose]() {
      for (const performer of performers) performer.stop();
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      await discord.close();
      // Whatever a test is about: no call of ours may be one that Discord would not take.
      expect(discord.violations).toEqual([]);
    },
  };
}
