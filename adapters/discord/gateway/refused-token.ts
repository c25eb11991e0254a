import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  REST,
  type RESTOptions,
  Routes,
} from 'discord.js';

/** Discord says of the token that it is none. */
export function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

/** One call's word is little: Discord is asked about the token alone. False where it does not answer. */
export async function isRefused(token: string, options: Partial<RESTOptions>): Promise<boolean> {
  const rest = new REST(options).setToken(token);
  try {
    await rest.get(Routes.user());
    return false;
  } catch (error) {
    return isTokenRefused(error);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
