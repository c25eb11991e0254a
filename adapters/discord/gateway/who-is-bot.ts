import { ApplicationFlags, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { ConfigError, codeOf } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import { SnowflakeSchema } from '../receive/payload-schemas.ts';
import { isTokenRefused } from './refused-token.ts';

const ApplicationSchema = z.object({
  id: SnowflakeSchema,
  flags: z.int().catch(0),
  bot: z.object({ id: SnowflakeSchema }).optional().catch(undefined),
});
const UserSchema = z.object({ id: SnowflakeSchema });

/** The intent is switched on, for a bot in few servers or for one that Discord granted it to. */
const CONTENT = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

export interface KnownBot {
  readonly appId: string;
  readonly userId: string;
  readonly hasContent: boolean;
}

/**
 * Who the token is. `pause` waits between two tries, the longer the more have failed; undefined where `isOver` said so
 * meanwhile. Throws a `ConfigError` where Discord refuses the token.
 */
export async function whoIsBot(
  rest: REST,
  log: Log,
  pause: (failures: number) => Promise<void>,
  isOver: () => boolean,
): Promise<KnownBot | undefined> {
  for (let failures = 1; !isOver(); failures += 1) {
    try {
      const { id, flags, bot } = ApplicationSchema.parse(await rest.get(Routes.currentApplication()));
      const user = bot ?? UserSchema.parse(await rest.get(Routes.user()));
      return { appId: id, userId: user.id, hasContent: (flags & CONTENT) !== 0 };
    } catch (error) {
      if (isTokenRefused(error))
        throw new ConfigError(
          'DISCORD_TOKEN',
          'Discord refuses it (401). Copy it again from the Bot page of your application, or run: npm run coach -- doctor discord',
          'MTE4.Gabc.your-token',
        );
      log('discord-away', { code: codeOf(error) });
      await pause(failures);
    }
  }
  return undefined;
}
