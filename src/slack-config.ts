import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { address, token, whole } from './variable.ts';

/** How Slack is reached: over a socket that we open, or over HTTP requests that it signs. */
export type SlackConfig =
  | (SlackCommon & { readonly mode: 'socket'; readonly appToken: string })
  | (SlackCommon & { readonly mode: 'http'; readonly signingSecret: string; readonly port: number });

interface SlackCommon {
  readonly botToken: string;
  /** With its end slash; left out: Slack's own. */
  readonly apiUrl?: string;
}

const SLACK_HTTP_PORT = 3000;
/** Slack's secrets are 32 hexadecimal characters; that it stays so is promised nowhere. */
const SHORTEST_SECRET = 16;
const EXAMPLES = {
  SLACK_BOT_TOKEN: 'xoxb-0000-0000-your-token',
  SLACK_APP_TOKEN: 'xapp-1-A0000-0000-your-token',
  SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
} as const;

const SecretSchema = z.string().transform((value) => {
  const secret = value.trim();
  if (secret.length < SHORTEST_SECRET || /\s/.test(secret) || /^x(?:ox|app)/.test(secret)) {
    throw new ConfigError(
      'SLACK_SIGNING_SECRET',
      'expected the signing secret of the app (Basic Information, App Credentials), usually 32 characters.',
      EXAMPLES.SLACK_SIGNING_SECRET,
    );
  }
  return secret;
});

const ModeSchema = z.string().transform((value) => {
  if (value === 'socket' || value === 'http') return value;
  throw new ConfigError('SLACK_MODE', 'expected socket or http.', 'socket');
});

/** Calls are made by adding a method's name, so the address ends in a slash. */
const ApiUrlSchema = address('SLACK_API_URL', 'https://slack-gov.com/api/').transform(({ href }) =>
  href.endsWith('/') ? href : `${href}/`,
);

/** Slack's part of the environment. */
export const SLACK_VARIABLES = {
  SLACK_BOT_TOKEN: token('SLACK_BOT_TOKEN', 'xoxb-', EXAMPLES.SLACK_BOT_TOKEN).optional(),
  SLACK_APP_TOKEN: token('SLACK_APP_TOKEN', 'xapp-', EXAMPLES.SLACK_APP_TOKEN).optional(),
  SLACK_SIGNING_SECRET: SecretSchema.optional(),
  SLACK_MODE: ModeSchema.optional(),
  SLACK_API_URL: ApiUrlSchema.optional(),
  // Hosts set PORT for reasons of their own: it is read only where Slack is reached over HTTP.
  PORT: z.string().optional(),
};

type Environment = z.infer<z.ZodObject<typeof SLACK_VARIABLES>>;

/**
 * A credential alone is an error that names its partner: half a set-up never becomes a terminal in silence.
 * `healthPort` may not be the port that Slack posts to.
 */
export function slackOf(set: Environment, healthPort: number | undefined): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = set;
  if (botToken === undefined) {
    const given = PARTNERS.find((variable) => set[variable] !== undefined);
    if (given === undefined) return undefined;
    throw wanting(given, 'is set, but SLACK_BOT_TOKEN is not', 'SLACK_BOT_TOKEN');
  }
  const common = { botToken, ...(set.SLACK_API_URL === undefined ? {} : { apiUrl: set.SLACK_API_URL }) };
  switch (modeOf(set)) {
    case 'socket':
      if (appToken === undefined)
        throw wanting('SLACK_MODE', 'is socket, but SLACK_APP_TOKEN is not set', 'SLACK_APP_TOKEN');
      return { mode: 'socket', ...common, appToken };
    case 'http':
      if (signingSecret === undefined)
        throw wanting('SLACK_MODE', 'is http, but SLACK_SIGNING_SECRET is not set', 'SLACK_SIGNING_SECRET');
      return { mode: 'http', ...common, signingSecret, port: slackPortOf(set, healthPort) };
  }
}

const PARTNERS = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_MODE'] as const;

function wanting(variable: string, problem: string, partner: keyof typeof EXAMPLES): ConfigError {
  return new ConfigError(variable, `${problem}. See docs/slack.md.`, `${partner}=${EXAMPLES[partner]}`);
}

function modeOf({
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_MODE: asked,
}: Environment) {
  if (asked !== undefined) return asked;
  if (appToken !== undefined && signingSecret !== undefined) {
    throw new ConfigError(
      'SLACK_MODE',
      'is needed, because SLACK_APP_TOKEN (Socket Mode) and SLACK_SIGNING_SECRET (HTTP) are both set.',
      'SLACK_MODE=socket',
    );
  }
  if (appToken !== undefined) return 'socket';
  if (signingSecret !== undefined) return 'http';
  throw wanting(
    'SLACK_BOT_TOKEN',
    'is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP) is',
    'SLACK_APP_TOKEN',
  );
}

function slackPortOf(set: Environment, healthPort: number | undefined): number {
  const port = set.PORT === undefined ? SLACK_HTTP_PORT : whole('PORT', 1, 65_535, '3000').parse(set.PORT);
  if (port === healthPort) {
    throw new ConfigError('HEALTH_PORT', `is ${port}, the port that Slack posts to. Take another.`, '8081');
  }
  return port;
}
