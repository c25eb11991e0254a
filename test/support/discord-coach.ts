import { createDiscordAdapter, type DiscordAdapter } from '../../adapters/discord/adapter.ts';
import { READERS_IN_SHORT } from '../../adapters/discord/deliver/readers.ts';
import type { DiscordWorld } from '../../adapters/discord/desk.ts';
import { createLooks } from '../../src/coach/looks.ts';
import type { ViewParts } from '../../src/coach/views.ts';
import type { Session } from '../../src/conversation/session.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { read } from '../../src/critique/read.ts';
import { forgetLeftover, takeLeftovers } from '../../src/store/leftovers.ts';
import { findPerson } from '../../src/store/people.ts';
import { practicesOf } from '../../src/store/practices.ts';
import type { PersonRef } from '../../src/who/person.ts';
import {
  type FakeDiscord,
  type FakeDiscordOptions,
  startFakeDiscord,
} from '../fakes/discord/fake-discord.ts';
import { createWorld, eventually, type World, type WorldOptions } from './practice.ts';

export interface DiscordCoach {
  readonly discord: FakeDiscord;
  readonly world: World;
  readonly adapter: DiscordAdapter;
  /** What the adapter logged; the rest is in `world.logged`. */
  readonly adapterLogged: readonly { event: string; fields: unknown }[];
  /** The Message Content intent is granted: what is typed in threads is heard. */
  readonly hasContent: boolean;
  /** The person behind a user id, as the coach knows them. */
  ref(userId: string): PersonRef;
  /** Their practices, oldest first. */
  sessions(userId: string): Promise<readonly Session[]>;
  /** Resolves when the coach is through with a message or an interaction, by its id; soon where it makes nothing of it. */
  heard(id: string): Promise<void>;
  /** Another process on the same database and with the same token. */
  another(): Promise<DiscordCoach>;
  /** Ends the coach and not Discord, as if the process were gone. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export interface DiscordCoachOptions
  extends Pick<WorldOptions, 'critic' | 'jobs' | 'now' | 'url' | 'keys' | 'redisUrl'> {
  /** The application has the Message Content intent. Off unless said. */
  readonly contentIntent?: boolean;
  readonly fake?: FakeDiscordOptions;
  /** A Discord that is there already. */
  readonly discord?: FakeDiscord;
  /** Between two calls in the background, in ms. */
  readonly pauseMs?: number;
}

/** Commands are registered beside the start: nobody types one before they are all there. */
const REGISTERED_WITHIN_MS = 9_000;
/** An event that the coach has not taken up by then means nothing to it. */
const TAKEN_UP_WITHIN_MS = 600;
const THROUGH_WITHIN_MS = 9_000;

/** The whole product in a Discord on loopback: real discord.js, real PostgreSQL, real queue. */
export async function startDiscordCoach(
  name: string,
  options: DiscordCoachOptions = {},
): Promise<DiscordCoach> {
  const { contentIntent, fake, discord: given, pauseMs = 50, ...worldOptions } = options;
  const hasContent = contentIntent ?? fake?.contentIntent ?? false;
  const discord = given ?? (await startFakeDiscord({ ...fake, contentIntent: hasContent }));
  const adapterLogged: { event: string; fields: unknown }[] = [];
  const adapter = createDiscordAdapter({
    config: { token: discord.botToken, apiUrl: discord.apiUrl },
    log: (event, fields) => void adapterLogged.push({ event, fields }),
    now: options.now ?? (() => new Date()),
    pauseMs,
    // Their Discord is not away for long.
    firstWaitMs: 50,
  });
  const world = await createWorld(name, {
    ...worldOptions,
    performers: [adapter.performer],
    whereabouts: () => READERS_IN_SHORT,
  });
  const [takenUp, through] = [new Set<string>(), new Set<string>()];
  const { coach } = world.system;
  const handle: DiscordWorld['coach']['handle'] = async (incoming) => {
    takenUp.add(incoming.id);
    try {
      return await coach.handle(incoming);
    } finally {
      through.add(incoming.id);
    }
  };
  await adapter.start(discordWorldOf(world, handle));
  const isRegistered = () => adapterLogged.some(({ event }) => event.startsWith('discord-commands'));
  await eventually(isRegistered, REGISTERED_WITHIN_MS);
  const ref = (userId: string): PersonRef => ({ platform: 'discord', scope: discord.appId, userId });
  return {
    discord,
    world,
    adapter,
    adapterLogged,
    hasContent,
    ref,
    async sessions(userId) {
      const person = await findPerson(world.db, world.ring, ref(userId));
      if (person === undefined) return [];
      const practices = await practicesOf(world.db, person, { as: 'owner', personId: person.id });
      return practices.map(({ session }) => session);
    },
    async heard(id) {
      const about = (events: ReadonlySet<string>) => [...events].filter((event) => event.includes(id));
      const isTakenUp = await discord
        .until(() => about(takenUp).length > 0, 'it is taken up', TAKEN_UP_WITHIN_MS)
        .then(
          () => true,
          () => false,
        );
      const isThrough = () => about(takenUp).every((event) => through.has(event));
      if (isTakenUp) await discord.until(isThrough, 'the coach is through with it', THROUGH_WITHIN_MS);
    },
    another: () => startDiscordCoach(name, { ...options, discord, url: world.url, keys: world.keys }),
    async stop() {
      await adapter.stop();
      await world.dropDead();
    },
    async close() {
      await adapter.stop();
      await world.close();
      await discord.close();
    },
  };
}

function discordWorldOf(
  { db, ring, catalog, now, system }: World,
  handle: DiscordWorld['coach']['handle'],
): DiscordWorld {
  const readText: ViewParts['read'] = (text, guide, about) => read(text, guide, loadLanguage(), about);
  return {
    coach: { handle },
    teamDesk: system.teamDesk,
    looks: createLooks({ db, ring, catalog, read: readText, zone: 'UTC', now }),
    takeLeftovers: (limit) => takeLeftovers(db, 'discord', now(), limit),
    forgetLeftover: (id) => forgetLeftover(db, id),
  };
}
