import { z } from 'zod';
import type { PerformerName } from './coach/ports.ts';
import { DISCORD_VARIABLES, type DiscordConfig, discordOf } from './discord-config.ts';
import { ConfigError } from './errors.ts';
import { LLM_VARIABLES, type LlmConfig, llmOf } from './llm-config.ts';
import { SLACK_VARIABLES, type SlackConfig, slackOf } from './slack-config.ts';
import { coachHome } from './store/embedded/home.ts';
import { parseKeyring } from './store/keyring.ts';
import { url, whole } from './variable.ts';

/** The environment, parsed. Every variable is explained in `.env.example`. */
export interface Config {
  readonly home: string;
  /** The terminal's person. */
  readonly user: string;
  /** None: the embedded database. */
  readonly databaseUrl: string | undefined;
  /** None: the queue lives on the same PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** None: the keys lie in the home folder. */
  readonly encryptionKeys: string | undefined;
  /** None: this process reaches no Slack. */
  readonly slack: SlackConfig | undefined;
  /** None: this process reaches no Discord. */
  readonly discord: DiscordConfig | undefined;
  /** None: critiques are made on this machine alone. */
  readonly llm?: LlmConfig | undefined;
  readonly roles: readonly PerformerName[];
  readonly healthPort: number | undefined;
  readonly retentionDays: number;
  readonly logLevel: string;
}

const BUILT: readonly PerformerName[] = ['slack', 'discord', 'terminal', 'jobs'];
const RolesSchema = z.string().transform((value) => {
  const roles = value.split(',').map((role) => role.trim());
  for (const role of roles) {
    if (!BUILT.some((built) => built === role)) {
      throw new ConfigError(
        'ROLES',
        `"${role}" is no role of this version. Known: ${BUILT.join(', ')}.`,
        'terminal,jobs',
      );
    }
  }
  return BUILT.filter((built) => roles.includes(built));
});

const UserSchema = z.string().transform((value) => {
  if (!/^[\p{L}\p{N}._-]{1,64}$/u.test(value)) {
    throw new ConfigError(
      'COACH_USER',
      'expected 1 to 64 letters, digits, dots, dashes or underscores.',
      'ada',
    );
  }
  return value;
});

const KeysSchema = z.string().transform((value) => {
  parseKeyring(value);
  return value;
});

const LEVELS = ['debug', 'info', 'warn', 'error'];
const LevelSchema = z.string().transform((value) => {
  if (!LEVELS.includes(value))
    throw new ConfigError('LOG_LEVEL', `expected one of ${LEVELS.join(', ')}, got "${value}".`, 'info');
  return value;
});

const EnvironmentSchema = z.object({
  COACH_USER: UserSchema.default('local'),
  DATABASE_URL: url(
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgres://coach:secret@db.example.org:5432/coach',
  ).optional(),
  REDIS_URL: url('REDIS_URL', ['redis:', 'rediss:'], 'redis://localhost:6379').optional(),
  ENCRYPTION_KEYS: KeysSchema.optional(),
  ROLES: RolesSchema.optional(),
  ...SLACK_VARIABLES,
  ...DISCORD_VARIABLES,
  ...LLM_VARIABLES,
  HEALTH_PORT: whole('HEALTH_PORT', 1, 65_535, '8081').optional(),
  RETENTION_DAYS: whole('RETENTION_DAYS', 1, 36_500, '365').default(365),
  LOG_LEVEL: LevelSchema.default('info'),
});

/** Reads the environment; an empty variable counts as unset. Throws a `ConfigError` that names the variable, what was wrong and an example. */
export function parseConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = EnvironmentSchema.parse(set);
  if (parsed.DATABASE_URL !== undefined && parsed.ENCRYPTION_KEYS === undefined) {
    throw new ConfigError(
      'ENCRYPTION_KEYS',
      'is needed with DATABASE_URL: what people write is encrypted before it is stored. Make a key with: openssl rand -base64 32.',
      'ENCRYPTION_KEYS=2026a:<the 44 characters it prints>',
    );
  }
  const slack = slackOf(parsed, parsed.HEALTH_PORT);
  const discord = discordOf(parsed);
  return {
    home: coachHome(set),
    user: parsed.COACH_USER,
    databaseUrl: parsed.DATABASE_URL,
    redisUrl: parsed.REDIS_URL,
    encryptionKeys: parsed.ENCRYPTION_KEYS,
    slack,
    discord,
    llm: llmOf(parsed),
    roles: rolesOf(parsed.ROLES, { slack, discord }),
    healthPort: parsed.HEALTH_PORT,
    retentionDays: parsed.RETENTION_DAYS,
    logLevel: parsed.LOG_LEVEL,
  };
}

/** How each platform is set up, for whoever names it in ROLES without. */
const SET_UP = {
  slack:
    'no token of Slack is set. Set SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET, or leave slack out.',
  discord: 'no token of Discord is set. Set DISCORD_TOKEN, or leave discord out.',
} as const;
const PLATFORMS = ['slack', 'discord'] as const;

/** All that is configured: the terminal only where no platform is. */
function rolesOf(
  asked: readonly PerformerName[] | undefined,
  platforms: Pick<Config, 'slack' | 'discord'>,
): readonly PerformerName[] {
  const wanting = PLATFORMS.find((name) => asked?.includes(name) && platforms[name] === undefined);
  if (wanting !== undefined)
    throw new ConfigError('ROLES', `names ${wanting}, but ${SET_UP[wanting]}`, 'terminal,jobs');
  if (asked !== undefined) return asked;
  const set = PLATFORMS.filter((name) => platforms[name] !== undefined);
  return set.length === 0 ? ['terminal', 'jobs'] : [...set, 'jobs'];
}
