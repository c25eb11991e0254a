/**
 * The product in Slack as `src/main/run.ts` puts it together, but with no limit of ours to how fast it posts: the bench
 * asks how fast it could. Everything else is as in a real one, the queue and its workers included.
 */
import { createSlackAdapter } from '../../adapters/slack/adapter.ts';
import { createRates } from '../../adapters/slack/deliver/rates.ts';
import { createLooks } from '../../src/coach/looks.ts';
import type { Delivery, Performer } from '../../src/coach/ports.ts';
import { parseConfig } from '../../src/config.ts';
import { catalog } from '../../src/guide/catalog.ts';
import { openLog } from '../../src/log.ts';
import { type Jobs, startJobs } from '../../src/main/jobs.ts';
import { readText, warmReader } from '../../src/main/reading.ts';
import { forgetLeftover, takeLeftovers } from '../../src/store/leftovers.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createSystem, type System } from '../../src/system.ts';
import { runsAsChild } from './slack-child.ts';

const NO_LIMIT = 1_000_000_000;

const config = parseConfig(process.env);
const log = openLog('warn', undefined);
const now = () => new Date();
const zone = 'UTC';
if (config.slack === undefined) throw new Error('no Slack is set up');
const store = await openStore(config, log.log);
const slack = createSlackAdapter({
  config: config.slack,
  log: log.log,
  now,
  host: '127.0.0.1',
  rates: createRates(NO_LIMIT, NO_LIMIT),
});
let jobs: Promise<Jobs> | undefined;
const jobsPerformer: Performer = {
  name: 'jobs',
  perform: async (delivery: Delivery) => (await theJobs()).performer.perform(delivery),
};
const system: System = createSystem({
  store,
  catalog,
  read: readText,
  performers: [slack.performer, jobsPerformer],
  whereabouts: () => 'Your words stay in this workspace and with whoever runs me.',
  now,
  zone,
  log: log.log,
});
warmReader();
await theJobs();
system.start();
await slack.start({
  coach: system.coach,
  teamDesk: system.teamDesk,
  looks: createLooks({ ...store, catalog, read: readText, zone, now }),
  uninstall: () => Promise.resolve(),
  takeLeftovers: (limit) => takeLeftovers(store.db, 'slack', now(), limit),
  forgetLeftover: (id) => forgetLeftover(store.db, id),
});
runsAsChild(slack.port() ?? 0, async () => {
  await slack.stop();
  await (await theJobs()).stop();
  await system.stop();
  await store.close();
});

/** The coach and its jobs know each other, as in `run.ts`. */
function theJobs(): Promise<Jobs> {
  jobs ??= startJobs(config, log, store, () => system);
  return jobs;
}
