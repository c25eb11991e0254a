import { afterAll, beforeAll, describe } from 'vitest';
import { discordPlace } from '../../adapters/discord/discord-place.ts';
import type { Session } from '../../src/conversation/session.ts';
import type { Place } from '../../src/who/place.ts';
import { flat } from '../fakes/discord/controls.ts';
import type { Interacted } from '../fakes/discord/interacting.ts';
import { type FakeMessage, FLAGS } from '../fakes/discord/message.ts';
import type { FakePerson, SaysWhere } from '../fakes/discord/person.ts';
import { readMessage } from '../fakes/discord/plain.ts';
import type { Where } from '../fakes/discord/seen.ts';
import { textOf } from '../fakes/slack/json.ts';
import { type DiscordCoach, type DiscordCoachOptions, startDiscordCoach } from './discord-coach.ts';
import { manners } from './discord-manners.ts';
import { STORY as TOLD } from './discord-story.ts';
import { eventually } from './practice.ts';

/** The server in which people call the coach, and the channel they call it in. */
export const GUILD = '2222222222222222221';
export const GENERAL = '2222222222222222231';

/** A sound story, an answer a step. */
export const STORY = TOLD;

const DOOR = 'How would you like to begin?';
/** How long the coach may take for a card on a machine that does other things as well, in ms. */
const CARD_WITHIN_MS = 20_000;

/** Where a practice stands: the direct messages with the bot, or a private thread. */
export type TalkPlace = 'dm' | 'thread';

/**
 * A person and the coach in Discord, in words a test reads well in. A verb with `next` resolves once the coach has said
 * that; with an empty `next` once the coach is through with it, whatever it said.
 */
export interface DiscordTalk {
  readonly person: FakePerson;
  /** What is typed where they practise is heard: in direct messages always, in a thread with the Message Content intent. */
  readonly isHeard: boolean;
  /** The id of the direct messages, or of the newest thread that they are in. */
  channel(): string;
  /** The same as the coach names it. */
  place(): Place;
  /** `/practice-failure start` in a channel of a server, and nothing is waited for but the first response. */
  starts(options?: { readonly role?: string }): Promise<Interacted>;
  /** The same, up to the question at the door (or other words). */
  begins(options?: { readonly role?: string }, next?: string): Promise<void>;
  /** Writes where they practise (or elsewhere), and waits for words of the next card. */
  says(text: string, next: string, where?: SaysWhere): Promise<FakeMessage>;
  /** Writes and presses Next. */
  answers(text: string, next: string): Promise<FakeMessage>;
  /** Opens the form for the answer, adds to what stands in it, and sends it: where nothing typed is heard. */
  writes(text: string, next: string): Promise<Interacted>;
  /** Writes, and waits until it is stored. */
  adds(text: string, where?: SaysWhere): Promise<FakeMessage>;
  presses(what: string, next: string, where?: Where): Promise<Interacted>;
  /** Options of a menu, by label or value. */
  chooses(values: string | readonly string[], next: string, where?: Where): Promise<Interacted>;
  /** What the coach wrote or changed since the person last did something holds these words. */
  until(words: string): Promise<void>;
  /** From here on `until` counts. */
  looks(): void;
  /** All the coach's messages where they practise, as they stand, in order. */
  cards(): readonly string[];
  /** The coach's newest message there. */
  newest(): string;
  session(): Promise<Session>;
}

export function talkOf(
  coach: DiscordCoach,
  userId: string,
  name: string,
  { where = 'dm' }: { readonly where?: TalkPlace } = {},
): DiscordTalk {
  const { discord } = coach;
  discord.guild(GUILD, { channels: [GENERAL] });
  const person = discord.user(userId, { name });
  const dm = discord.dmOf(userId);
  const threads = () => discord.threads(GENERAL).filter(({ members }) => members.has(userId));
  const current = () => (where === 'dm' ? dm : threads().at(-1)?.id);
  const channel = () => {
    const id = current();
    if (id === undefined) throw new Error(`${userId} has no thread`);
    return id;
  };
  const own = (id: string) => discord.messages(id).filter(({ author }) => author.id === discord.botUserId);
  let before = new Map<string, string>();
  /** Wherever the coach speaks to them, what only they see included. */
  const reads = () =>
    [...[dm, ...threads().map(({ id }) => id)].flatMap(own), ...person.ephemerals].map(
      (message) => [message.id, readMessage(message)] as const,
    );
  const looks = () => {
    before = new Map(reads());
  };
  const until = async (words: string) => {
    const fresh = () => reads().filter(([id, text]) => before.get(id) !== text);
    await discord
      .until(() => fresh().some(([, text]) => text.includes(words)), words, CARD_WITHIN_MS)
      .catch((error: unknown) => {
        const said = fresh().map(([, text]) => text);
        const logged = coach.adapterLogged.slice(-5).map((entry) => JSON.stringify(entry));
        throw new Error(
          `${String(error)}\nThe coach said: ${said.join('\n---\n')}\nIt logged: ${logged.join(' ')}`,
        );
      });
    await delivered(coach);
  };
  const adds = async (text: string, elsewhere: SaysWhere = {}) => {
    const said = await person.says(text, { channel: channel(), ...elsewhere });
    await coach.heard(said.id);
    return said;
  };
  const answered = async (does: Promise<Interacted>, next: string) => {
    const done = await does;
    if (done.lost) throw new Error('the application did not respond');
    if (next !== '') await until(next);
    else if (done.callbackType !== MODAL) {
      await coach.heard(done.id);
      await delivered(coach);
    }
    await discord.until(() => !isThinking(done), 'the answer to the command', CARD_WITHIN_MS);
    return done;
  };
  const starts = async ({ role }: { readonly role?: string } = {}) => {
    const options = {
      ...(role === undefined ? {} : { role }),
      ...(where === 'thread' ? { where } : {}),
    };
    return answered(person.slash('practice-failure', { sub: 'start', options, in: GENERAL }), '');
  };
  const cards = () => {
    const id = current();
    return id === undefined ? [] : own(id).map(readMessage);
  };

  return {
    person,
    isHeard: where === 'dm' || coach.hasContent,
    channel,
    place: () => (where === 'dm' ? discordPlace(dm) : discordPlace(GENERAL, channel())),
    starts,
    looks,
    until,
    adds,
    async begins(options, next = DOOR) {
      looks();
      await starts(options);
      await until(next);
    },
    async says(text, next, elsewhere) {
      looks();
      const said = await adds(text, elsewhere);
      if (next === '') await delivered(coach);
      else await until(next);
      return said;
    },
    async answers(text, next) {
      looks();
      const said = await adds(text);
      await answered(person.presses('next'), next);
      return said;
    },
    async writes(text, next) {
      looks();
      await answered(person.presses('Write your answer'), '');
      const input = flat(person.modal()?.components ?? []).find(({ custom_id: id }) => id === INPUT);
      const standing = textOf(input?.value);
      const whole = standing === '' ? text : `${standing}\n${text}`;
      return answered(person.submits({ [INPUT]: whole }), next);
    },
    async presses(what, next, which) {
      looks();
      return answered(person.presses(what, which), next);
    },
    async chooses(values, next, which) {
      looks();
      return answered(person.chooses(values, which), next);
    },
    cards,
    newest: () => cards().at(-1) ?? '',
    async session() {
      const session = (await coach.sessions(userId)).at(-1);
      if (session === undefined) throw new Error(`${userId} has no practice`);
      return session;
    },
  };
}

/** The answer to a command is still to come. */
function isThinking({ response }: Interacted): boolean {
  return response !== undefined && (response.flags & FLAGS.loading) !== 0;
}

/** The first response of that kind. */
const MODAL = 9;
/** The input of the form for one answer. */
const INPUT = 'text';

/** Nobody answers a card in the milliseconds between its post and Discord's answer to it. */
async function delivered({ world }: DiscordCoach): Promise<void> {
  await eventually(async () => {
    const { rows } = await world.pool.query(`SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1`);
    return rows.length === 0;
  });
}

/** From the door to a question of the practice: "1 of 5", …, or "Your answer so far". */
export async function tellUpTo(talk: DiscordTalk, question: string): Promise<void> {
  const says = talk.isHeard ? talk.says : talk.writes;
  const answers = talk.isHeard ? talk.answers : talk.writes;
  await talk.begins();
  await talk.presses('I have a story (about 12 min)', 'What are you practising for?');
  await says('event manager', 'It need not be your greatest.');
  for (const [index, answer] of STORY.entries()) {
    const next = index < 5 ? `${index + 1} of 5` : 'Your answer so far';
    await answers(answer, next);
    if (next === question) return;
  }
}

/** The whole story, and what the coach says of it. */
export async function tellAll(talk: DiscordTalk): Promise<void> {
  await tellUpTo(talk, 'Your answer so far');
  await talk.presses('Look at it', 'STEPS');
}

const PLACES = { dm: 'direct messages', thread: 'a private thread' } as const;

type Story = (coach: () => DiscordCoach, where: TalkPlace) => void;

/** The same story in both places, with a coach of its own each; at the end, what holds of all that was sent. */
export function inBothPlaces(name: string, story: Story, options: DiscordCoachOptions = {}): void {
  inPlaces(['dm', 'thread'], name, story, options);
}

/** A story for one place: where what is told does not differ, or is only there. */
export function inOnePlace(
  where: TalkPlace,
  name: string,
  story: Story,
  options: DiscordCoachOptions = {},
): void {
  inPlaces([where], name, story, options);
}

/** A story that differs little between the places: told in a thread, and in both with FAULTS=all. */
export function inEitherPlace(name: string, story: Story, options: DiscordCoachOptions = {}): void {
  inPlaces(process.env.FAULTS === 'all' ? ['dm', 'thread'] : ['thread'], name, story, options);
}

function inPlaces(
  places: readonly TalkPlace[],
  name: string,
  story: Story,
  options: DiscordCoachOptions,
): void {
  describe.each(places.map((where) => [PLACES[where], where] as const))('in %s', (way, where) => {
    let coach: DiscordCoach;
    beforeAll(async () => {
      coach = await startDiscordCoach(`${name} ${way}`, options);
    });
    afterAll(() => coach?.close());
    story(() => coach, where);
    manners(() => coach);
  });
}
