import type { Config } from '../config.ts';
import { ConfigError, codeOf } from '../errors.ts';
import type { Store } from '../store/open-store.ts';
import { readSetAsides, type SetAside } from '../store/set-asides.ts';
import type { Finding } from './finding.ts';

export interface DiagnoseParts {
  readonly openStore: () => Promise<Store>;
  readonly readRedisPolicy: (
    url: string,
  ) => Promise<{ state: 'safe' } | { state: 'forgets'; cure: string } | { state: 'unknown'; reason: string }>;
}

/** Looks at everything the coach stands on. Never throws: what is wrong is a finding that says what to do. */
export async function diagnose(config: Config, parts: DiagnoseParts): Promise<readonly Finding[]> {
  return [
    nodeVersion(),
    ...(await database(config, parts)),
    await queue(config, parts),
    keys(config),
    ...slack(config),
    ...discord(config),
  ];
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const well = major > 20 || (major === 20 && minor >= 20);
  return {
    what: 'Node.js',
    state: well ? 'well' : 'ill',
    says: process.versions.node,
    ...(well ? {} : { cure: 'Install Node.js 20.20 or later.' }),
  };
}

async function database(config: Config, parts: DiagnoseParts): Promise<Finding[]> {
  const where =
    config.databaseUrl === undefined
      ? `embedded, in ${config.home}`
      : `at ${new URL(config.databaseUrl).host}`;
  try {
    const store = await parts.openStore();
    try {
      const { rows } = await store.pool.query<{ server_version: string }>('SHOW server_version');
      const says = `${rows[0]?.server_version} (${where}), schema up to date`;
      return [{ what: 'PostgreSQL', state: 'well', says }, ...setAside(await readSetAsides(store.pool))];
    } finally {
      await store.close();
    }
  } catch (error) {
    const cure =
      error instanceof ConfigError
        ? error.message
        : 'Check that it runs, and that DATABASE_URL names host, port, user, password and database.';
    return [{ what: 'PostgreSQL', state: 'ill', says: `${where}: ${codeOf(error)}.`, cure }];
  }
}

/** Rules whose findings people said are not so: where the critic may be wrong. Without any, nothing is said. */
function setAside(counts: readonly SetAside[]): Finding[] {
  if (counts.length === 0) return [];
  const listed = counts
    .slice(0, MOST_RULES)
    .map(({ rule, count, critic, version }) => `${rule} ${count} (${critic} ${version})`);
  const more = counts.length - listed.length;
  const says = `${listed.join(', ')}${more === 0 ? '' : `, and ${more} more`}`;
  return [{ what: 'Findings set aside', state: 'note', says }];
}

const MOST_RULES = 10;

async function queue(config: Config, parts: DiagnoseParts): Promise<Finding> {
  if (config.redisUrl === undefined)
    return { what: 'Queue', state: 'well', says: 'BullMQ on the same PostgreSQL' };
  const policy = await parts.readRedisPolicy(config.redisUrl);
  if (policy.state === 'safe') return { what: 'Queue', state: 'well', says: 'BullMQ on Redis, noeviction' };
  if (policy.state === 'forgets')
    return { what: 'Queue', state: 'ill', says: 'BullMQ on Redis.', cure: policy.cure };
  const away = /ECONN|ENOTFOUND|ETIMEDOUT|EAI_/.test(policy.reason);
  return away
    ? {
        what: 'Queue',
        state: 'ill',
        says: `Redis cannot be reached (${policy.reason}).`,
        cure: 'Check REDIS_URL, or unset it to keep the queue on PostgreSQL.',
      }
    : {
        what: 'Queue',
        state: 'note',
        says: `BullMQ on Redis; could not check maxmemory-policy (${policy.reason}). It must be noeviction.`,
      };
}

function keys(config: Config): Finding {
  return config.encryptionKeys === undefined
    ? {
        what: 'Keys',
        state: 'well',
        says: `in ${config.home}/keys. Back them up with the database: without them nothing can be read.`,
      }
    : { what: 'Keys', state: 'well', says: 'from ENCRYPTION_KEYS' };
}

/** Slack and Discord are asked by commands of their own: this one is to work where the network does not. */
function slack({ slack: set }: Config): Finding[] {
  if (set === undefined) return [];
  const how = set.mode === 'socket' ? 'by Socket Mode' : `by HTTP on port ${set.port}`;
  return [
    { what: 'Slack', state: 'note', says: `set up, ${how}. To ask Slack: npm run coach -- doctor slack` },
  ];
}

function discord({ discord: set }: Config): Finding[] {
  if (set === undefined) return [];
  return [
    { what: 'Discord', state: 'note', says: 'set up. To ask Discord: npm run coach -- doctor discord' },
  ];
}
