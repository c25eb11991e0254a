import { z } from 'zod';
import type { Finding } from '../../src/cli/finding.ts';
import type { SlackConfig } from '../../src/slack-config.ts';
import { cleanText } from '../../src/text/clean.ts';
import { type Asked, type AskParts, askSlack, SLACK_API_URL } from './api/ask-slack.ts';
import { BOT_SCOPES } from './scopes.ts';

type Answered = Extract<Asked, { reached: true }>;

/** Slack's requests are refused at five minutes; a clock that is a minute off is on its way there. */
const SKEW_THAT_MATTERS_MS = 60_000;
const TOO_OLD_MINUTES = 5;
const APPS = 'https://api.slack.com/apps';

/**
 * Asks Slack about the set-up: reach, clock, tokens, scopes. Never throws and never prints a token. It opens no
 * socket: Slack would send it events that were meant for the coach.
 */
export async function examineSlack(
  config: SlackConfig | undefined,
  parts: AskParts,
): Promise<readonly Finding[]> {
  if (config === undefined) {
    const cure = 'Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN: docs/slack.md says where they come from.';
    return [{ what: 'Slack', state: 'ill', says: 'is not set up.', cure }];
  }
  const asked = await askSlack(config.apiUrl, config.botToken, 'auth.test', parts);
  if (!asked.reached) return [unreached(config, asked.reason), ...secret(config)];
  const { bot, botId } = botToken(asked);
  return [
    reach(config, asked),
    ...clock(config, asked.skewMs),
    bot,
    ...(asked.error === undefined ? scopes(asked.scopes) : []),
    ...(config.mode === 'socket' ? await appToken(config, botId, parts) : []),
    ...secret(config),
  ];
}

const hostOf = ({ apiUrl }: SlackConfig) => new URL(apiUrl ?? SLACK_API_URL).origin;

function unreached(config: SlackConfig, reason: string): Finding {
  const way =
    config.apiUrl === undefined ? 'that this machine may open HTTPS connections to it' : 'SLACK_API_URL';
  return {
    what: 'Reach',
    state: 'ill',
    says: `${hostOf(config)} does not answer (${reason}).`,
    cure: `Check ${way}.`,
  };
}

function reach(config: SlackConfig, { tookMs }: Answered): Finding {
  const says = `${hostOf(config)} answered in ${tookMs} ms, connecting included.`;
  const { protocol, hostname } = new URL(hostOf(config));
  if (protocol === 'https:' || /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname))
    return { what: 'Reach', state: 'well', says };
  const cure = 'The tokens travel there unencrypted: use https in SLACK_API_URL.';
  return { what: 'Reach', state: 'note', says, cure };
}

function clock({ mode }: SlackConfig, skewMs: number | undefined): Finding[] {
  if (skewMs === undefined) return [];
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const side = skewMs > 0 ? 'ahead of' : 'behind';
  const says = seconds === 0 ? 'agrees with Slack’s.' : `${seconds} s ${side} Slack’s.`;
  if (Math.abs(skewMs) <= SKEW_THAT_MATTERS_MS) return [{ what: 'Clock', state: 'well', says }];
  const cure = `Set this machine’s clock (with NTP, say): over HTTP, requests that look ${TOO_OLD_MINUTES} minutes old are refused.`;
  return [{ what: 'Clock', state: mode === 'http' ? 'ill' : 'note', says, cure }];
}

const IdentitySchema = z.object({
  team: z.string().optional(),
  team_id: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  is_enterprise_install: z.boolean().optional(),
});

function botToken(asked: Answered): { bot: Finding; botId: string | undefined } {
  const what = 'Bot token';
  if (asked.error !== undefined) {
    const cure = BOT_CURES[asked.error] ?? OTHER_CURE;
    const says = `Slack refuses SLACK_BOT_TOKEN (${asked.error}).`;
    return { bot: { what, state: 'ill', says, cure }, botId: undefined };
  }
  const who = IdentitySchema.safeParse(asked.body).data ?? {};
  const says = `speaks as ${named(who.user)} in the workspace ${named(who.team)} (${named(who.team_id)}).`;
  const bot: Finding = who.is_enterprise_install
    ? {
        what,
        state: 'ill',
        says,
        cure: 'It is installed for a whole organisation: install it in one workspace.',
      }
    : { what, state: 'well', says };
  return { bot, botId: who.bot_id };
}

/** Names come from the workspace: in quotes, on one line, and without what a terminal would obey. */
const named = (name: string | undefined) => (name === undefined ? 'without a name' : `"${oneLine(name)}"`);
const oneLine = (text: string) => cleanText(text).replace(/\s+/g, ' ');

const COPY_BOT_TOKEN = `Copy the "Bot User OAuth Token" again: ${APPS}, your app, OAuth & Permissions.`;
const REINSTALL = `Install the app again (${APPS}, your app, Install App) and copy the new "Bot User OAuth Token".`;
const OTHER_CURE = `Ask again in a minute. If it stays, look the code up at https://docs.slack.dev/reference/methods/auth.test`;
const BOT_CURES: Readonly<Record<string, string>> = {
  invalid_auth: COPY_BOT_TOKEN,
  not_authed: COPY_BOT_TOKEN,
  account_inactive: REINSTALL,
  token_revoked: REINSTALL,
  token_expired: `The app rotates its tokens, which cannot be turned off: make a new app from adapters/slack/manifest.yaml.`,
};

function scopes(granted: readonly string[] | undefined): Finding[] {
  if (granted === undefined)
    return [{ what: 'Scopes', state: 'note', says: 'Slack did not say which are granted.' }];
  const missing = BOT_SCOPES.filter(({ scope }) => !granted.includes(scope));
  const spare = granted.filter((scope) => !BOT_SCOPES.some((asked) => asked.scope === scope));
  const findings = missing.map(({ scope, why, without }): Finding => {
    const lost = without === undefined ? `It is needed: ${lowerFirst(why)}` : `Without it ${without}.`;
    return {
      what: `Scope ${scope}`,
      state: without === undefined ? 'ill' : 'note',
      says: `is not granted. ${lost}`,
      cure: 'Add it under OAuth & Permissions, Bot Token Scopes, and reinstall the app after adding it.',
    };
  });
  if (missing.length === 0)
    findings.push({ what: 'Scopes', state: 'well', says: `all ${BOT_SCOPES.length} granted.` });
  if (spare.length > 0) {
    const says = `granted, but not needed: ${spare.map(oneLine).join(', ')}. They can be removed.`;
    findings.push({ what: 'Scopes', state: 'note', says });
  }
  return findings;
}

const lowerFirst = (sentence: string) => `it ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;

async function appToken(
  config: Extract<SlackConfig, { mode: 'socket' }>,
  botId: string | undefined,
  parts: AskParts,
): Promise<Finding[]> {
  const what = 'App token';
  const asked = await askSlack(config.apiUrl, config.appToken, 'apps.connections.open', parts);
  if (!asked.reached) return [{ ...unreached(config, asked.reason), what }];
  if (asked.error !== undefined) {
    const says = `Slack refuses SLACK_APP_TOKEN (${asked.error}).`;
    const cure =
      asked.error === 'missing_scope'
        ? `It has no connections:write. ${MAKE_APP_TOKEN}`
        : /auth|token|account/.test(asked.error)
          ? MAKE_APP_TOKEN
          : 'Look whether Socket Mode is on (Settings, Socket Mode), then ask again in a minute.';
    return [{ what, state: 'ill', says, cure }];
  }
  const says = 'opens Socket Mode connections.';
  return [{ what, state: 'well', says }, ...(await sameApp(config, botId, parts))];
}

const MAKE_APP_TOKEN = `Make one with the scope connections:write: ${APPS}, your app, Basic Information, App-Level Tokens.`;

const BotSchema = z.object({ bot: z.object({ app_id: z.string().regex(/^A[A-Z0-9]+$/) }) });

/** Tokens of two apps both work, and yet no event ever arrives. Said only where Slack names the bot's app. */
async function sameApp(
  { apiUrl, botToken: token, appToken: other }: Extract<SlackConfig, { mode: 'socket' }>,
  botId: string | undefined,
  parts: AskParts,
): Promise<Finding[]> {
  const [, otherApp] = /^xapp-\d+-(A[A-Z0-9]+)-/.exec(other) ?? [];
  if (botId === undefined || otherApp === undefined) return [];
  const asked = await askSlack(apiUrl, token, 'bots.info', parts, { bot: botId });
  const app = asked.reached ? BotSchema.safeParse(asked.body).data?.bot.app_id : undefined;
  if (app === undefined || app === otherApp) return [];
  return [
    {
      what: 'Tokens',
      state: 'ill',
      says: `SLACK_BOT_TOKEN is of the app ${app}, SLACK_APP_TOKEN of ${otherApp}: nothing would ever arrive.`,
      cure: `Take both from the same app: ${APPS}.`,
    },
  ];
}

/** Nothing that can be asked proves a signing secret: only its form is looked at. */
function secret(config: SlackConfig): Finding[] {
  if (config.mode !== 'http') return [];
  const usual = /^[0-9a-f]{32}$/.test(config.signingSecret);
  return [
    usual
      ? {
          what: 'Signing secret',
          state: 'well',
          says: 'has the usual form. Only a request of Slack proves it.',
        }
      : {
          what: 'Signing secret',
          state: 'note',
          says: 'is not the usual 32 characters 0-9 and a-f.',
          cure: `If Slack’s requests are refused, copy it again: ${APPS}, your app, Basic Information, App Credentials.`,
        },
    {
      what: 'Request URL',
      state: 'note',
      says: `Slack must reach port ${config.port} of this machine as https://YOUR-HOST/slack/events.`,
      cure: 'It stands in three places of the app: Slash Commands, Interactivity, Event Subscriptions.',
    },
  ];
}
