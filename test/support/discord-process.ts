import type { FakeDiscord } from '../fakes/discord/fake-discord.ts';
import { type CoachProcess, startCoachProcess } from './slack-process.ts';

/** As much of a Discord as has to be known to reach it. */
type Reached = Pick<FakeDiscord, 'botToken' | 'apiUrl'>;

/** The variables with which the product reaches this Discord. */
export function discordVariables(discord: Reached): Record<string, string> {
  return { DISCORD_TOKEN: discord.botToken, DISCORD_API_URL: discord.apiUrl };
}

/** `node scripts/coach.mjs start` with this Discord's bot, and whatever else is in `env`. */
export function startDiscordProcess(
  discord: Reached,
  env: Readonly<Record<string, string>>,
  preload?: string,
): CoachProcess {
  return startCoachProcess({ ...discordVariables(discord), ...env }, preload);
}
