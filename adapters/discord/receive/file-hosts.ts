/** Where Discord keeps files: https://discord.com/developers/docs/reference#image-formatting */
const OWN: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/**
 * Whether a file may be fetched from a URL that came in a payload: from Discord itself over TLS, and from the host that
 * the operator named (`DISCORD_API_URL`). Anything else is a door into the operator's own network.
 */
export function isDiscordFileUrl(url: string, apiUrl?: string): boolean {
  const asked = parsed(url);
  if (asked === undefined || asked.username !== '' || asked.password !== '') return false;
  const api = apiUrl === undefined ? undefined : parsed(apiUrl);
  if (api !== undefined && asked.origin === api.origin) return true;
  return asked.protocol === 'https:' && asked.port === '' && OWN.has(asked.hostname);
}

function parsed(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
