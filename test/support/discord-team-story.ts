import { expect } from 'vitest';
import { flat } from '../fakes/discord/controls.ts';
import type { Interacted } from '../fakes/discord/interacting.ts';
import type { FakeMessage } from '../fakes/discord/message.ts';
import { readMessage } from '../fakes/discord/plain.ts';
import { textOf } from '../fakes/slack/json.ts';
import { type DiscordCoach, startDiscordCoach } from './discord-coach.ts';
import { GENERAL, GUILD } from './discord-talk.ts';
import { dumpDatabase } from './dump.ts';
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

/** Also of an answer: how quick the bot is on a machine that does other things is not what a story is about. */
const WITHIN_MS = 15_000;
/** Of the two cards of a session that open the form of somebody's own. */
const CARD_BUTTON = /\[(Send my card|Note a sentence)\]/u;

/** Discord's "Unknown Member": who left the server is written to nowhere. */
const LEFT = '10007';
/** What stands there while the bot is at work. */
const THINKING = '(thinking)';

export interface DiscordTeamStory extends TeamStory {
  readonly discord: DiscordCoach['discord'];
}

/**
 * A team in a Discord on loopback, whose clock goes as clocks do between the times the story sets it forward. `zones`: of whom
 * the coach knows one (IANA), because they asked for reminders once: Discord tells none.
 */
export async function discordTeamStory(
  name: string,
  begins: string,
  people: readonly string[],
  zones: Readonly<Record<string, string>> = {},
): Promise<DiscordTeamStory> {
  let ahead = Date.parse(begins) - Date.now();
  const now = () => new Date(Date.now() + ahead);
  const goTo = (ms: number) => {
    ahead += Math.max(0, ms - now().getTime());
  };
  const first = await startDiscordCoach(name, {
    now,
    fake: { now: () => now().getTime(), patienceMs: WITHIN_MS },
  });
  const { discord } = first;
  let coach: DiscordCoach = first;
  const lives: DiscordCoach[] = [first];
  discord.guild(GUILD, { channels: [GENERAL] });
  const ids = new Map(
    people.map((one, index) => [one, `44444444444444483${String(index).padStart(2, '0')}`]),
  );
  const names = new Map([...ids].map(([one, id]) => [id, one]));
  const of = (channel: string) =>
    discord.messages(channel).filter(({ author }) => author.id === discord.botUserId);
  const threads = () => discord.threads(GENERAL);
  const inThread = ({ members }: ReturnType<typeof threads>[number]) =>
    [...members].flatMap((id) => names.get(id) ?? (id === discord.botUserId ? [] : [id])).toSorted();

  const outbox = teamOutbox('discord', () => coach.world);
  const { settled } = outbox;

  function mateOf(name: string): StoryMate {
    const id = ids.get(name) ?? '';
    const person = discord.user(id, { name });
    const dm = discord.dmOf(id);
    const reads = () => of(dm).map(readMessage);
    const alone = () => person.toldAlone.filter((words) => words !== THINKING);
    const mine = () =>
      JSON.stringify([
        reads(),
        alone(),
        of(GENERAL).length,
        threads().flatMap((thread) => (thread.members.has(id) ? [of(thread.id).length] : [])),
      ]);
    const somethingNew = async (doing: () => Promise<Interacted>, what: string) => {
      const before = mine();
      expect((await doing()).lost).toBe(false);
      await discord.until(() => mine() !== before, `something new for ${name} after ${what}`, WITHIN_MS);
      await settled();
    };
    const opens = async (button: string, where: { channel?: string } = { channel: dm }) => {
      expect((await person.presses(button, where)).lost).toBe(false);
      expect(person.modal()).toBeDefined();
    };
    const inputs = () =>
      flat(person.modal()?.components ?? []).filter(({ custom_id }) => custom_id !== undefined);
    const holds = (id: string) => inputs().some(({ custom_id }) => custom_id === id);
    const presses: StoryMate['presses'] = (what, where) => {
      const channel = where === undefined ? dm : where === 'channel' ? GENERAL : where.id;
      return somethingNew(() => person.presses(what, { channel }), what);
    };
    return {
      id,
      name,
      reads,
      alone,
      presses,
      types: (words) =>
        somethingNew(
          () => person.slash('practice-failure', { sub: 'team', options: { what: words }, in: GENERAL }),
          words,
        ),
      async sendsCard(line) {
        await opens(
          CARD_BUTTON.exec(reads().findLast((message) => CARD_BUTTON.test(message)) ?? '')?.[1] ?? '',
        );
        const steps = inputs()
          .map(({ custom_id }) => textOf(custom_id))
          .filter((each) => /^step-/u.test(each));
        if (steps.length === 0) {
          await somethingNew(() => person.submits({ stayed: line }), 'a sentence');
          return true;
        }
        const title = JSON.stringify(person.modal()?.components);
        const isOwn = title.includes('your own answer');
        const filled = Object.fromEntries(steps.map((step) => [step, isOwn ? 'want more' : 'heard clearly']));
        const before = alone().length;
        await somethingNew(() => person.submits(filled), 'five steps');
        if (!alone().slice(before).join().includes('[Two more lines]')) return false;
        await opens('Two more lines', {});
        expect(holds('stayed')).toBe(true);
        await somethingNew(
          () => person.submits({ stayed: line, question: `And then? ${line}` }),
          'two lines',
        );
        return true;
      },
      async typesAnswer(words) {
        await opens('Type my answer');
        await somethingNew(() => person.submits({ answer: words }), 'an answer');
      },
      async deletesAll() {
        const options = { sub: 'delete-my-data', in: GENERAL };
        expect((await person.slash('practice-failure', options)).lost).toBe(false);
        const isTold = (words: string) => () => alone().join('\n').includes(words);
        await discord.until(isTold('This deletes all'), `that ${name} is asked`, WITHIN_MS);
        await person.presses('Delete everything');
        await discord.until(isTold(DELETED), `that ${name} is told`, WITHIN_MS);
      },
      async files() {
        const all = of(dm).flatMap(({ attachments }) => attachments);
        return Promise.all(all.map(async ({ url }) => (await fetch(textOf(url))).text()));
      },
    };
  }
  const mates = new Map(people.map((one) => [one, mateOf(one)]));
  for (const [one, zone] of Object.entries(zones)) {
    const person = discord.user(ids.get(one) ?? '');
    await person.slash('practice-failure', {
      sub: 'remind',
      options: { when: 'daily 9:30', zone },
      in: GENERAL,
    });
    await discord.until(() => person.toldAlone.join().includes('Is that right?'), `the zone of ${one}`);
    await person.presses('Yes, remind me');
    await discord.until(() => of(discord.dmOf(person.id)).length > 0, `the reminders of ${one}`);
  }

  /** Every message as it ever stood, with the names of who is where it stood. */
  const everywhere = (): readonly { readonly message: FakeMessage; readonly readers: readonly string[] }[] =>
    [
      { id: GENERAL, readers: [EVERYBODY] },
      ...threads().map((thread) => ({ id: thread.id, readers: inThread(thread) })),
      ...[...ids].map(([one, id]) => ({ id: discord.dmOf(id), readers: [one] })),
    ].flatMap(({ id, readers }) => {
      const channel = discord.channelOf(id);
      return [...channel.all(), ...channel.earlier()].map((message) => ({ message, readers }));
    });

  return {
    discord,
    now,
    until: (instant) =>
      ringTeamsUntil(
        {
          world: coach.world,
          platform: { platform: 'discord', scope: discord.appId },
          goTo,
          settled,
        },
        instant,
      ),
    mate(one) {
      const found = mates.get(one);
      if (found === undefined) throw new Error(`there is no ${one}`);
      return found;
    },
    inChannel: () => of(GENERAL).map(readMessage),
    rooms: () =>
      threads().map(
        (thread): StoryRoom => ({
          id: thread.id,
          people: inThread(thread),
          messages: of(thread.id).map(readMessage),
        }),
      ),
    sent: () => [
      ...everywhere().map(({ message, readers }): Sent => ({ words: JSON.stringify(message), readers })),
      ...[...mates.values()].flatMap((mate) =>
        mate.alone().map((words): Sent => ({ words, readers: [mate.name] })),
      ),
      // An answer that everybody would have read stands among the messages above, too.
      ...discord.calls
        .filter(({ path }) => /^\/(?:interactions|webhooks)\//u.test(path))
        .map(({ path, body }): Sent => {
          const { userId = '' } = discord.interactions.find(({ token }) => path.includes(token)) ?? {};
          return { words: JSON.stringify(body), readers: [names.get(userId) ?? path] };
        }),
    ],
    deliveries: () => {
      const standing = [GENERAL, ...threads().map(({ id }) => id), ...[...ids.values()].map(discord.dmOf)];
      return standing.flatMap((id) => of(id).flatMap(({ nonce }) => nonce ?? []));
    },
    undelivered: outbox.undelivered,
    logged: () => JSON.stringify(lives.map(({ world, adapterLogged }) => [world.logged, adapterLogged])),
    stored: () => dumpDatabase(coach.world.url),
    losesTouchWith(one, code) {
      const id = ids.get(one) ?? '';
      outbox.cannotReach(id);
      discord.user(id).closesDms();
      if (code === LEFT) discord.user(id).leaves(GUILD);
    },
    hoursPass: () => outbox.hoursPass((ms) => goTo(now().getTime() + ms)),
    ends: () => coach.stop(),
    async begins(at) {
      goTo(Date.parse(at));
      coach = await coach.another();
      lives.push(coach);
    },
    violations: () => discord.violations,
    async close() {
      if (coach === first) return first.close();
      await coach.stop();
      await first.world.drop();
      await discord.close();
    },
  };
}
