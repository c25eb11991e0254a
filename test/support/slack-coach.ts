import { createSlackAdapter, type SlackAdapter } from '../../adapters/slack/adapter.ts';
import { createRates, type Rates } from '../../adapters/slack/deliver/rates.ts';
import type { SlackWorld } from '../../adapters/slack/desk.ts';
import { READERS_IN_SHORT } from '../../adapters/slack/readers.ts';
import { createLooks } from '../../src/coach/looks.ts';
import type { ViewParts } from '../../src/coach/views.ts';
import type { Session } from '../../src/conversation/session.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { read } from '../../src/critique/read.ts';
import type { SlackConfig } from '../../src/slack-config.ts';
import { forgetLeftover, takeLeftovers } from '../../src/store/leftovers.ts';
import { deleteInstallation, findPerson } from '../../src/store/people.ts';
import { practicesOf } from '../../src/store/practices.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { createWorld, type World, type WorldOptions } from './practice.ts';

export type Transport = SlackConfig['mode'];

export interface SlackCoach {
  readonly slack: FakeSlack;
  readonly world: World;
  readonly adapter: SlackAdapter;
  /** What the adapter logged; the rest is in `world.logged`. */
  readonly adapterLogged: readonly { event: string; fields: unknown }[];
  /** The person behind a user id, as the coach knows them. */
  ref(userId: string): PersonRef;
  /** Their practices, oldest first. */
  sessions(userId: string): Promise<readonly Session[]>;
  /** Another process on the same database and the same workspace. */
  another(): Promise<SlackCoach>;
  /** Ends the coach and not the workspace, as if the process were gone. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export interface SlackCoachOptions
  extends Pick<WorldOptions, 'critic' | 'jobs' | 'now' | 'url' | 'keys' | 'redisUrl'> {
  readonly transport?: Transport;
  readonly fake?: FakeSlackOptions;
  readonly rates?: Rates;
  /** Between two changes of a clock, and two removals of messages, in ms. */
  readonly tickMs?: number;
  readonly pauseMs?: number;
  /** A workspace that is there already. */
  readonly slack?: FakeSlack;
}

/** The whole product in a Slack on loopback: real Bolt, real PostgreSQL, real queue. */
export async function startSlackCoach(name: string, options: SlackCoachOptions = {}): Promise<SlackCoach> {
  const { transport = 'http' } = options;
  const slack = options.slack ?? (await startFakeSlack(options.fake));
  const common = { botToken: slack.botToken, apiUrl: slack.apiUrl };
  const config: SlackConfig =
    transport === 'http'
      ? { mode: 'http', ...common, signingSecret: slack.signingSecret, port: 0 }
      : { mode: 'socket', ...common, appToken: slack.appToken };
  const adapterLogged: { event: string; fields: unknown }[] = [];
  const now = options.now ?? (() => new Date());
  const adapter = createSlackAdapter({
    config,
    log: (event, fields) => void adapterLogged.push({ event, fields }),
    now,
    host: '127.0.0.1',
    // Tests type faster than people.
    rates: options.rates ?? createRates(1_000_000, 100_000),
    // Nor is their Slack away for long.
    sockets: { apartMs: 200, firstWaitMs: 50 },
    ...(options.tickMs === undefined ? {} : { tickMs: options.tickMs }),
    pauseMs: options.pauseMs ?? 50,
  });
  const { transport: _, fake: __, slack: ___, rates: ____, ...others } = options;
  const { tickMs: _____, pauseMs: ______, ...worldOptions } = others;
  const world = await createWorld(name, {
    ...worldOptions,
    performers: [adapter.performer],
    whereabouts: () => READERS_IN_SHORT,
  });
  await adapter.start(slackWorldOf(world));
  const port = adapter.port();
  if (port !== undefined) slack.connectHttp(`http://127.0.0.1:${port}/slack/events`);
  const ref = (userId: string): PersonRef => ({ platform: 'slack', scope: slack.teamId, userId });
  const stop = async () => {
    if (port !== undefined) slack.connectHttp(undefined);
    await adapter.stop();
    await world.dropDead();
  };
  return {
    slack,
    world,
    adapter,
    adapterLogged,
    ref,
    async sessions(userId) {
      const person = await findPerson(world.db, world.ring, ref(userId));
      if (person === undefined) return [];
      const practices = await practicesOf(world.db, person, { as: 'owner', personId: person.id });
      return practices.map(({ session }) => session);
    },
    another: () => startSlackCoach(name, { ...options, transport, slack, url: world.url, keys: world.keys }),
    stop,
    async close() {
      await adapter.stop();
      await world.close();
      await slack.close();
    },
  };
}

function slackWorldOf({ db, ring, catalog, now, system }: World): SlackWorld {
  const readText: ViewParts['read'] = (text, guide, about) => read(text, guide, loadLanguage(), about);
  return {
    coach: system.coach,
    teamDesk: system.teamDesk,
    looks: createLooks({ db, ring, catalog, read: readText, zone: 'UTC', now }),
    uninstall: async (installation) => {
      await deleteInstallation(db, 'slack', installation);
    },
    takeLeftovers: (limit) => takeLeftovers(db, 'slack', now(), limit),
    forgetLeftover: (id) => forgetLeftover(db, id),
  };
}
