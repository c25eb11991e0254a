import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { address } from './variable.ts';

/** How Discord is reached: with one bot's token, over a connection that we open. */
export interface DiscordConfig {
  readonly token: string;
  /** Without the version and without an end slash; left out: Discord's own. */
  readonly apiUrl?: string;
}

const EXAMPLES = {
  DISCORD_TOKEN: 'MTAwMDAwMDAwMDAwMDAwMDAwMA.Gabcde.paste-the-token-of-your-bot',
  DISCORD_API_URL: 'https://discord-proxy.example.org/api',
} as const;

/** Three parts of base64url today; that it stays so is promised nowhere. Only what cannot be one is refused, and not shown. */
const TokenSchema = z.string().transform((value) => {
  const token = value.trim();
  const wrong = wrongIn(token);
  if (wrong === undefined) return token;
  throw new ConfigError('DISCORD_TOKEN', `${wrong} ${WHERE_IT_IS}`, EXAMPLES.DISCORD_TOKEN);
});

const WHERE_IT_IS =
  'It stands once, after Reset Token, at https://discord.com/developers/applications, your app, Bot.';

function wrongIn(token: string): string | undefined {
  if (/^(?:bot|bearer)\s/i.test(token)) return 'expected the token alone, without the word before it.';
  if (!/^[\x21-\x7e]+$/.test(token))
    return 'expected a token in one piece, got one with a space or a "…" in it.';
  if (/^\d+$/.test(token)) return 'expected the token of the bot, got a number (an application id?).';
  return undefined;
}

/** discord.js adds the version (`/v10`) itself. */
const ApiUrlSchema = z.string().transform((value) => {
  const { href } = address('DISCORD_API_URL', EXAMPLES.DISCORD_API_URL).parse(value);
  const base = href.replace(/\/+$/, '');
  if (/\/v\d+$/.test(base)) {
    throw new ConfigError(
      'DISCORD_API_URL',
      'expected the address without the version: leave out the /v… at its end.',
      EXAMPLES.DISCORD_API_URL,
    );
  }
  return base;
});

/** Discord's part of the environment. */
export const DISCORD_VARIABLES = {
  DISCORD_TOKEN: TokenSchema.optional(),
  DISCORD_API_URL: ApiUrlSchema.optional(),
};

type Environment = z.infer<z.ZodObject<typeof DISCORD_VARIABLES>>;

/** Undefined where no token is set: an address alone sets up nothing. */
export function discordOf({
  DISCORD_TOKEN: token,
  DISCORD_API_URL: apiUrl,
}: Environment): DiscordConfig | undefined {
  if (token !== undefined) return { token, ...(apiUrl === undefined ? {} : { apiUrl }) };
  if (apiUrl === undefined) return undefined;
  throw new ConfigError(
    'DISCORD_API_URL',
    'is set, but DISCORD_TOKEN is not. See docs/discord.md.',
    `DISCORD_TOKEN=${EXAMPLES.DISCORD_TOKEN}`,
  );
}
