import { expect } from 'vitest';
import { movingClock } from '../coach/put-in.ts';
import type { FakeUserOptions } from '../fakes/slack/fake-slack.ts';
import { fieldsOf, listOf, textOf } from '../fakes/slack/json.ts';
import { readMessage } from '../fakes/slack/plain.ts';
import { dumpDatabase } from './dump.ts';
import { eventually } from './practice.ts';
import { type SlackCoach, startSlackCoach } from './slack-coach.ts';
import { teamOutbox } from './team-outbox.ts';
import {
  DELETED,
  EVERYBODY,
  type Sent,
  type StoryMate,
  type StoryRoom,
  type TeamStory,
} from './team-story.ts';
import { ringTeamsUntil } from './team-wakes.ts';

const CHANNEL = 'C0TEAM';
/** Also of an answer: how quick the bot is on a machine that does other things is not what a story is about. */
const WITHIN_MS = 15_000;
/** More often than anything is tried. */
const MANY = 1_000;
/** Of the two cards of a session that open the form of somebody's own. */
const CARD_BUTTON = /\[(Send my card|Note a sentence)\]/u;

export interface SlackTeamStory extends TeamStory {
  readonly slack: SlackCoach['slack'];
}

/** A team in a Slack on loopback. `people`: names, each with what their profile tells. */
export async function slackTeamStory(
  name: string,
  begins: string,
  people: Readonly<Record<string, FakeUserOptions>>,
): Promise<SlackTeamStory> {
  const clock = movingClock();
  clock.forward(Date.parse(begins) - clock.now().getTime());
  const first = await startSlackCoach(name, { now: clock.now, fake: { patienceMs: WITHIN_MS } });
  const { slack } = first;
  let coach: SlackCoach = first;
  slack.channel(CHANNEL);
  const ids = new Map(Object.keys(people).map((one) => [one, `U0${one.toUpperCase()}`]));
  const names = new Map([...ids].map(([one, id]) => [id, one]));
  const lives: SlackCoach[] = [first];
  const of = (channel: string) => slack.messages(channel).filter(({ bot_id }) => bot_id !== undefined);

  const outbox = teamOutbox('slack', () => coach.world);
  const seen = new Set<string>();
  /** Slack shows a file a little after it has taken it. */
  const areFilesShown = () => {
    for (const id of ids.values())
      for (const { files = [] } of of(slack.dmOf(id))) for (const file of files) seen.add(textOf(file.id));
    return slack.calls
      .filter(({ method, result }) => method === 'files.completeUploadExternal' && result === 'ok')
      .every(({ args }) => listOf(args.files).every((file) => seen.has(textOf(file.id))));
  };
  const settled = async () => {
    await outbox.settled();
    await eventually(areFilesShown);
  };
  const namesIn = (channel: string) => {
    if (channel === CHANNEL) return [EVERYBODY];
    const alone = [...ids].find(([, id]) => slack.dmOf(id) === channel)?.[0];
    const several = slack.membersOf(channel).map((id) => names.get(id) ?? id);
    return alone === undefined ? several.toSorted() : [alone];
  };
  const groups = () =>
    [...new Set(slack.calls.map(({ args }) => textOf(args.channel)))].filter(
      (channel) => slack.membersOf(channel).length > 0,
    );

  const mates = new Map(
    Object.entries(people).map(([one, profile]) => [one, mateOf(one, ids.get(one) ?? '', profile)]),
  );

  function mateOf(name: string, id: string, profile: FakeUserOptions): StoryMate {
    const person = slack.user(id, { name, tz: 'Europe/Berlin', ...profile });
    const dm = slack.dmOf(id);
    const reads = () => of(dm).map(readMessage);
    const alone = () => person.ephemerals.map(readMessage);
    const mine = () => slack.messages(CHANNEL).length + of(dm).length + alone().length + inGroups();
    const inGroups = () =>
      groups()
        .filter((channel) => slack.membersOf(channel).includes(id))
        .reduce((sum, channel) => sum + of(channel).length, 0);
    const somethingNew = async (doing: () => Promise<{ timedOut: boolean }>, what: string) => {
      const before = mine();
      expect((await doing()).timedOut).toBe(false);
      await slack.until(() => mine() > before, `something new for ${name} after ${what}`, WITHIN_MS);
      await settled();
    };
    const newest = (channel: string, button: string) => {
      const found = of(channel).findLast((message) => readMessage(message).includes(`[${button}]`));
      if (found === undefined) throw new Error(`${name} has no ${button} in ${channel}`);
      return found.ts;
    };
    const opens = async (button: string) => {
      expect((await person.presses(button, { in: newest(dm, button) })).timedOut).toBe(false);
      await slack.until(() => person.modal() !== undefined, `the form of ${button}`, WITHIN_MS);
    };
    const sends = (filled: Parameters<typeof person.submits>[0]) =>
      somethingNew(async () => {
        const ack = await person.submits(filled);
        expect(person.modal()?.errors).toBeUndefined();
        return ack;
      }, 'a form');
    return {
      id,
      name,
      reads,
      alone,
      types: (words) => somethingNew(() => person.slash(`team ${words}`, { channel: CHANNEL }), words),
      presses(what, where) {
        const channel = where === undefined ? dm : where === 'channel' ? CHANNEL : where.id;
        return somethingNew(() => person.presses(what, { in: newest(channel, what) }), what);
      },
      async sendsCard(line) {
        await opens(
          CARD_BUTTON.exec(reads().findLast((message) => CARD_BUTTON.test(message)) ?? '')?.[1] ?? '',
        );
        const inputs = (person.modal()?.blocks ?? []).filter(({ type }) => type === 'input');
        const has = (id: string) => inputs.some(({ block_id }) => block_id === id);
        const heard = has('question') ? 'heard clearly' : 'want more';
        const steps = inputs.map(({ block_id }) => textOf(block_id)).filter((each) => /^step-/u.test(each));
        const question = has('question') ? { question: `And then? ${line}` } : {};
        const filled = {
          ...Object.fromEntries(steps.map((step) => [step, heard])),
          stayed: line,
          ...question,
        };
        await sends(filled);
        return true;
      },
      async typesAnswer(words) {
        await opens('Type my answer');
        await sends({ answer: words });
      },
      async deletesAll() {
        expect((await person.slash('delete my data', { channel: CHANNEL })).timedOut).toBe(false);
        await person.presses('Delete everything');
        await slack.until(() => alone().join('\n').includes(DELETED), `that ${name} is told`, WITHIN_MS);
      },
      async files() {
        const all = of(dm).flatMap(({ files = [] }) => files);
        const headers = { authorization: `Bearer ${slack.botToken}` };
        return Promise.all(
          all.map(async ({ url_private }) => (await fetch(textOf(url_private), { headers })).text()),
        );
      },
    };
  }

  return {
    slack,
    now: clock.now,
    async until(instant) {
      await ringTeamsUntil(
        {
          world: coach.world,
          platform: { platform: 'slack', scope: slack.teamId },
          goTo: (ms) => clock.forward(Math.max(0, ms - clock.now().getTime())),
          settled,
        },
        instant,
      );
    },
    mate(one) {
      const found = mates.get(one);
      if (found === undefined) throw new Error(`there is no ${one}`);
      return found;
    },
    inChannel: () => slack.messages(CHANNEL).map(readMessage),
    rooms: () =>
      groups().map((id): StoryRoom => ({ id, people: namesIn(id), messages: of(id).map(readMessage) })),
    sent: () => [
      ...slack.calls
        .filter(({ result }) => result === 'ok')
        .map(({ method, args }): Sent => {
          const channel = textOf(args.channel);
          return { words: JSON.stringify(args), readers: channel === '' ? [method] : namesIn(channel) };
        }),
      ...slack.acks.map(({ payload }): Sent => ({ words: JSON.stringify(payload), readers: ['an answer'] })),
      ...[...mates.values()].flatMap((mate) =>
        mate.alone().map((words): Sent => ({ words, readers: [mate.name] })),
      ),
    ],
    deliveries: () =>
      slack.calls
        .filter(({ method, result }) => method === 'chat.postMessage' && result === 'ok')
        .map(({ args }) => textOf(fieldsOf(fieldsOf(args.metadata).event_payload).id))
        .filter((id) => id !== ''),
    undelivered: outbox.undelivered,
    logged: () => JSON.stringify(lives.map(({ world, adapterLogged }) => [world.logged, adapterLogged])),
    stored: () => dumpDatabase(coach.world.url),
    losesTouchWith(one, code) {
      const id = ids.get(one) ?? '';
      const dm = slack.dmOf(id);
      outbox.cannotReach(id);
      slack.fail('conversations.open', { error: code }, MANY, ({ users }) =>
        textOf(users).split(',').includes(id),
      );
      slack.fail('chat.postMessage', { error: code }, MANY, ({ channel }) => channel === dm);
      slack.fail(
        'files.completeUploadExternal',
        { error: code },
        MANY,
        ({ channel_id }) => channel_id === dm,
      );
    },
    hoursPass: () => outbox.hoursPass(clock.forward),
    ends: () => coach.stop(),
    async begins(at) {
      clock.forward(Date.parse(at) - clock.now().getTime());
      coach = await coach.another();
      lives.push(coach);
    },
    violations: () => slack.violations,
    async close() {
      if (coach === first) return first.close();
      await coach.stop();
      await first.world.drop();
      await slack.close();
    },
  };
}
