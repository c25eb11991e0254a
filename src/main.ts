import type { Server } from 'node:http';
import { join } from 'node:path';
import { createTerminalAdapter } from '../adapters/terminal/adapter.ts';
import { widthFor } from '../adapters/terminal/limits.ts';
import { renderCard } from '../adapters/terminal/render.ts';
import { atMost } from '../jobs/at-most.ts';
import type { Card } from './card/card.ts';
import type { App } from './cli/app.ts';
import { runProgram } from './cli/program.ts';
import { exportPerson } from './coach/export.ts';
import type { Delivery, Performer } from './coach/ports.ts';
import { viewOf } from './coach/views.ts';
import { type Config, parseConfig, refuseUnbuiltPlatforms } from './config.ts';
import type { CardDraft } from './conversation/turn.ts';
import type { ToldFor } from './critique/doubts.ts';
import { loadLanguage } from './critique/language.ts';
import { draftFromText, type ReadAs, read } from './critique/read.ts';
import type { Reading } from './critique/reading.ts';
import { createRubricCritic } from './critique/rubric.ts';
import { ConfigError } from './errors.ts';
import { catalog } from './guide/catalog.ts';
import type { Guide } from './guide/guide.ts';
import { serveHealth } from './health.ts';
import { type OpenLog, openLog } from './log.ts';
import { openStore, type Store } from './store/open-store.ts';
import { deletePerson, findPerson } from './store/people.ts';
import { createSystem, type System } from './system.ts';
import type { PersonRef } from './who/person.ts';
import type { Place } from './who/place.ts';

/** The composition root: the one file that knows adapters, jobs and src. */

const now = () => new Date();
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** After the first prompt stands: loading BullMQ and the language model must not delay it. */
const AFTER_FIRST_PROMPT_MS = 150;
const STOPPING_MS = 3_000;

async function main(): Promise<number> {
  loadDotEnv();
  let log: OpenLog | undefined;
  try {
    const config = parseConfig(process.env);
    log = logIn(config);
    const code = await runProgram(process.argv.slice(2), createApp(config, log), log.fault);
    log.flush();
    return code;
  } catch (error) {
    if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
    else
      process.stderr.write(
        `Something went wrong on our side${log === undefined ? '' : ` (${log.fault(error)} in the log)`}.\n`,
      );
    return 1;
  }
}

function createApp(config: Config, log: OpenLog): App {
  const person: PersonRef = { platform: 'terminal', scope: 'local', userId: config.user };
  const withStore = async <T>(use: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(config, log.log);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  };
  const view = (ref: PersonRef, command: Parameters<typeof viewOf>[1]) =>
    withStore(async (store) =>
      cardOf((await viewOf({ ...store, catalog, zone, read: readText }, command, ref)) ?? { blocks: [] }),
    );
  return {
    async start() {
      refuseUnbuiltPlatforms(process.env);
      if (!config.roles.includes('terminal'))
        throw new ConfigError(
          'ROLES',
          'without terminal this version has nothing to run: the jobs run beside the terminal.',
          'terminal,jobs',
        );
      return runTerminal(config, log, person);
    },
    practice: () => runTerminal(config, log, person),
    async critique(text, role) {
      const guide = catalog.default;
      const language = loadLanguage();
      const reading = read(text, guide, language);
      if (reading.distress) return { judgement: undefined, isHard: true, guide };
      const input = { draft: draftFromText(text, reading), role, guide, setAside: [] };
      const judgement = await createRubricCritic(language)(input, AbortSignal.timeout(60_000));
      return { judgement, isHard: false, guide };
    },
    history: (ref) => view(ref, { name: 'history' }),
    show: (ref, number) => view(ref, { name: 'show', number }),
    export: (ref) =>
      withStore(async ({ db, ring }) => {
        const found = await findPerson(db, ring, ref);
        return found === undefined ? undefined : exportPerson(db, found, { as: 'operator' }, catalog);
      }),
    delete: (ref) => withStore(({ db, ring }) => deletePerson(db, ring, ref, now())),
    async migrate() {
      await withStore(async (store) => {
        const { createJobBackend } = await import('../jobs/backend.ts');
        const backend = await createJobBackend({
          redisUrl: config.redisUrl,
          databaseUrl: store.url,
          log: log.log,
        });
        await backend.close();
      });
    },
    async doctor() {
      const { diagnose } = await import('./cli/diagnose.ts');
      const { readRedisPolicy } = await import('../jobs/redis-policy.ts');
      return diagnose(config, { openStore: () => openStore(config, log.log), readRedisPolicy });
    },
    draw: (card) =>
      `${renderCard(card, { width: widthFor(process.stdout.columns), colour: hasColour(), choices: false })}\n`,
    defaultPerson: person,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}

/** The terminal coach: its adapter, and the jobs of this process unless ROLES leaves them to another. */
async function runTerminal(config: Config, log: OpenLog, person: PersonRef): Promise<number> {
  const isTty = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const adapter = createTerminalAdapter({
    person,
    input: process.stdin,
    output: process.stdout,
    isTty,
    colour: hasColour(),
    log: log.log,
    now,
  });
  const store = await openStore(config, log.log);
  const hasJobs = config.roles.includes('jobs');
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
  };
  const system: System = createSystem({
    store,
    catalog,
    read: readText,
    performers: hasJobs ? [adapter.performer, jobsPerformer] : [adapter.performer],
    whereabouts: whereaboutsOf(config),
    now,
    zone,
    log: log.log,
  });
  const early = hasJobs
    ? setTimeout(() => void theJobs().then(warmReader, log.fault), AFTER_FIRST_PROMPT_MS)
    : undefined;
  const queueReady = async () => !hasJobs || (await theJobs()).isReady();
  let health: Server | undefined;
  try {
    if (config.healthPort !== undefined)
      health = await serveHealth(config.healthPort, {
        postgresql: store.isReady,
        queue: queueReady,
        terminal: async () => true,
      });
    system.start();
    return await adapter.run({ coach: system.coach, presence: store.presence, onSignal });
  } finally {
    clearTimeout(early);
    health?.closeAllConnections();
    health?.close();
    // What is away (a Redis, say) must not keep the person from leaving: all that waits is in the outbox.
    await atMost(STOPPING_MS, async () => (await jobs?.catch(() => undefined))?.stop());
    await atMost(STOPPING_MS, () => system.stop());
    await store.close();
  }
}

interface Jobs {
  readonly performer: Performer;
  isReady(): Promise<boolean>;
  stop(): Promise<void>;
}

/** The queue, its workers and the sweeps. Loaded late: BullMQ takes longer to load than the rest together. */
async function startJobs(config: Config, log: OpenLog, store: Store, system: () => System): Promise<Jobs> {
  const [{ createJobBackend }, critique, bell, { createJobsPerformer }, { createSweeps }] = await Promise.all(
    [
      import('../jobs/backend.ts'),
      import('../jobs/critique.ts'),
      import('../jobs/bell.ts'),
      import('../jobs/performer.ts'),
      import('../jobs/sweeps.ts'),
    ],
  );
  const backend = await createJobBackend({ redisUrl: config.redisUrl, databaseUrl: store.url, log: log.log });
  const { coach } = system();
  const critiques = critique.createCritiqueQueue(backend);
  const bells = bell.createBellQueue(backend);
  const critic = createRubricCritic(loadLanguage());
  critique.workCritiques(backend, { db: store.db, ring: store.ring, catalog, critic, coach });
  bell.workBells(backend, store.pool, coach);
  const sweeps = createSweeps({
    ...store,
    coach,
    critiques,
    bells,
    retentionDays: config.retentionDays,
    now,
    log: log.log,
  });
  sweeps.start();
  if (config.redisUrl !== undefined) void warnOfRedisPolicy(config.redisUrl, log);
  return {
    performer: createJobsPerformer(critiques, bells, now),
    isReady: () => backend.isReady(),
    async stop() {
      await sweeps.stop();
      await backend.close();
    },
  };
}

async function warnOfRedisPolicy(url: string, log: OpenLog): Promise<void> {
  const { readRedisPolicy } = await import('../jobs/redis-policy.ts');
  const policy = await readRedisPolicy(url);
  if (policy.state === 'forgets') process.stderr.write(`${policy.cure}\n`);
  if (policy.state === 'unknown' && /^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_)/.test(policy.reason))
    process.stderr.write('REDIS_URL: Redis does not answer. Critiques wait until it does.\n');
  if (policy.state === 'unknown') log.log('redis-policy-unknown', { code: policy.reason });
}

/** What a text shows; the language model is loaded at the first one. */
function readText(text: string, guide: Guide, about?: ToldFor, as?: ReadAs): Reading {
  return read(text, guide, loadLanguage(), about, as);
}

/** The first text read costs some 0.4 s (the model, and patterns to compile): better before anybody waits for it. */
function warmReader(): void {
  const [sample] = catalog.default.samples;
  if (sample !== undefined)
    readText(Object.values(sample.steps).join(' '), catalog.default, { role: sample.profession });
}

/** Who can read what is written here, in one sentence. */
function whereaboutsOf(config: Config): (place: Place) => string {
  const sentence =
    config.databaseUrl === undefined
      ? 'Your words stay on this machine, encrypted; whoever runs it can read them.'
      : 'Your words are kept encrypted in a database; whoever runs it can read them.';
  return () => sentence;
}

function cardOf(reply: Pick<CardDraft, 'blocks'>): Card {
  return { v: 1, blocks: reply.blocks, buttons: [], asks: 'nothing' };
}

function hasColour(): boolean {
  return process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
}

function onSignal(call: (signal: string) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => call(signal));
}

/** A home that cannot be written has no log; whatever needs the home says so itself. */
function logIn(config: Config): OpenLog {
  try {
    return openLog(config.logLevel, join(config.home, 'coach.log'));
  } catch {
    return openLog('silent', undefined);
  }
}

/** Settings of a `.env` file count where the environment has none. */
function loadDotEnv(): void {
  try {
    process.loadEnvFile();
  } catch {
    // there is none
  }
}

process.exitCode = await main();
// Whatever still holds a connection by now has nothing left to do.
setTimeout(() => process.exit(), STOPPING_MS).unref();
