import { isOwnUrl } from '../../files/own-url.ts';

/** Where Discord keeps files: https://discord.com/developers/docs/reference#image-formatting */
const OWN: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/**
 * Whether a file may be fetched from a URL that came in a payload: from Discord itself over TLS, and from the host that
 * the operator named (`DISCORD_API_URL`).
 */
export function isDiscordFileUrl(url: string, apiUrl?: string): boolean {
  return isOwnUrl(url, apiUrl, (hostname) => OWN.has(hostname));
}
