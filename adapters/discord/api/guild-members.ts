import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { SnowflakeSchema, UserSchema } from '../receive/payload-schemas.ts';
import { compareSnowflakes } from '../receive/snowflake.ts';

/** A member of a server as Discord lists them: https://discord.com/developers/docs/resources/guild#guild-member-object */
const MemberSchema = z.object({
  user: UserSchema.extend({ system: z.boolean().catch(false) }),
  nick: z.string().min(1).optional().catch(undefined),
  roles: z.array(SnowflakeSchema).catch([]),
  /** They have not agreed to the server's rules yet, and may do nothing in it. */
  pending: z.boolean().catch(false),
});
export type GuildMember = z.infer<typeof MemberSchema>;

/** The most that Discord gives on one page. */
const PAGE_SIZE = 1_000;

/** How far a listing has come: with it another try goes on where one broke off. */
export interface Listing {
  readonly members: readonly GuildMember[];
  readonly after: string;
  readonly isWhole: boolean;
}

export const NOTHING_LISTED: Listing = { members: [], after: '0', isWhole: false };

/**
 * The next page of a server's members; those that `isWanted` are kept. It takes the Server Members intent: without it Discord
 * answers 403. Throws what the REST throws.
 */
export async function nextMembers(
  rest: REST,
  guild: string,
  { members, after }: Listing,
  isWanted: (member: GuildMember) => boolean,
): Promise<Listing> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), after });
  const page = z.array(MemberSchema).parse(await rest.get(Routes.guildMembers(guild), { query }));
  const last = page.reduce((top, { user }) => (compareSnowflakes(user.id, top) > 0 ? user.id : top), after);
  return {
    members: [...members, ...page.filter(isWanted)],
    after: last,
    isWhole: page.length < PAGE_SIZE || last === after,
  };
}

/** One member. Throws what the REST throws, 10007 where they are none. */
export async function memberIn(rest: REST, guild: string, userId: string): Promise<GuildMember> {
  return MemberSchema.parse(await rest.get(Routes.guildMember(guild, userId)));
}
