import { expect } from 'vitest';
import type { FakePerson } from '../fakes/discord/person.ts';
import { readMessage } from '../fakes/discord/plain.ts';
import { type DiscordCoach, type DiscordCoachOptions, startDiscordCoach } from './discord-coach.ts';
import { GENERAL, GUILD } from './discord-talk.ts';
import { eventually } from './practice.ts';

/** A Monday morning, 9:00 in Berlin. */
const BEGINS = Date.parse('2027-03-08T08:00:00Z');
const WITHIN_MS = 9_000;

export interface RemindingCoach extends DiscordCoach {
  readonly now: () => Date;
  forward(ms: number): void;
  /** Sets the clock to the person's next reminder, and sweeps as every minute does. */
  timeComes(userId: string): Promise<void>;
  /** When the person is reminded next; undefined where nothing is armed. */
  dueOf(userId: string): Promise<Date | undefined>;
}

/** The coach in Discord, both on one clock that goes as clocks do, and that a test sets forward. */
export async function startReminding(
  name: string,
  options: DiscordCoachOptions = {},
): Promise<RemindingCoach> {
  let ahead = BEGINS - Date.now();
  const now = () => new Date(Date.now() + ahead);
  const forward = (ms: number) => {
    ahead += ms;
  };
  const { fake, ...more } = options;
  const coach = await startDiscordCoach(name, {
    now,
    fake: { now: () => now().getTime(), ...fake },
    ...more,
  });
  coach.discord.guild(GUILD, { channels: [GENERAL] });
  const dueOf = async (userId: string) => {
    const { rows } = await coach.world.pool.query<{ due_at: Date }>(
      `SELECT w.due_at FROM wakes w JOIN people p ON p.id = w.person_id
       WHERE w.kind = 'plan' AND w.done_at IS NULL AND p.user_id = $1`,
      [userId],
    );
    return rows[0]?.due_at;
  };
  return {
    ...coach,
    now,
    forward,
    dueOf,
    async timeComes(userId) {
      const due = await dueOf(userId);
      if (due === undefined) throw new Error(`nothing is armed for ${userId}`);
      forward(due.getTime() - now().getTime() + 100);
      await coach.world.sweeps.everyMinute();
    },
  };
}

/** A person who asks for reminders by the command, in a channel that others read unless said. */
export interface RemindedPerson {
  readonly person: FakePerson;
  readonly dm: string;
  /** `/practice-failure remind` with these options; waits for words of what they are shown. */
  asks(options: Record<string, string>, sees: string, where?: string): Promise<void>;
  /** Presses on the newest that has it; waits for words in what comes. */
  presses(what: string, sees: string, channel?: string): Promise<void>;
  /** Picks in the menu of the newest that has it; waits for words in what comes. */
  chooses(what: string, sees: string, channel?: string): Promise<void>;
  /** Writes in their messages with the bot; waits for words there. */
  types(text: string, sees: string): Promise<void>;
  /** Waits for words in what came since they last did something: alone, in their messages, or in a thread of theirs. */
  sees(words: string): Promise<void>;
  /** From here on `sees` counts. */
  looks(): void;
  /** All they alone were shown, in order. */
  told(): string;
  /** The coach's messages in their direct messages, or in a thread, as they stand. */
  cards(channel?: string): readonly string[];
  /** Their threads with the bot, oldest first. */
  threads(): readonly string[];
  /** The reminders in their direct messages, or in a thread. */
  reminders(channel?: string): readonly string[];
}

export function remindedIn(coach: DiscordCoach, userId: string): RemindedPerson {
  const { discord } = coach;
  const person = discord.user(userId, { name: `Person ${userId.slice(-2)}` });
  const dm = discord.dmOf(userId);
  const threads = () =>
    discord
      .threads(GENERAL)
      .filter(({ members }) => members.has(userId))
      .map(({ id }) => id);
  const own = (channel: string) =>
    discord.messages(channel).filter(({ author }) => author.id === discord.botUserId);
  const all = () =>
    [...[dm, ...threads()].flatMap(own), ...person.ephemerals].map(
      (message) => [message.id, readMessage(message)] as const,
    );
  let before = new Map<string, string>();
  const looks = () => {
    before = new Map(all());
  };
  const sees = async (words: string) => {
    const fresh = () => all().filter(([id, text]) => before.get(id) !== text);
    await discord
      .until(() => fresh().some(([, text]) => text.includes(words)), words, WITHIN_MS)
      .catch((error: unknown) => {
        const came = fresh().map(([, text]) => text);
        throw new Error(`${String(error)}\nWhat came: ${came.join('\n---\n')}`);
      });
    await eventually(async () => {
      const { rows } = await coach.world.pool.query(`SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1`);
      return rows.length === 0;
    });
  };
  const cards = (channel = dm) => own(channel).map(readMessage);
  const in_ = (channel: string | undefined) => (channel === undefined ? {} : { channel });
  return {
    person,
    dm,
    sees,
    looks,
    threads,
    cards,
    async asks(options, words, where = GENERAL) {
      looks();
      const done = await person.slash('practice-failure', { sub: 'remind', options, in: where });
      expect(done.lost).toBe(false);
      await sees(words);
    },
    async presses(what, words, channel) {
      looks();
      expect((await person.presses(what, in_(channel))).lost).toBe(false);
      await sees(words);
    },
    async chooses(what, words, channel) {
      looks();
      expect((await person.chooses(what, in_(channel))).lost).toBe(false);
      await sees(words);
    },
    async types(text, words) {
      looks();
      await person.says(text);
      await sees(words);
    },
    told: () => person.toldAlone.join('\n'),
    reminders: (channel) => cards(channel).filter((card) => card.includes('[Skip this one]')),
  };
}

/** The whole way: asked for in a channel, repeated, said yes to. `sees`: what the yes leads to. */
export async function setsUp(
  reminded: RemindedPerson,
  when = 'daily 9:30',
  sees = 'Set. I remind you here',
): Promise<void> {
  await reminded.asks({ when, zone: 'Europe/Berlin' }, 'Is that right?');
  await reminded.presses('Yes, remind me', sees);
}
