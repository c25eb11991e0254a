import { DiscordAPIError, HTTPError, RateLimitError, REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { CommandChange } from '../../../src/cli/command-change.ts';
import type { DiscordConfig } from '../../../src/discord-config.ts';
import { ConfigError, codeOf, PersonError } from '../../../src/errors.ts';
import { allCommands } from './commands.ts';
import { compareCommands, type Registration, readCommands, registerCommands } from './registration.ts';

/** A person waits: what Discord holds back for longer is said, not waited for. */
const WAITED_FOR_MS = 5_000;
const ANSWER_WITHIN_MS = 10_000;

const ApplicationSchema = z.object({ id: z.string() });

/**
 * `coach discord register`. `isDry`: what would be done. Throws a `ConfigError` where Discord does not take the token
 * and a `PersonError` where it could not be asked; neither holds the token.
 */
export async function registerByHand(
  config: DiscordConfig | undefined,
  isDry: boolean,
): Promise<readonly CommandChange[]> {
  if (config === undefined)
    throw new ConfigError('DISCORD_TOKEN', 'is not set. docs/discord.md says where it comes from.');
  const rest = new REST({
    ...(config.apiUrl === undefined ? {} : { api: config.apiUrl }),
    retries: 0,
    timeout: ANSWER_WITHIN_MS,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > WAITED_FOR_MS,
  }).setToken(config.token);
  try {
    const { id } = ApplicationSchema.parse(await rest.get(Routes.currentApplication()));
    return isDry
      ? foreseen(compareCommands(await readCommands(rest, id), allCommands()))
      : done(await registerCommands(rest, id, allCommands()));
  } catch (error) {
    throw asked(error, config);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

function foreseen({
  create,
  change,
  remove,
  unchanged,
}: ReturnType<typeof compareCommands>): CommandChange[] {
  return [
    ...create.map(({ name }) => ({ name, outcome: 'created' as const })),
    ...change.map(({ to }) => ({ name: to.name, outcome: 'changed' as const })),
    ...remove.map(({ name }) => ({ name, outcome: 'removed' as const })),
    ...unchanged.map((name) => ({ name, outcome: 'unchanged' as const })),
  ];
}

function done({ created, changed, removed, unchanged, undone }: Registration): CommandChange[] {
  const all = (names: readonly string[], outcome: CommandChange['outcome']) =>
    names.map((name): CommandChange => ({ name, outcome }));
  return [
    ...all(created, 'created'),
    ...all(changed, 'changed'),
    ...all(removed, 'removed'),
    ...all(unchanged, 'unchanged'),
    ...undone.map(({ name, code, afterMs }): CommandChange => {
      const cure =
        code === 'rate-limited'
          ? `Discord takes more in ${Math.ceil((afterMs ?? 0) / 1000)} s: run this again then.`
          : `Discord answered with the code ${code}: ${cureFor(code)}`;
      return { name, outcome: 'not done', cure };
    }),
  ];
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const CURES: Readonly<Record<string, string>> = {
  '30032': 'the application has all the commands Discord allows.',
  '30034': 'an application creates at most 200 commands a day. Run this again tomorrow.',
  '50001': 'the token is of another application.',
  '50035': 'it finds this definition wrong. Please tell us, with your version.',
};
const cureFor = (code: string) => CURES[code] ?? 'run this again in a minute.';

function asked(error: unknown, { apiUrl }: DiscordConfig): Error {
  const isUnknown = error instanceof DiscordAPIError && error.status === 401;
  if (isUnknown) {
    return new ConfigError(
      'DISCORD_TOKEN',
      'Discord does not know it. Make a new one at https://discord.com/developers/applications, your app, Bot, Reset Token.',
    );
  }
  if (error instanceof RateLimitError) {
    const seconds = Math.ceil(error.retryAfter / 1000);
    return new PersonError('rate-limited', `Discord answers again in ${seconds} s: run this again then.`);
  }
  const reason =
    error instanceof DiscordAPIError || error instanceof HTTPError ? `HTTP ${error.status}` : codeOf(error);
  const way = apiUrl === undefined ? 'Check that this machine reaches discord.com' : 'Check DISCORD_API_URL';
  return new PersonError(
    'unreached',
    `Discord did not answer as it should (${reason}). ${way}, and run this again.`,
  );
}
