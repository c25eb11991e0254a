/**
 * What a process of roles `slack,jobs` (or `discord,jobs`) runs for reminders, put together as `src/main/run.ts` and
 * `src/main/jobs.ts` do it, with one difference: the product serves one workspace a process today, here a delivery goes to
 * one of many performers by its installation. Started by `reminder-child.ts`, told what by the environment.
 */
import { createDiscordPerformer } from '../../adapters/discord/deliver/deliver.ts';
import { createLiveAnswers } from '../../adapters/discord/deliver/live-answers.ts';
import { createRest } from '../../adapters/discord/gateway/rest.ts';
import { createSlackClient } from '../../adapters/slack/api/client.ts';
import { createSlackPerformer } from '../../adapters/slack/deliver/deliver.ts';
import { createJobBackend } from '../../jobs/backend.ts';
import { createBellQueue, workBells } from '../../jobs/bell.ts';
import { createCritiqueQueue, workCritiques } from '../../jobs/critique.ts';
import { createJobsPerformer } from '../../jobs/performer.ts';
import { createSweeps } from '../../jobs/sweeps.ts';
import { createTeamCritiqueQueue } from '../../jobs/team-critique.ts';
import type { Performer } from '../../src/coach/ports.ts';
import { loadLanguage } from '../../src/critique/language.ts';
import { createRubricCritic } from '../../src/critique/rubric.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { readText, warmReader } from '../../src/main/reading.ts';
import { drizzleOn } from '../../src/store/drizzle.ts';
import { parseKeyring } from '../../src/store/keyring.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createPool } from '../../src/store/pool.ts';
import { createPresence } from '../../src/store/process-presence.ts';
import { createSystem } from '../../src/system.ts';
import { ProductSetUpSchema, reports } from './reminder-child.ts';
import { installationOf } from './reminder-people.ts';

const setUp = ProductSetUpSchema.parse(JSON.parse(process.env.BENCH_REMINDERS ?? ''));
const loadedAt = performance.now();

const now = () => new Date();
const counted = new Map<string, number>();
const log = (event: string, fields: Readonly<Record<string, unknown>> = {}) => {
  const name = [event, fields.step, fields.code].filter((part) => part !== undefined).join(' ');
  counted.set(name, (counted.get(name) ?? 0) + 1);
};
const pool = createPool(setUp.url, { max: 10, pipeline: true, onError: () => undefined });
await migrate(pool);
const db = drizzleOn(pool);
const ring = parseKeyring(setUp.keys);
const presence = await createPresence(setUp.url, log);
const store = { pool, db, ring, presence };
const backend = await createJobBackend({
  redisUrl: setUp.redisUrl,
  databaseUrl: setUp.url,
  ...(setUp.namespace === undefined ? {} : { namespace: setUp.namespace }),
  log,
});
const critiques = createCritiqueQueue(backend);
const bells = createBellQueue(backend);
const teamCritiques = createTeamCritiqueQueue(backend);
const system = createSystem({
  store,
  catalog,
  read: readText,
  performers: [performerOf(setUp), createJobsPerformer(critiques, bells, teamCritiques, now)],
  whereabouts: () => 'Your words stay in this workspace and with whoever runs me.',
  now,
  zone: 'UTC',
  log,
});
const { coach, teams } = system;
workCritiques(backend, { db, ring, catalog, critic: createRubricCritic(loadLanguage()), coach });
workBells(backend, pool, coach, teams);
const sweeps = createSweeps({
  ...store,
  coach,
  critiques,
  bells,
  teamCritiques,
  retentionDays: 365,
  now,
  log,
});
system.start();
warmReader();
const connectedAt = performance.now();
if (setUp.runs) sweeps.start();
else await sweeps.atStart();
reports(
  { loadedMs: loadedAt, connectedMs: connectedAt, readyMs: performance.now() },
  () => [...counted].map(([event, count]) => `${event} ${count}`),
  async () => {
    await sweeps.stop();
    await backend.close();
    await system.stop();
    await presence.close();
    await pool.end();
  },
);

function performerOf({ platform, apiUrl, workspaces }: typeof setUp): Performer {
  return platform === 'slack' ? slackIn(workspaces, apiUrl) : discordAt(apiUrl);
}

/** One performer a workspace, each with a client, limits and a memory of its own. */
function slackIn(workspaces: readonly string[], apiUrl: string): Performer {
  const performers = new Map(
    workspaces.map((team) => [
      installationOf({ platform: 'slack', scope: team, userId: '' }),
      createSlackPerformer({
        client: createSlackClient({ token: `xoxb-${team}`, apiUrl, teamId: team }),
        log,
        now,
        exportOf: () => Promise.resolve(undefined),
        readers: [],
        tokenDied: () => undefined,
      }),
    ]),
  );
  return {
    name: 'slack',
    async perform(delivery) {
      const performer = performers.get(delivery.installationId);
      // Where only the start is measured there is no workspace: what comes due meanwhile waits.
      return (await performer?.perform(delivery)) ?? { outcome: 'later', afterMs: 60_000 };
    },
  };
}

function discordAt(apiUrl: string): Performer {
  return createDiscordPerformer({
    rest: createRest({ token: 'bench-token', apiUrl }),
    bot: () => undefined,
    answers: createLiveAnswers(() => Date.now()),
    log,
    now,
    exportOf: () => Promise.resolve(undefined),
    tokenDied: () => undefined,
  });
}
