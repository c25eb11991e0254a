/**
 * The one family of errors. Expected failures are values; these are thrown for what the
 * caller cannot go on from. No answer text ever enters a message or a context.
 */

/** Something the person did cannot be done. The message is shown to them: what happened, what to do next. */
export class PersonError extends Error {
  override readonly name = 'PersonError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A platform refused or could not be reached. `retryAfterMs` where it said when to come back. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly platform: string;
  readonly code: string;
  readonly retryAfterMs: number | undefined;

  constructor(platform: string, code: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(`${platform}: ${code}`, { cause: options.cause });
    this.platform = platform;
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The set-up is wrong: which variable, what was wrong with it, an example that works. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'config';
  readonly variable: string;

  constructor(variable: string, problem: string, example?: string) {
    super(`${variable}: ${problem}${example === undefined ? '' : ` Example: ${example}`}`);
    this.variable = variable;
  }
}

/** The `code` of any thrown value, for logs and stored failures: never its message. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

/** For the `default` of a switch over a union: fails to compile when a member is added. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${typeof value}`);
}
