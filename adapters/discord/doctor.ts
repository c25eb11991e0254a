import { ApplicationFlags, ApplicationIntegrationType } from 'discord.js';
import { z } from 'zod';
import type { Finding } from '../../src/cli/finding.ts';
import type { DiscordConfig } from '../../src/discord-config.ts';
import { type Asked, type AskParts, askDiscord, DISCORD_API_URL } from './api/ask-discord.ts';
import { allCommands } from './commands/commands.ts';
import { compareCommands, registeredIn } from './commands/registration.ts';
import { servers } from './doctor-servers.ts';
import { installLinks } from './permissions.ts';
import { quotedName } from './quoted-name.ts';

type Answered = Extract<Asked, { reached: true }>;

/** Tokens of interactions live 15 minutes, and message ids tell the time: a clock that is a minute off is worth a word. */
const SKEW_THAT_MATTERS_MS = 60_000;
export const PORTAL = 'https://discord.com/developers/applications';

/**
 * Asks Discord about the set-up: reach, clock, token, intents, log-ins left, commands, servers. Never throws and never
 * prints the token. It opens no gateway connection: each costs a log-in of the day, and would take events that were
 * meant for the coach.
 */
export async function examineDiscord(
  config: DiscordConfig | undefined,
  parts: AskParts,
): Promise<readonly Finding[]> {
  if (config === undefined) {
    const cure = 'Set DISCORD_TOKEN: docs/discord.md says where it comes from.';
    return [{ what: 'Discord', state: 'ill', says: 'is not set up.', cure }];
  }
  const me = await askDiscord(config, '/users/@me', parts);
  if (!me.reached) return [unreached(config, me.reason)];
  const found = [reach(config, me), ...clock(me.skewMs)];
  if (me.status !== 200) return [...found, refused(me)];
  const [asked, gateway, guilds] = await Promise.all([
    askDiscord(config, '/applications/@me', parts),
    askDiscord(config, '/gateway/bot', parts),
    askDiscord(config, '/users/@me/guilds', parts),
  ]);
  const application = ApplicationSchema.safeParse(bodyOf(asked)).data;
  if (application === undefined) return [...found, unsaid('Bot token', 'what it belongs to', asked)];
  const links = installLinks(application.id);
  const commands = await askDiscord(
    config,
    `/applications/${application.id}/commands?with_localizations=true`,
    parts,
  );
  return [
    ...found,
    token(me, application),
    content(application.flags),
    ...app(application),
    logIns(gateway),
    registered(commands),
    ...(bodyOf(guilds) === undefined
      ? [unsaid('Servers', 'where the bot is', guilds)]
      : servers(bodyOf(guilds), links.server)),
    { what: 'Install to a server', state: 'note', says: links.server },
    { what: 'Install to oneself', state: 'note', says: links.user },
  ];
}

const bodyOf = (asked: Asked) => (asked.reached && asked.status === 200 ? asked.body : undefined);
const hostOf = ({ apiUrl }: DiscordConfig) => new URL(apiUrl ?? DISCORD_API_URL).origin;

function unreached(config: DiscordConfig, reason: string): Finding {
  const way =
    config.apiUrl === undefined ? 'that this machine may open HTTPS connections to it' : 'DISCORD_API_URL';
  const says = `${hostOf(config)} does not answer (${reason}).`;
  return { what: 'Reach', state: 'ill', says, cure: `Check ${way}.` };
}

function reach(config: DiscordConfig, { tookMs }: Answered): Finding {
  const says = `${hostOf(config)} answered in ${tookMs} ms, connecting included.`;
  return { what: 'Reach', state: 'well', says };
}

function clock(skewMs: number | undefined): Finding[] {
  if (skewMs === undefined) return [];
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const side = skewMs > 0 ? 'ahead of' : 'behind';
  const says = seconds === 0 ? 'agrees with Discord’s.' : `${seconds} s ${side} Discord’s.`;
  if (Math.abs(skewMs) <= SKEW_THAT_MATTERS_MS) return [{ what: 'Clock', state: 'well', says }];
  return [{ what: 'Clock', state: 'note', says, cure: 'Set this machine’s clock (with NTP, say).' }];
}

/** The first call was answered, and not with the bot's own account. */
function refused({ status }: Answered): Finding {
  const what = 'Bot token';
  if (status === 401) {
    const cure = `Make a new one: ${PORTAL}, your app, Bot, Reset Token; put it into DISCORD_TOKEN. The old one stops working then.`;
    return { what, state: 'ill', says: 'Discord does not know DISCORD_TOKEN (401).', cure };
  }
  if (status === 404) {
    const cure = 'Check DISCORD_API_URL: it ends in /api, without the version.';
    return { what, state: 'ill', says: 'this is no API of Discord (HTTP 404).', cure };
  }
  const says = `Discord did not look at DISCORD_TOKEN (HTTP ${status}).`;
  return { what, state: 'ill', says, cure: LATER };
}

const LATER = 'Ask again in a minute. If it stays, look at https://discordstatus.com';

/** One of the later calls came to nothing. */
function unsaid(what: string, thing: string, asked: Asked): Finding {
  const why = asked.reached ? `HTTP ${asked.status}` : asked.reason;
  return { what, state: 'ill', says: `Discord did not say ${thing} (${why}).`, cure: LATER };
}

const ApplicationSchema = z.object({
  id: z.string().regex(/^\d{1,20}$/),
  name: z.string().catch(''),
  flags: z.int().catch(0),
  bot_public: z.boolean().catch(true),
  bot_require_code_grant: z.boolean().catch(false),
  interactions_endpoint_url: z.string().nullish().catch(undefined),
  integration_types_config: z.record(z.string(), z.unknown()).optional().catch(undefined),
});
type Application = z.infer<typeof ApplicationSchema>;

const UserSchema = z.object({ username: z.string().catch('') });

function token(me: Answered, { id, name }: Application): Finding {
  const named = (given: string) => quotedName(given, 'without a name');
  const { username } = UserSchema.safeParse(me.body).data ?? { username: '' };
  return {
    what: 'Bot token',
    state: 'well',
    says: `speaks as ${named(username)}, the bot of the application ${named(name)} (${id}).`,
  };
}

/** Discord grants the intent outright, or to apps that few people use without a review. */
const GRANTED = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

function content(flags: number): Finding {
  const what = 'Message Content intent';
  if ((flags & GRANTED) !== 0)
    return { what, state: 'well', says: 'granted: plain replies in threads are heard.' };
  return {
    what,
    state: 'note',
    says: 'not granted. Direct messages work as they are; in a thread people press "Write your answer" or begin a message with @ and the bot’s name.',
    cure: `To hear plain replies in threads too: ${PORTAL}, your app, Bot, Message Content Intent; then start the coach again.`,
  };
}

/** Settings of the app that would keep people, or what they press, from the coach. */
function app({
  interactions_endpoint_url: url,
  bot_require_code_grant: isGranted,
  bot_public: isPublic,
  integration_types_config: types,
}: Application): Finding[] {
  const findings: Finding[] = [];
  if (typeof url === 'string' && url !== '') {
    findings.push({
      what: 'Interactions endpoint',
      state: 'ill',
      says: 'an address is set in the app: commands and presses go there, and never to the coach.',
      cure: `Empty it: ${PORTAL}, your app, General Information, Interactions Endpoint URL.`,
    });
  }
  if (isGranted) {
    findings.push({
      what: 'Code grant',
      state: 'ill',
      says: 'the app asks for a code grant, and then the install link for servers does not work.',
      cure: `Turn off: ${PORTAL}, your app, Bot, Requires OAuth2 Code Grant.`,
    });
  }
  if (!isPublic) {
    findings.push({
      what: 'Public bot',
      state: 'note',
      says: 'off: only you can install the app. That is well where it is for your own servers.',
    });
  }
  if (types !== undefined && types[ApplicationIntegrationType.UserInstall] === undefined) {
    findings.push({
      what: 'User install',
      state: 'note',
      says: 'off: the app can be added to servers only.',
      cure: `To let people install it to themselves: ${PORTAL}, your app, Installation, User Install.`,
    });
  }
  return findings;
}

const GatewaySchema = z.object({
  shards: z.int(),
  session_start_limit: z.object({ total: z.int(), remaining: z.int(), reset_after: z.number() }),
});
const FEW_LOG_INS = 20;
const A_MINUTE_MS = 60_000;

/** Each start of the coach logs in once a shard. At none left Discord resets the token, and everything stops. */
function logIns(asked: Asked): Finding {
  const gateway = GatewaySchema.safeParse(bodyOf(asked)).data;
  if (gateway === undefined) return unsaid('Gateway', 'how to connect', asked);
  const { shards, session_start_limit: limit } = gateway;
  const says = `${shards === 1 ? 'one connection' : `${shards} connections (shards)`}; ${limit.remaining} of ${limit.total} log-ins left today.`;
  const what = 'Gateway';
  if (limit.remaining >= Math.max(FEW_LOG_INS, 2 * shards)) return { what, state: 'well', says };
  const minutes = Math.ceil(limit.reset_after / A_MINUTE_MS);
  const cure = `Look what starts the coach again and again; there are new ones in ${minutes} min.`;
  return { what, state: limit.remaining < shards ? 'ill' : 'note', says, cure };
}

function registered(asked: Asked): Finding {
  const what = 'Commands';
  const held = registeredIn(bodyOf(asked));
  if (held === undefined) return unsaid(what, 'which are registered', asked);
  const { create, change, remove, unchanged } = compareCommands(held, allCommands());
  const differs = [
    ...create.map(({ name }) => `"${name}" is not there yet`),
    ...change.map(({ to }) => `"${to.name}" differs`),
    ...remove.map(({ name }) => `"${name}" is not ours any more`),
  ];
  if (differs.length === 0) return { what, state: 'well', says: `all ${unchanged.length} registered.` };
  return {
    what,
    state: 'note',
    says: `${differs.join(', ')}.`,
    cure: 'Starting the coach registers them, and so does: npm run coach -- discord register',
  };
}
