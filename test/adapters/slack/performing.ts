import { expect } from 'vitest';
import { createSlackClient } from '../../../adapters/slack/api/client.ts';
import { createSlackPerformer, type SlackPerformerParts } from '../../../adapters/slack/deliver/deliver.ts';
import { createRates, type Rates } from '../../../adapters/slack/deliver/rates.ts';
import { slackPlace } from '../../../adapters/slack/slack-place.ts';
import { type Card, text } from '../../../src/card/card.ts';
import type { Delivery, Order } from '../../../src/coach/ports.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import type { FakeCall } from '../../fakes/slack/call.ts';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../../fakes/slack/fake-slack.ts';

export const ADA: PersonRef = { platform: 'slack', scope: 'T0001', userId: 'UADA' };
export const READERS = [
  'Workspace owners may be able to read this.',
  'In a terminal it stays on your machine.',
];

export function card(words: string, more: Partial<Card> = {}): Card {
  return { v: 1, blocks: [text(words)], buttons: [], asks: 'line', ...more };
}

/** Of `longCard`. */
export const PARAGRAPHS = 260;

/** Words enough for several messages, each paragraph with a number of its own. */
export function longCard(): Card {
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    (_, at) => `Paragraph ${at}: ${'so it went on. '.repeat(6)}`,
  );
  return card('', {
    blocks: [text('Your draft:'), { kind: 'passage', text: paragraphs.join('\n'), by: 'person' }],
    buttons: [{ action: 'next', word: 'next', label: 'Next' }],
  });
}

export interface Performing extends AsyncDisposable {
  readonly slack: FakeSlack;
  readonly performer: ReturnType<typeof createSlackPerformer>;
  readonly logged: string[];
  readonly died: string[];
  /** The bot's direct messages with Ada. */
  readonly dm: string;
  /** A thread in them. */
  readonly thread: string;
  /** An order for Ada in her thread, each with a key of its own. */
  order(order: Order, more?: Partial<Delivery>): Delivery;
  say(card: Card, more?: Partial<Delivery>): Delivery;
  calls(method: string): FakeCall[];
  /** What she reads in the thread, without its root. */
  read(thread?: string): string[];
  /** What somebody reads in a conversation outside every thread; Ada's, unless said. */
  readOutside(channel?: string): string[];
}

let count = 0;

/** The performer with the real client, against the fake. A second one (`again`) knows nothing of what the first one did. */
export async function performing(
  parts: Partial<Omit<SlackPerformerParts, 'rates'>> & { rates?: () => Rates } = {},
  options: FakeSlackOptions = {},
): Promise<Performing & { again(): ReturnType<typeof createSlackPerformer> }> {
  const slack = await startFakeSlack(options);
  const logged: string[] = [];
  const died: string[] = [];
  const create = () =>
    createSlackPerformer({
      client: createSlackClient({ token: slack.botToken, apiUrl: slack.apiUrl, teamId: slack.teamId }),
      log: (event, fields) => void logged.push(JSON.stringify([event, fields])),
      now: () => new Date(),
      exportOf: async () => undefined,
      readers: READERS,
      tokenDied: (code) => void died.push(code),
      ...parts,
      rates: parts.rates?.() ?? createRates(),
    });
  const performer = create();
  slack.user(ADA.userId, { name: 'Ada' });
  const client = createSlackClient({ token: slack.botToken, apiUrl: slack.apiUrl, teamId: slack.teamId });
  const dm = slack.dmOf(ADA.userId);
  const root = await client.chat.postMessage({ channel: dm, text: 'The root.' });
  const thread = root.ts ?? '';

  function order(what: Order, more: Partial<Delivery> = {}): Delivery {
    count += 1;
    return {
      key: `e-slack-1-${count}`,
      deliveryId: `delivery${count}`,
      installationId: slack.teamId,
      person: ADA,
      place: slackPlace(dm, thread),
      order: what,
      inDoubt: false,
      ...more,
    };
  }

  return {
    slack,
    performer,
    again: create,
    logged,
    died,
    dm,
    thread,
    order,
    say: (shown, more) => order({ kind: 'say', card: shown }, more),
    calls: (method) =>
      slack.calls.filter((call) => call.method === method).slice(method === 'chat.postMessage' ? 1 : 0),
    read: (of = thread) =>
      slack
        .messages(dm, of)
        .filter((message) => message.ts !== of)
        .map(wordsOf),
    readOutside: (channel = dm) =>
      slack
        .messages(channel)
        .filter(({ ts, thread_ts }) => ts !== thread && (thread_ts === undefined || thread_ts === ts))
        .map(wordsOf),
    async [Symbol.asyncDispose]() {
      performer.stop();
      await slack.close();
      // Whatever a test is about: no call of ours may be one that Slack would not take.
      expect(slack.violations).toEqual([]);
    },
  };
}

/** Every `text` string of a message's blocks, in order. */
export function wordsOf(message: { readonly blocks?: unknown }): string {
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (name === 'text' && typeof inner === 'string') words.push(inner);
        else walk(inner);
      }
    }
  };
  walk(message.blocks);
  return words.join('');
}
