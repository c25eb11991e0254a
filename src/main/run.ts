import type { Server } from 'node:http';
import type { DiscordAdapter } from '../../adapters/discord/adapter.ts';
import type { SlackAdapter } from '../../adapters/slack/adapter.ts';
import { createTerminalAdapter, type TerminalAdapter } from '../../adapters/terminal/adapter.ts';
import { atMost } from '../../jobs/at-most.ts';
import { createLooks } from '../coach/looks.ts';
import { nextReminder } from '../coach/next-reminder.ts';
import type { Delivery, ModelAt, Performer, PerformerName } from '../coach/ports.ts';
import type { Config } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { catalog } from '../guide/catalog.ts';
import { healthRoutes, type Readiness, serveHealth } from '../health.ts';
import type { OpenLog } from '../log.ts';
import { forgetLeftover, takeLeftovers } from '../store/leftovers.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { deleteInstallation } from '../store/people.ts';
import { createSystem, type System } from '../system.ts';
import type { PersonRef } from '../who/person.ts';
import { hasColour } from './colour.ts';
import { type Jobs, startJobs } from './jobs.ts';
import { modelAt } from './model-at.ts';
import { readText, warmReader } from './reading.ts';
import { onSignal, untilSignalled } from './signals.ts';
import { whereaboutsOf } from './whereabouts.ts';

const now = () => new Date();
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** After the first prompt stands: loading BullMQ and the language model must not delay it. */
const AFTER_FIRST_PROMPT_MS = 150;
const STOPPING_MS = 3_000;
/** A queue that is away must not keep the people away. */
const WARMING_MS = 5_000;

/**
 * The coach in this process, with these roles: the terminal until its person leaves, a server until a signal. Resolves
 * with the exit code.
 */
export async function runCoach(
  config: Config,
  log: OpenLog,
  roles: readonly PerformerName[],
  person: PersonRef,
): Promise<number> {
  // A promise of a library's that nobody waits for must not end everybody's talk: it is in the log.
  process.on('unhandledRejection', log.fault);
  // Before anything is started that has to be ended.
  const ended = roles.includes('terminal') ? undefined : untilSignalled();
  const store = await openStore(config, log.log);
  const model = config.llm === undefined ? undefined : modelAt(config.llm);
  const hasJobs = roles.includes('jobs');
  let jobs: Promise<Jobs> | undefined;
  // One that could not start (its database was just away) is started anew by the next job.
  const theJobs = () => {
    jobs ??= startJobs(config, log, store, () => system).catch((error: unknown) => {
      jobs = undefined;
      throw error;
    });
    return jobs;
  };
  const jobsPerformer: Performer = {
    name: 'jobs',
    perform: async (delivery: Delivery) => (await theJobs()).performer.perform(delivery),
    drop: async (names) => (await theJobs()).performer.drop?.(names),
  };
  let slack: SlackAdapter | undefined;
  let discord: DiscordAdapter | undefined;
  const readiness: Readiness = {
    postgresql: store.isReady,
    ...(hasJobs ? { queue: async () => (await theJobs()).isReady() } : {}),
    ...(roles.includes('slack') ? { slack: async () => slack?.isReady() === true } : {}),
    ...(roles.includes('discord') ? { discord: async () => discord?.isReady() === true } : {}),
    ...(roles.includes('terminal') ? { terminal: async () => true } : {}),
  };
  slack = roles.includes('slack') ? await slackIn(config, log, readiness) : undefined;
  discord = roles.includes('discord') ? await discordIn(config, log) : undefined;
  const terminal = roles.includes('terminal') ? terminalFor(person, log) : undefined;
  const performers = [
    slack?.performer,
    discord?.performer,
    terminal?.performer,
    hasJobs ? jobsPerformer : undefined,
  ];
  const system: System = createSystem({
    store,
    catalog,
    read: readText,
    performers: performers.filter((performer) => performer !== undefined),
    whereabouts: whereaboutsOf(config),
    model,
    now,
    zone,
    log: log.log,
  });
  const early =
    hasJobs && terminal !== undefined
      ? setTimeout(() => void theJobs().then(warmReader, log.fault), AFTER_FIRST_PROMPT_MS)
      : undefined;
  let health: Server | undefined;
  try {
    if (config.healthPort !== undefined) health = await serveHealth(config.healthPort, readiness);
    system.start();
    // Nobody types yet: what is slow the first time is done before the first command can come.
    if (terminal === undefined) {
      warmReader();
      if (hasJobs) await atMost(WARMING_MS, () => theJobs().catch(log.fault));
    }
    const starting = Promise.all([
      slack === undefined ? undefined : startSlack(slack, store, system, model),
      discord === undefined ? undefined : startDiscord(discord, store, system, model),
    ]);
    const signalled = await Promise.race([starting, ...(ended === undefined ? [] : [ended])]);
    if (typeof signalled === 'number') return signalled;
    if (terminal !== undefined)
      return await terminal.run({
        coach: system.coach,
        presence: store.presence,
        nextReminder: (who) => nextReminder(store.db, store.ring, who, now()),
        onSignal,
      });
    log.log('started', { roles: roles.join(','), port: slack?.port() });
    const heard = [slack?.isReady() === true ? 'Slack' : '', discord?.isReady() === true ? 'Discord' : ''];
    const where = heard.filter((name) => name !== '').join(' and ');
    if (process.stderr.isTTY === true && where !== '')
      process.stderr.write(`Comeback is in ${where}: type /practice-failure there. Ctrl-C ends it.\n`);
    return (await ended) ?? 0;
  } finally {
    clearTimeout(early);
    health?.closeAllConnections();
    health?.close();
    // What is away (a Redis, say) must not keep the person from leaving: all that waits is in the outbox.
    await atMost(STOPPING_MS, async () => void (await Promise.all([slack?.stop(), discord?.stop()])));
    await atMost(STOPPING_MS, async () => (await jobs?.catch(() => undefined))?.stop());
    await atMost(STOPPING_MS, () => system.stop());
    await store.close();
  }
}

function terminalFor(person: PersonRef, log: OpenLog): TerminalAdapter {
  const isTty = process.stdin.isTTY === true && process.stdout.isTTY === true;
  return createTerminalAdapter({
    person,
    input: process.stdin,
    output: process.stdout,
    isTty,
    colour: hasColour(),
    log: log.log,
    now,
  });
}

/** Bolt takes longer to load than the terminal to start: only who is in Slack loads it. */
async function slackIn(config: Config, log: OpenLog, readiness: Readiness): Promise<SlackAdapter> {
  if (config.slack === undefined)
    throw new ConfigError('ROLES', 'names slack, but no Slack is set up.', 'SLACK_BOT_TOKEN=xoxb-…');
  const { createSlackAdapter } = await import('../../adapters/slack/adapter.ts');
  return createSlackAdapter({ config: config.slack, log: log.log, now, routes: healthRoutes(readiness) });
}

async function startSlack(
  slack: SlackAdapter,
  store: Store,
  { coach, teamDesk }: System,
  model: ModelAt | undefined,
): Promise<void> {
  const { db, ring } = store;
  await slack.start({
    coach,
    teamDesk,
    looks: createLooks({ db, ring, catalog, read: readText, zone, now, model }),
    uninstall: async (installation) => {
      await deleteInstallation(db, 'slack', installation);
    },
    takeLeftovers: (limit) => takeLeftovers(db, 'slack', now(), limit),
    forgetLeftover: (id) => forgetLeftover(db, id),
  });
}

async function discordIn(config: Config, log: OpenLog): Promise<DiscordAdapter> {
  if (config.discord === undefined)
    throw new ConfigError('ROLES', 'names discord, but no Discord is set up.', 'DISCORD_TOKEN=…');
  const { createDiscordAdapter } = await import('../../adapters/discord/adapter.ts');
  return createDiscordAdapter({ config: config.discord, log: log.log, now });
}

async function startDiscord(
  discord: DiscordAdapter,
  store: Store,
  { coach, teamDesk }: System,
  model: ModelAt | undefined,
): Promise<void> {
  const { db, ring } = store;
  await discord.start({
    coach,
    teamDesk,
    looks: createLooks({ db, ring, catalog, read: readText, zone, now, model }),
    takeLeftovers: (limit) => takeLeftovers(db, 'discord', now(), limit),
    forgetLeftover: (id) => forgetLeftover(db, id),
  });
}
