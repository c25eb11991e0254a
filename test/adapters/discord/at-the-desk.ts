import { Routes } from 'discord.js';
import { expect } from 'vitest';
import { createDiscordAdapter } from '../../../adapters/discord/adapter.ts';
import { type CustomId, encodeCustomId } from '../../../adapters/discord/custom-id.ts';
import { discordPlace } from '../../../adapters/discord/discord-place.ts';
import { createRest } from '../../../adapters/discord/gateway/rest.ts';
import { buttonRow } from '../../../adapters/discord/render/retry.ts';
import type { Handled } from '../../../src/coach/coach.ts';
import type { Incoming } from '../../../src/coach/incoming.ts';
import type { Looked, Looks } from '../../../src/coach/looks.ts';
import type { TeamDesk } from '../../../src/coach/teams/team-desk.ts';
import { catalog } from '../../../src/guide/catalog.ts';
import type { Practice } from '../../conversation/practice.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { Interacted } from '../../fakes/discord/interacting.ts';
import type { FakePerson } from '../../fakes/discord/person.ts';
import { ADA } from './performing.ts';

export const SESSION = '0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0';

/** The whole adapter in a Discord on loopback, and behind it a coach that answers as the test wants it to. */
export interface AtTheDesk extends AsyncDisposable {
  readonly discord: FakeDiscord;
  readonly ada: FakePerson;
  /** Her direct messages with the bot. */
  readonly dm: string;
  /** What the coach was told, in order. */
  readonly told: readonly Incoming[];
  /** The names of what the adapter logged, in order. */
  readonly logged: readonly string[];
  /** Ada presses a button of hers that stands for this, in her direct messages. */
  presses(what: Pick<CustomId, 'kind' | 'action'> & Partial<CustomId>): Promise<Interacted>;
  /** What she alone was shown last, once it holds these words. */
  isTold(words: string): Promise<void>;
}

export interface Behind {
  /** What comes of an event; it is done, in her direct messages, unless said. `nth` counts from 1. */
  readonly handle?: (incoming: Incoming, nth: number, done: Handled) => Promise<Handled>;
  readonly looks?: Partial<Looks>;
  readonly teamDesk?: Partial<TeamDesk>;
  /** Before the bot starts. */
  readonly before?: (discord: FakeDiscord) => void;
}

export async function atTheDesk({
  handle,
  looks = {},
  teamDesk = {},
  before,
}: Behind = {}): Promise<AtTheDesk> {
  const discord = await startFakeDiscord({ contentIntent: true });
  const ada = discord.user(ADA, { name: 'Ada' });
  const dm = discord.dmOf(ADA);
  const told: Incoming[] = [];
  const logged: string[] = [];
  const rest = createRest({ token: discord.botToken, apiUrl: discord.apiUrl });
  const adapter = createDiscordAdapter({
    config: { token: discord.botToken, apiUrl: discord.apiUrl },
    log: (event) => void logged.push(event),
    now: () => new Date(),
    pauseMs: 1,
    firstWaitMs: 50,
  });
  const done: Handled = {
    outcome: 'done',
    stage: 'asking',
    sessionId: SESSION,
    place: () => discordPlace(dm),
    performed: Promise.resolve(),
  };
  before?.(discord);
  await adapter.start({
    coach: {
      handle: async (incoming) => {
        told.push(incoming);
        return (await handle?.(incoming, told.length, done)) ?? done;
      },
    },
    looks: { ...NOTHING, ...looks },
    teamDesk: { ...NO_TEAM, ...teamDesk },
    takeLeftovers: async () => [],
    forgetLeftover: async () => undefined,
  });
  await discord.until(
    () => logged.some((event) => event.startsWith('discord-commands')),
    'the commands are registered, or not',
    PATIENCE_MS,
  );
  return {
    discord,
    ada,
    dm,
    told,
    logged,
    async presses(what) {
      const { components } = buttonRow('A card.', 'Press', encodeCustomId({ userId: ADA, ...what }));
      const body = { components, flags: 1 << 15, allowed_mentions: { parse: [] } };
      await rest.post(Routes.channelMessages(dm), { body });
      return ada.presses('Press');
    },
    isTold: (words) =>
      discord.until(() => ada.toldAlone.at(-1)?.includes(words) === true, `"${words}" is told`, PATIENCE_MS),
    async [Symbol.asyncDispose]() {
      await adapter.stop();
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      await discord.close();
      expect(discord.violations).toEqual([]);
    },
  };
}

/** A machine that does other things as well. */
const PATIENCE_MS = 12_000;

/** Where a practice stands, as the adapter looks at it. */
export function lookedAt({ session }: Practice): Looked {
  return { session, guide: catalog.default, place: discordPlace('1') };
}

const NOTHING: Looks = {
  card: async () => undefined,
  practice: async () => undefined,
  ownersAt: async () => [],
  openPractice: async () => undefined,
  share: async () => undefined,
  takesShares: async () => true,
  home: () => Promise.reject(new Error('Discord has no home')),
  exportOf: async () => undefined,
  openPlaces: async () => [],
  canRemind: async () => 'yes',
  heard: async () => new Set<string>(),
};

const NO_TEAM: TeamDesk = {
  commanded: async () => undefined,
  pressed: async () => ({}),
  filled: async () => ({}),
};
