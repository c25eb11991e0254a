import type { Session } from '../../src/conversation/session.ts';
import { STORY } from '../coach/told.ts';
import type { FakeMessage } from '../fakes/discord/message.ts';
import type { FakePerson, SaysWhere } from '../fakes/discord/person.ts';
import { readMessage } from '../fakes/discord/plain.ts';
import type { DiscordCoach } from './discord-coach.ts';

/** A server, and a channel of it in which people call the coach. */
export const SERVER = '2222222222222222221';
export const CHANNEL = '2222222222222222222';

/** One person's practice, for tests in which Discord misbehaves: nothing is done that is not said. */
export interface DiscordPractice {
  readonly person: FakePerson;
  /** Where it stands now: the direct messages, or a thread. */
  readonly channel: string;
  readonly dm: string;
  /** Everything the coach has in this channel, in order. */
  cards(channel?: string): FakeMessage[];
  /** The same as a person reads it. */
  reads(channel?: string): string[];
  /** Does it, and waits until the coach has posted `more` messages (1 unless said). */
  andSees<T>(does: () => Promise<T>, more?: number): Promise<T>;
  /** Waits until a message of the coach in the channel holds these words. */
  until(words: string, channel?: string): Promise<FakeMessage>;
  /** Writes, and waits until the coach is through with it. */
  says(text: string, where?: SaysWhere): Promise<FakeMessage>;
  /** Writes, and waits for nothing: nobody may be there to hear it. */
  writes(text: string, where?: SaysWhere): Promise<FakeMessage>;
  /** Presses Next, and sees the next card. */
  goesOn(): Promise<void>;
  /** Writes and presses Next: the answer is over, and the next card is there. */
  answers(text: string): Promise<FakeMessage>;
  /** The same practice, seen from another channel. */
  at(channel: string): DiscordPractice;
  session(): Promise<Session>;
  /** The messages that are stored as the answer to a step. */
  parts(step: string): Promise<readonly string[]>;
}

/** `dm-from-server`: called in a channel of a server, for the direct messages. */
export type Begun = 'dm' | 'thread' | 'dm-from-server';

export interface Begins {
  readonly where?: Begun;
  readonly person?: FakePerson;
  /** The channel it is called in, where it is called in a server. */
  readonly channel?: string;
}

const NAMES = ['Ada', 'Bea', 'Cy', 'Dee', 'Eva', 'Flo', 'Gil', 'Hal', 'Ida', 'Joe', 'Kay', 'Lou', 'Mia'];
let people = 0;

/** Somebody who was never here before. */
export function someone({ discord }: DiscordCoach): FakePerson {
  people += 1;
  const id = `44444444444444${String(people).padStart(5, '0')}`;
  return discord.user(id, { name: NAMES[people % NAMES.length] ?? 'Ada' });
}

/** Somebody calls the command, in their direct messages unless said. */
export async function starts(coach: DiscordCoach, begins: Begins = {}): Promise<FakePerson> {
  const { where = 'dm', person = someone(coach), channel = CHANNEL } = begins;
  if (where !== 'dm') coach.discord.guild(SERVER, { channels: [channel] });
  const options = { where: where === 'thread' ? 'thread' : 'dm' };
  await person.slash('practice-failure', { sub: 'start', options, in: where === 'dm' ? 'dm' : channel });
  return person;
}

/** The same, and they see the first card. */
export async function beginsInDiscord(coach: DiscordCoach, begins: Begins = {}): Promise<DiscordPractice> {
  const { discord } = coach;
  const known = begins.person ?? someone(coach);
  const before = new Set(discord.messages(discord.dmOf(known.id)).map(({ id }) => id));
  const person = await starts(coach, { ...begins, person: known });
  const channel = () =>
    begins.where === 'thread' ? threadOf(coach, person, begins.channel) : discord.dmOf(person.id);
  const begun = () => {
    const there = channel();
    const fresh = there === undefined ? [] : discord.messages(there).filter(({ id }) => !before.has(id));
    return read(fresh).some((text) => text.includes(DOOR));
  };
  await discord.until(begun, `${person.id} sees the first card`, PATIENCE_MS);
  return practiceOf(coach, person, channel() ?? '');
}

export const DOOR = 'How would you like to begin?';

/** The newest thread that this person is in. */
export function threadOf(
  { discord }: DiscordCoach,
  person: FakePerson,
  parent = CHANNEL,
): string | undefined {
  return discord.threads(parent).findLast(({ members }) => members.has(person.id))?.id;
}

/** A practice that is there. */
export function practiceOf(coach: DiscordCoach, person: FakePerson, channel: string): DiscordPractice {
  const { discord } = coach;
  const cards = (where = channel) =>
    discord.messages(where).filter(({ author }) => author.id === discord.botUserId);
  const practice: DiscordPractice = {
    person,
    channel,
    dm: discord.dmOf(person.id),
    cards,
    reads: (where) => read(cards(where)),
    async andSees(does, more = 1) {
      const before = cards().length;
      const done = await does();
      await discord.until(
        () => cards().length >= before + more,
        `${more} more for ${person.id}`,
        PATIENCE_MS,
      );
      return done;
    },
    async until(words, where) {
      const found = () => cards(where).findLast((message) => readMessage(message).includes(words));
      await discord.until(() => found() !== undefined, `"${words}" for ${person.id}`, PATIENCE_MS);
      const message = found();
      if (message === undefined) throw new Error(`${words} was there and is gone`);
      return message;
    },
    async says(text, where = {}) {
      const said = await person.says(text, { channel, ...where });
      await coach.heard(said.id);
      return said;
    },
    writes: (text, where = {}) => person.says(text, { channel, ...where }),
    async goesOn() {
      await practice.andSees(() => person.presses('next', { channel }));
    },
    async answers(text) {
      const said = await practice.says(text);
      await practice.goesOn();
      return said;
    },
    at: (where) => practiceOf(coach, person, where),
    async session() {
      const session = (await coach.sessions(person.id)).at(-1);
      if (session === undefined) throw new Error(`${person.id} has no practice`);
      return session;
    },
    parts: async (step) => ((await practice.session()).answers[step] ?? []).map(({ text }) => text),
  };
  return practice;
}

function read(messages: readonly FakeMessage[]): string[] {
  return messages.map(readMessage);
}

/** Up to the first of the five questions. */
export async function atFirstStep(coach: DiscordCoach, begins: Begins = {}): Promise<DiscordPractice> {
  const practice = await beginsInDiscord(coach, begins);
  return toFirstStep(practice);
}

/** The first card is there. */
export async function toFirstStep(practice: DiscordPractice): Promise<DiscordPractice> {
  await practice.andSees(() => practice.says('story'));
  await practice.andSees(() => practice.says('skip'));
  await practice.andSees(() => practice.says(STORY[0]));
  await practice.goesOn();
  return practice;
}

/** The whole story is told; what the coach shows is the draft. */
export async function atDraft(coach: DiscordCoach, begins: Begins = {}): Promise<DiscordPractice> {
  const practice = await atFirstStep(coach, begins);
  for (const words of STORY.slice(1)) await practice.answers(words);
  return practice;
}

/** The whole story told, and judged. */
export async function atCritique(coach: DiscordCoach, begins: Begins = {}): Promise<DiscordPractice> {
  const practice = await atDraft(coach, begins);
  await practice.andSees(() => practice.says('go'));
  return practice;
}

/** A machine that does other things as well. */
const PATIENCE_MS = 12_000;
