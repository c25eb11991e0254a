import { expect } from 'vitest';
import { movingClock } from '../coach/put-in.ts';
import type { FakeUserOptions } from '../fakes/slack/fake-slack.ts';
import type { FakePerson } from '../fakes/slack/person.ts';
import { readBlocks, readMessage } from '../fakes/slack/plain.ts';
import { eventually } from './practice.ts';
import { type SlackCoach, type SlackCoachOptions, startSlackCoach } from './slack-coach.ts';

/** Where everybody of the workspace reads. */
export const GENERAL = 'C0GENERAL';
/** A Monday morning, 9:00 in Berlin. */
const BEGINS = Date.parse('2027-03-08T08:00:00Z');
const WITHIN_MS = 9_000;

export interface RemindingCoach extends SlackCoach {
  readonly now: () => Date;
  forward(ms: number): void;
  /** Sets the clock to the person's next reminder, and sweeps as every minute does. */
  timeComes(userId: string): Promise<void>;
  /** When the person is reminded next; undefined where nothing is armed. */
  dueOf(userId: string): Promise<Date | undefined>;
}

/** The coach in Slack on a clock that stands until a test sets it forward. */
export async function startReminding(name: string, options: SlackCoachOptions = {}): Promise<RemindingCoach> {
  const clock = movingClock();
  clock.forward(BEGINS - clock.now().getTime());
  const coach = await startSlackCoach(name, { now: clock.now, ...options });
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
    now: clock.now,
    forward: clock.forward,
    dueOf,
    async timeComes(userId) {
      const due = await dueOf(userId);
      if (due === undefined) throw new Error(`nothing is armed for ${userId}`);
      clock.forward(due.getTime() - clock.now().getTime() + 100);
      await coach.world.sweeps.everyMinute();
    },
  };
}

/** A person who asks for reminders by the command, in a channel that others read, and reads what only they are shown. */
export interface RemindedPerson {
  readonly person: FakePerson;
  readonly dm: string;
  /** `/practice-failure` and these words; waits for words of what they alone are shown. */
  asks(text: string, sees: string): Promise<void>;
  /** Presses on the newest that has it; waits for words that they alone, or they in their messages, are shown. */
  presses(what: string, sees: string, value?: string): Promise<void>;
  /** Writes in their messages, at the top; waits for words there. */
  types(text: string, sees: string): Promise<void>;
  /** Waits for words in what came since they last did something. */
  sees(words: string): Promise<void>;
  /** All they alone were shown, in order. */
  told(): string;
  /** The coach's messages in their direct messages, as they stand. */
  cards(): readonly string[];
  /** The reminders in their direct messages. */
  reminders(): readonly string[];
}

export function remindedIn(coach: SlackCoach, userId: string, options: FakeUserOptions = {}): RemindedPerson {
  const { slack } = coach;
  const person = slack.user(userId, { name: userId, tz: 'Europe/Berlin', ...options });
  const dm = slack.dmOf(userId);
  const alone = () => person.ephemerals.map(({ blocks }) => readBlocks(blocks ?? []));
  const cards = () =>
    slack
      .messages(dm)
      .filter(({ bot_id }) => bot_id !== undefined)
      .map(readMessage);
  let seen = 0;
  const all = () => [...alone(), ...cards()];
  let before: readonly string[] = [];
  const looks = () => {
    before = all();
    seen = before.length;
  };
  const sees = async (words: string) => {
    const isThere = () =>
      all().length >= seen && withoutOnce(all(), before).some((shown) => shown.includes(words));
    await slack.until(isThere, words, WITHIN_MS).catch((error: unknown) => {
      throw new Error(`${String(error)}\nWhat came: ${withoutOnce(all(), before).join('\n---\n')}`);
    });
    await eventually(async () => {
      const { rows } = await coach.world.pool.query(`SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1`);
      return rows.length === 0;
    });
  };
  return {
    person,
    dm,
    sees,
    async asks(text, words) {
      looks();
      await person.slash(text, { channel: GENERAL });
      await sees(words);
    },
    async presses(what, words, value) {
      looks();
      await person.presses(what, value === undefined ? {} : { value });
      await sees(words);
    },
    async types(text, words) {
      looks();
      await person.says(text);
      await sees(words);
    },
    told: () => alone().join('\n'),
    cards,
    reminders: () => cards().filter((card) => card.includes('[Skip this one]')),
  };
}

/** What is there now and was not, each as often as it is new. */
function withoutOnce(now: readonly string[], before: readonly string[]): readonly string[] {
  const left = [...before];
  return now.filter((one) => {
    const at = left.indexOf(one);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}

/** The whole way: asked for in a channel, repeated, said yes to. */
export async function setsUp(reminded: RemindedPerson, words = 'weekdays 8:30'): Promise<void> {
  await reminded.asks(`remind ${words}`, 'Is that right?');
  await reminded.presses('Yes, remind me', 'Set. I remind you here');
}

/** Nobody but the person was ever shown anything, and Slack would have taken all of it. */
export function nothingInPublic({ slack }: SlackCoach): void {
  const posts = slack.calls.filter(({ method }) => /^chat\.(?:post|update|meMessage)/.test(method));
  expect(posts.filter(({ args }) => !/^D/.test(String(args.channel)))).toEqual([]);
  expect(slack.messages(GENERAL)).toEqual([]);
  expect(slack.responses.filter(({ body }) => body.response_type !== 'ephemeral')).toEqual([]);
  expect(slack.acks.filter(({ payload }) => payload?.response_type === 'in_channel')).toEqual([]);
  expect(slack.violations).toEqual([]);
}
