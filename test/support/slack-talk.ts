import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/conversation/session.ts';
import type { FakeMessage } from '../fakes/slack/message.ts';
import type { FakePerson, Said, SaysWhere } from '../fakes/slack/person.ts';
import type { PressOptions } from '../fakes/slack/person-presses.ts';
import { readMessage } from '../fakes/slack/plain.ts';
import { eventually } from './practice.ts';
import { type SlackCoach, type SlackCoachOptions, startSlackCoach, type Transport } from './slack-coach.ts';

/** How long the coach may take for a card on a machine that does other things as well, in ms. */
const CARD_WITHIN_MS = 9_000;

/** A person and the coach in Slack, in words a test reads well in. Every verb resolves once the coach has answered. */
export interface SlackTalk {
  readonly person: FakePerson;
  /** Their direct messages with the bot. */
  readonly dm: string;
  /** The root of the practice's thread. */
  thread(): string;
  /** `/practice-failure`, up to the question at the door. */
  begins(): Promise<void>;
  /** Writes in the thread (or elsewhere), and waits for words of the next card. */
  says(text: string, next: string, where?: SaysWhere): Promise<Said>;
  /** Writes in the thread and presses Next, and waits for words of the next card. */
  answers(text: string, next: string): Promise<Said>;
  /** Writes, and waits for nothing but the acknowledgement, by which it is stored. */
  adds(text: string, where?: SaysWhere): Promise<Said>;
  presses(what: string, next: string, options?: PressOptions): Promise<void>;
  /** What the coach wrote or changed since the person last did something holds these words. */
  until(words: string): Promise<void>;
  /** From here on `until` counts. */
  looks(): void;
  /** All the coach's messages of the direct messages, as they stand, in order. */
  cards(): readonly string[];
  /** The coach's newest message. */
  newest(): string;
  session(): Promise<Session>;
}

export function talkOf(coach: SlackCoach, userId: string, name: string): SlackTalk {
  const { slack } = coach;
  const person = slack.user(userId, { name });
  const dm = slack.dmOf(userId);
  let before = new Map<string, string>();
  const messages = () => slack.messages(dm).filter((message) => message.user !== userId);
  const reads = () => messages().map((message) => [message.ts, readMessage(message)] as const);
  const looks = () => {
    before = new Map(reads());
  };
  const until = async (words: string) => {
    const fresh = () => reads().filter(([ts, text]) => before.get(ts) !== text);
    await slack
      .until(() => fresh().some(([, text]) => text.includes(words)), words, CARD_WITHIN_MS)
      .catch((error: unknown) => {
        const said = fresh().map(([, text]) => text);
        throw new Error(`${String(error)}\nThe coach said: ${said.join('\n---\n')}`);
      });
    await delivered(coach);
  };
  const thread = () => {
    const root = messages().findLast(isRoot);
    if (root === undefined) throw new Error(`${userId} has no thread`);
    return root.ts;
  };
  const adds = (text: string, where: SaysWhere = {}) => person.says(text, { thread: thread(), ...where });

  return {
    person,
    dm,
    thread,
    looks,
    until,
    adds,
    async begins() {
      looks();
      await person.slash('');
      await until('How would you like to begin?');
    },
    async says(text, next, where) {
      looks();
      const said = await adds(text, where);
      await until(next);
      return said;
    },
    async answers(text, next) {
      looks();
      const said = await adds(text);
      await person.presses('press:next');
      await until(next);
      return said;
    },
    async presses(what, next, options) {
      looks();
      await person.presses(what, options);
      await until(next);
    },
    cards: () => reads().map(([, text]) => text),
    newest: () => reads().at(-1)?.[1] ?? '',
    async session() {
      const session = (await coach.sessions(userId)).at(-1);
      if (session === undefined) throw new Error(`${userId} has no practice`);
      return session;
    },
  };
}

/** Nobody answers a card in the milliseconds between its post and Slack's answer to it. */
async function delivered({ world }: SlackCoach): Promise<void> {
  await eventually(async () => {
    const { rows } = await world.pool.query(`SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1`);
    return rows.length === 0;
  });
}

function isRoot(message: FakeMessage): boolean {
  return readMessage(message).startsWith('We practise in this thread.');
}

/** A sound story, an answer a step. */
export const STORY = [
  'I agreed a hall by phone for our customer day, and it was double booked.',
  'Two years ago I organised our customer day for 120 guests, the one event sales had for the year.',
  'I agreed the room by phone and never got it in writing. On the Monday the hotel told me it was taken.',
  'I found a smaller place the same day and rang sales myself to say forty people could not come.',
  'I learned that a yes on the phone is no booking, and that I check what others rely on.',
  'Since then I ask for it in writing. In March that caught a caterer with the wrong date.',
] as const;

/** From the door to a question of the practice: "1 of 5", …, or "Your answer so far". */
export async function tellUpTo(talk: SlackTalk, question: string): Promise<void> {
  await talk.begins();
  await talk.says('story', 'What are you practising for?');
  await talk.says('event manager', 'It need not be your greatest.');
  for (const [index, answer] of STORY.entries()) {
    const next = index < 5 ? `${index + 1} of 5` : 'Your answer so far';
    await talk.answers(answer, next);
    if (next === question) return;
  }
}

/** The whole story, and what the coach says of it. */
export async function tellAll(talk: SlackTalk): Promise<void> {
  await tellUpTo(talk, 'Your answer so far');
  await talk.presses('Look at it', 'STEPS');
}

const WAYS = { http: 'HTTP', socket: 'Socket Mode' } as const;

/** The same story for both transports, with a coach of its own each; at the end, what holds of all that was sent. */
export function byBothTransports(
  name: string,
  story: (coach: () => SlackCoach) => void,
  options: SlackCoachOptions = {},
): void {
  byTransports(['http', 'socket'], name, story, options);
}

/**
 * A story for one transport: what both do with an event is told once, by `slack-practice`, and what differs between
 * them by the tests of the transports. With FAULTS=all it is told for both.
 */
export function byOneTransport(
  transport: Transport,
  name: string,
  story: (coach: () => SlackCoach) => void,
  options: SlackCoachOptions = {},
): void {
  byTransports(process.env.FAULTS === 'all' ? ['http', 'socket'] : [transport], name, story, options);
}

function byTransports(
  transports: readonly Transport[],
  name: string,
  story: (coach: () => SlackCoach) => void,
  options: SlackCoachOptions,
): void {
  describe.each(transports.map((transport) => [WAYS[transport], transport] as const))(
    'by %s',
    (way, transport) => {
      let coach: SlackCoach;
      beforeAll(async () => {
        coach = await startSlackCoach(`${name} ${way}`, { transport, ...options });
      });
      afterAll(() => coach?.close());
      story(() => coach);
      manners(() => coach);
    },
  );
}

/** What holds of everything that was ever sent: see each test. */
export function manners(coach: () => SlackCoach): void {
  const posts = () => coach().slack.calls.filter(({ method }) => /^chat\.(?:post|update)/.test(method));

  test('Slack would take all of it', () => {
    expect(coach().slack.violations).toEqual([]);
  });

  test('notifications say the same whatever was written', () => {
    const texts = [
      ...posts().map(({ args }) => args.text),
      ...coach().slack.responses.map(({ body }) => body.text),
    ];
    expect([...new Set(texts)]).toEqual(['Your 5 minutes, when you like.']);
  });

  test('in a thread, where none can be typed, no slash command is asked for', () => {
    const inThreads = posts().filter(({ args }) => args.thread_ts !== undefined);
    expect(inThreads.length).toBeGreaterThan(0);
    const shown = inThreads.map(({ args }) => JSON.stringify(args.blocks ?? []));
    expect(shown.filter((blocks) => /\/practi[cs]e/.test(blocks))).toEqual([]);
  });

  test('what a person typed is not in the log', () => {
    const logged = JSON.stringify([coach().world.logged, coach().adapterLogged]);
    expect(STORY.filter((words) => logged.includes(words.slice(0, 24)))).toEqual([]);
  });
}
