/**
 * Whether a URL that came in a payload may be asked: https on the usual port at a host that `isOwnHost` takes, or the
 * very origin of `apiUrl`, which the operator set. Anything else is a door into the operator's own network.
 */
export function isOwnUrl(
  url: string,
  apiUrl: string | undefined,
  isOwnHost: (hostname: string, apiHostname: string | undefined) => boolean,
): boolean {
  const asked = parsed(url);
  if (asked === undefined || asked.username !== '' || asked.password !== '') return false;
  const api = apiUrl === undefined ? undefined : parsed(apiUrl);
  if (api !== undefined && asked.origin === api.origin) return true;
  return asked.protocol === 'https:' && asked.port === '' && isOwnHost(asked.hostname, api?.hostname);
}

function parsed(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
