import type { DiscordUser } from './payload-schemas.ts';

/** What a user is called here: their name in the server, else the one they chose, else their user name. */
export function nameOf(user: DiscordUser, nick: string | undefined = user.member?.nick): string {
  return nick ?? user.global_name ?? user.username ?? 'someone';
}

/** The names of users, by their ids. */
export function namesOf(users: Iterable<DiscordUser>): Readonly<Record<string, string>> {
  return Object.fromEntries([...users].map((user) => [user.id, nameOf(user)]));
}
