import type { PersonRef } from './person.ts';

/**
 * A team is kept as a person is: a row of its own with a key, a lock and a lane. Its name has a colon, which no user id of
 * a platform has.
 */
const PREFIX = 'team:';

/** The team that `organizer` has scheduled, in their own scope. */
export function teamRef({ platform, scope }: Pick<PersonRef, 'platform' | 'scope'>, id: string): PersonRef {
  return { platform, scope, userId: `${PREFIX}${id}` };
}

/** The id of a team; undefined for a person. */
export function teamIdOf({ userId }: PersonRef): string | undefined {
  return userId.startsWith(PREFIX) ? userId.slice(PREFIX.length) : undefined;
}
