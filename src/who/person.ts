import { z } from 'zod';
import { PersonError } from '../errors.ts';

export const PlatformSchema = z.enum(['slack', 'discord', 'terminal']);

/**
 * Who a person is to us: platform, home scope, user id. Slack: the user's enterprise, else the user's own team;
 * Discord: the app, never the guild; terminal: `local`. Platforms are not linked: the same human on two is two persons.
 */
export const PersonRefSchema = z
  .strictObject({ platform: PlatformSchema, scope: z.string().min(1), userId: z.string().min(1) })
  .readonly();
export type PersonRef = z.infer<typeof PersonRefSchema>;

/** `PLATFORM:SCOPE:USER`, for logs of ids, lanes and the command line. Colons inside a part are percent-encoded. */
export function personKey(person: PersonRef): string {
  return [person.platform, person.scope, person.userId].map(encodeURIComponent).join(':');
}

/** Reads `PLATFORM:SCOPE:USER`. Throws a `PersonError` that says what was expected. */
export function parsePersonKey(key: string): PersonRef {
  const parts = key.split(':');
  const [platform, scope, userId] = parts.map(decoded);
  const parsed = PersonRefSchema.safeParse({ platform, scope, userId });
  if (parts.length !== 3 || !parsed.success) {
    throw new PersonError(
      'person-key',
      `Expected PLATFORM:SCOPE:USER, got "${key}". Example: terminal:local:ada, or slack:T024BE7LD:U2147483697`,
    );
  }
  return parsed.data;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
