import { expect } from 'vitest';
import type { FakeUserOptions } from '../fakes/slack/fake-slack.ts';
import type { FakePerson } from '../fakes/slack/person.ts';
import { readMessage } from '../fakes/slack/plain.ts';
import { eventually } from './practice.ts';
import type { SlackCoachOptions } from './slack-coach.ts';
import { type RemindingCoach, startReminding } from './slack-reminders.ts';
import { ringTeamsUntil } from './team-wakes.ts';

/** The channel of the team. */
export const CHANNEL = 'C0TEAM';

export interface TeamCoachInSlack extends RemindingCoach {
  /** Every wake of a team up to then rings, and what follows is delivered. ISO 8601. */
  until(instant: string): Promise<void>;
  /** All that is on its way is delivered. */
  settled(): Promise<void>;
  /** What stands in the channel, message by message. */
  inChannel(): readonly string[];
  /** The messages of the bot with exactly these people; undefined where there are none. */
  groupOf(...ids: string[]): string | undefined;
}

/** A team in Slack on a clock that stands until a test sets it forward: a Monday morning, 9:00 in Berlin. */
export async function startTeam(name: string, options: SlackCoachOptions = {}): Promise<TeamCoachInSlack> {
  const coach = await startReminding(name, options);
  const { slack, world } = coach;
  slack.channel(CHANNEL);
  const settled = () =>
    eventually(async () => {
      const waits = `SELECT 1 FROM outbox WHERE performer = 'slack' AND state IN ('waiting', 'sending')`;
      return (await world.pool.query(waits)).rowCount === 0;
    }).then(() => undefined);
  const goTo = (at: number) => coach.forward(Math.max(0, at - coach.now().getTime()));
  return {
    ...coach,
    settled,
    until: (instant) =>
      ringTeamsUntil({ world, platform: { platform: 'slack', scope: slack.teamId }, goTo, settled }, instant),
    inChannel: () => slack.messages(CHANNEL).map(readMessage),
    groupOf: (...ids) =>
      slack.calls
        .filter(({ method }) => method === 'chat.postMessage')
        .map(({ args }) => String(args.channel))
        .find((channel) => slack.membersOf(channel).toSorted().join() === ids.toSorted().join()),
  };
}

/** Somebody of the team, and what they alone read. */
export interface TeamMember {
  readonly id: string;
  readonly person: FakePerson;
  /** `/practice-failure team` and these words, in the channel; waits for words they alone are told. */
  types(words: string, sees?: string): Promise<void>;
  /** Presses on the newest that has it, a second later than anything before; waits until all that follows is there. */
  presses(what: string, options?: { in?: string; again?: boolean }): Promise<void>;
  /** Opens a form by this button. */
  opens(what: string): Promise<void>;
  /** All they alone were told where they asked. */
  told(): string;
  /** All in their direct messages with the bot. */
  reads(): string;
}

export function memberOf(coach: TeamCoachInSlack, id: string, options: FakeUserOptions = {}): TeamMember {
  const { slack } = coach;
  const person = slack.user(id, { tz: 'Europe/Berlin', ...options });
  const told = () => person.ephemerals.map(readMessage).join('\n');
  const presses: TeamMember['presses'] = async (what, how = {}) => {
    coach.forward(2_000);
    const ack = await person.presses(what, how);
    expect(ack.timedOut).toBe(false);
    await coach.settled();
    await slack.calm();
  };
  return {
    id,
    person,
    presses,
    told,
    reads: () => person.reads(),
    async types(words, sees) {
      const before = person.ephemerals.length;
      const ack = await person.slash(`team ${words}`, { channel: CHANNEL });
      expect(ack.timedOut).toBe(false);
      await coach.settled();
      if (sees === undefined) return;
      const isTold = () => person.ephemerals.slice(before).map(readMessage).join('\n').includes(sees);
      await slack.until(isTold, sees);
    },
    async opens(what) {
      await presses(what);
      await slack.until(() => person.modal() !== undefined, `the form of ${what}`);
    },
  };
}

/** Slack would have taken all of it, and what was said to somebody alone was. */
export function nothingRefused({ slack }: TeamCoachInSlack): void {
  expect(slack.violations).toEqual([]);
  expect(slack.responses.filter(({ body }) => body.response_type !== 'ephemeral')).toEqual([]);
  expect(slack.acks.filter(({ payload }) => payload?.response_type === 'in_channel')).toEqual([]);
}
