import { expect } from 'vitest';
import type { Interacted } from '../fakes/discord/interacting.ts';
import { CALLBACK } from '../fakes/discord/interaction.ts';
import type { FakeMessage } from '../fakes/discord/message.ts';
import type { FakePerson } from '../fakes/discord/person.ts';
import { readMessage } from '../fakes/discord/plain.ts';
import type { DiscordCoachOptions } from './discord-coach.ts';
import { type RemindingCoach, startReminding } from './discord-reminders.ts';
import { GENERAL } from './discord-talk.ts';
import { eventually } from './practice.ts';
import { ringTeamsUntil } from './team-wakes.ts';

const WITHIN_MS = 15_000;
/** Who is only shown something does nothing that would count. */
const NO_EVENT_MS = 1_500;

export interface TeamCoach extends RemindingCoach {
  /** Every wake of the team up to then rings, as its bell rings it; then it is that time. */
  until(instant: string): Promise<void>;
  /** Nothing is on its way any more. */
  settled(): Promise<void>;
}

/** The coach in Discord on a Monday morning; its clock goes from wake to wake of a team. */
export async function startTeamCoach(name: string, options: DiscordCoachOptions = {}): Promise<TeamCoach> {
  const coach = await startReminding(name, options);
  const { pool } = coach.world;
  const settled = async () => {
    await eventually(async () => {
      const waits = `SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending') AND performer = 'discord'`;
      return (await pool.query(waits)).rowCount === 0;
    });
  };
  const to = (ms: number) => coach.forward(Math.max(0, ms - coach.now().getTime()));
  return {
    ...coach,
    settled,
    until: (instant) =>
      ringTeamsUntil(
        {
          world: coach.world,
          platform: { platform: 'discord', scope: coach.discord.appId },
          goTo: to,
          settled,
        },
        instant,
      ),
  };
}

/** Somebody of a team, who reads the channel, their direct messages, and threads they are in. */
export interface TeamMate {
  readonly person: FakePerson;
  readonly dm: string;
  /** `/practice-failure team` in the channel, or elsewhere; waits for words of what they alone are shown. */
  asks(what: string, sees: string, options?: { readonly zone?: string; readonly in?: string }): Promise<void>;
  /** Presses, and waits until what follows is there. */
  presses(what: string, where?: { readonly channel?: string }): Promise<void>;
  /** Sends the open form, and waits until what follows is there. */
  submits(filled: Parameters<FakePerson['submits']>[0]): Promise<void>;
  /** What the bot wrote in their direct messages, as it stands. */
  told(): string;
  /** What they alone were shown in answers. */
  alone(): string;
  files(): readonly string[];
}

export function teamMate(coach: TeamCoach, userId: string, name: string): TeamMate {
  const { discord } = coach;
  const person = discord.user(userId, { name });
  const dm = discord.dmOf(userId);
  const own = (): FakeMessage[] =>
    discord.messages(dm).filter(({ author }) => author.id === discord.botUserId);
  const through = async () => {
    await discord.calm(200);
    await coach.settled();
    // The answer to a press waits for what follows from it.
    await discord.calm(200);
  };
  const events = async () =>
    (await coach.world.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM seen_events')).rows[0]?.n ??
    0;
  /** What is deferred is done a while later, on a machine that does other things too; most of it is an event of the team. */
  const acts = async (act: () => Promise<Interacted>) => {
    const before = await events();
    const { lost, callbackType } = await act();
    expect(lost).toBe(false);
    const isDone = async () => (await events()) > before;
    if (callbackType === CALLBACK.deferUpdate) await eventually(isDone, NO_EVENT_MS).catch(() => undefined);
    await through();
  };
  return {
    person,
    dm,
    async asks(what, sees, { zone, in: where = GENERAL } = {}) {
      const options = { what, ...(zone === undefined ? {} : { zone }) };
      expect((await person.slash('practice-failure', { sub: 'team', options, in: where })).lost).toBe(false);
      await discord.until(() => person.toldAlone.at(-1)?.includes(sees) === true, sees, WITHIN_MS);
      await through();
    },
    presses: (what, where) => acts(() => person.presses(what, where)),
    submits: (filled) => acts(() => person.submits(filled)),
    told: () => own().map(readMessage).join('\n'),
    alone: () => person.toldAlone.join('\n'),
    files: () => own().flatMap(({ attachments }) => attachments.map(({ filename }) => String(filename))),
  };
}
