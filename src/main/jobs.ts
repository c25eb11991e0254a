import type { JudgeParts } from '../coach/judge.ts';
import type { Performer } from '../coach/ports.ts';
import type { Config } from '../config.ts';
import type { Critic } from '../critique/critic.ts';
import { loadLanguage } from '../critique/language.ts';
import { createRubricCritic } from '../critique/rubric.ts';
import { catalog } from '../guide/catalog.ts';
import type { LlmConfig } from '../llm-config.ts';
import type { OpenLog } from '../log.ts';
import type { Store } from '../store/open-store.ts';
import type { System } from '../system.ts';
import { modelAt } from './model-at.ts';

const now = () => new Date();

/** The queue, its workers and the sweeps of this process. */
export interface Jobs {
  readonly performer: Performer;
  isReady(): Promise<boolean>;
  stop(): Promise<void>;
}

/** The queue, its workers and the sweeps. Loaded late: BullMQ takes longer to load than the rest together. */
export async function startJobs(
  config: Config,
  log: OpenLog,
  store: Store,
  system: () => System,
): Promise<Jobs> {
  const [{ createJobBackend }, critique, bell, team, { createJobsPerformer }, { createSweeps }] =
    await Promise.all([
      import('../../jobs/backend.ts'),
      import('../../jobs/critique.ts'),
      import('../../jobs/bell.ts'),
      import('../../jobs/team-critique.ts'),
      import('../../jobs/performer.ts'),
      import('../../jobs/sweeps.ts'),
    ]);
  const backend = await createJobBackend({ redisUrl: config.redisUrl, databaseUrl: store.url, log: log.log });
  const { coach, teams } = system();
  const critiques = critique.createCritiqueQueue(backend);
  const bells = bell.createBellQueue(backend);
  const critic = createRubricCritic(loadLanguage());
  const model = config.llm === undefined ? undefined : await modelCritic(config.llm, critic, log);
  critique.workCritiques(backend, { db: store.db, ring: store.ring, catalog, critic, model, coach });
  const teamCritiques = team.createTeamCritiqueQueue(backend);
  team.workTeamCritiques(backend, {
    ...store,
    guide: catalog.default,
    language: loadLanguage,
    critic,
    teams,
  });
  bell.workBells(backend, store.pool, coach, teams);
  const sweeps = createSweeps({
    ...store,
    coach,
    critiques,
    bells,
    teamCritiques,
    retentionDays: config.retentionDays,
    now,
    log: log.log,
  });
  sweeps.start();
  if (config.redisUrl !== undefined) void warnOfRedisPolicy(config.redisUrl, log);
  return {
    performer: createJobsPerformer(critiques, bells, teamCritiques, now),
    isReady: () => backend.isReady(),
    async stop() {
      await sweeps.stop();
      await backend.close();
    },
  };
}

/** The critic with the language model. Its SDK is loaded by those who use it. */
async function modelCritic(
  config: LlmConfig,
  offline: Critic,
  log: OpenLog,
): Promise<NonNullable<JudgeParts['model']>> {
  const { createLlmCritic } = await import('../../adapters/llm/llm-critic.ts');
  return { of: modelAt(config).of, critic: createLlmCritic({ config, offline, log: log.log }) };
}

async function warnOfRedisPolicy(url: string, log: OpenLog): Promise<void> {
  const { readRedisPolicy } = await import('../../jobs/redis-policy.ts');
  const policy = await readRedisPolicy(url);
  if (policy.state === 'forgets') process.stderr.write(`${policy.cure}\n`);
  if (policy.state === 'unknown' && /^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_)/.test(policy.reason))
    process.stderr.write('REDIS_URL: Redis does not answer. Critiques wait until it does.\n');
  if (policy.state === 'unknown') log.log('redis-policy-unknown', { code: policy.reason });
}
