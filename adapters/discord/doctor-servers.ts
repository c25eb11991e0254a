import { z } from 'zod';
import type { Finding } from '../../src/cli/finding.ts';
import { lackingOf } from './permissions.ts';
import { quotedName } from './quoted-name.ts';

/** Whoever has more than these looks at the others in Discord. */
const MOST_SERVERS = 10;
/** What one call lists: https://discord.com/developers/docs/resources/user#get-current-user-guilds */
const A_PAGE = 200;

/** What a channel says for itself is listed nowhere: it is named where a thread is asked for in it. */
const CHANNELS_DIFFER = 'Single channels may allow less.';

const GuildsSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string().catch(''),
    /** Of the bot there: its roles put together, before what single channels say otherwise. */
    permissions: z
      .string()
      .regex(/^\d{1,30}$/)
      .transform(BigInt)
      .optional()
      .catch(undefined),
  }),
);

/** The servers that the bot is in, and what it lacks in each of the first ten. `invite`: the link that grants it. */
export function servers(body: unknown, invite: string): readonly Finding[] {
  const guilds = GuildsSchema.safeParse(body).data;
  const what = 'Servers';
  if (guilds === undefined) return [{ what, state: 'note', says: 'Discord did not say where the bot is.' }];
  if (guilds.length === 0) {
    const says = 'the bot is in none. Whoever installed it to themselves can practise in direct messages.';
    return [{ what, state: 'note', says, cure: `To add it to a server: ${invite}` }];
  }
  const looked = guilds.slice(0, MOST_SERVERS);
  const count = guilds.length >= A_PAGE ? `${A_PAGE} or more` : `${guilds.length}`;
  const says =
    looked.length === guilds.length
      ? `the bot is in ${count}.`
      : `the bot is in ${count}; the first ${looked.length} were looked at.`;
  const findings = looked.map(({ id, name, permissions }): Finding | undefined =>
    permissions === undefined ? undefined : lacking(quotedName(name, id), permissions, invite),
  );
  return [
    { what, state: 'well', says: `${says} ${CHANNELS_DIFFER}` },
    ...findings.filter((finding) => finding !== undefined),
  ];
}

/** What nothing uses yet is not missed. */
function lacking(server: string, granted: bigint, invite: string): Finding | undefined {
  const missing = lackingOf(granted).filter((permission) => permission.for !== undefined);
  if (missing.length === 0) return undefined;
  const reasons = missing.map(({ name, why }) => `"${name}" (to ${why})`).join(', ');
  const isThreadLost = missing.some((permission) => permission.for === 'thread');
  const lost = isThreadLost ? ' Nobody can practise in a thread there, only in direct messages.' : '';
  return {
    what: `Server ${server}`,
    state: 'note',
    says: `the bot lacks ${reasons}.${lost}`,
    cure: `Grant it under Server Settings, Roles, the bot’s role, or install the bot there again: ${invite}`,
  };
}
