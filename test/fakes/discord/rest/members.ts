import type { Fields } from '../../slack/json.ts';
import type { App } from '../app.ts';
import { byId } from '../channel.ts';
import type { Guild } from '../guild.ts';
import { formBody, missingAccess, Refusal } from '../refusal.ts';
import { ok, type Route } from '../route.ts';
import { wireMember } from '../wire.ts';

/** Servers, and who is in them. */
export const memberRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/guilds/{guild_id}',
    answer: ({ app, param }) => {
      const guild = guildIn(app, param('guild_id'));
      return ok({
        id: guild.id,
        name: guild.name,
        icon: null,
        description: null,
        owner_id: guild.ownerId,
        features: [],
        preferred_locale: 'en-US',
        roles: rolesOf(guild),
      });
    },
  },
  {
    method: 'GET',
    template: '/guilds/{guild_id}/roles',
    answer: ({ app, param }) => ok(rolesOf(guildIn(app, param('guild_id')))),
  },
  {
    // https://discord.com/developers/docs/resources/guild#list-guild-members: restricted to who has the intent.
    method: 'GET',
    template: '/guilds/{guild_id}/members',
    answer: ({ app, call, param }) => {
      const guild = guildIn(app, param('guild_id'));
      if (!app.hasMembers) throw missingAccess();
      const { limit = '1', after = '0' } = call.query;
      if (!(Number(limit) >= 1 && Number(limit) <= 1_000)) throw formBody(`a limit of ${limit}`);
      const behind = [...app.world.users.values()]
        .filter(({ id }) => !guild.gone.has(id) && byId({ id: after }, { id }) < 0)
        .sort(byId);
      return ok(behind.slice(0, Number(limit)).map(({ id }) => memberOf(app, guild, id)));
    },
  },
  {
    method: 'GET',
    template: '/guilds/{guild_id}/members/{user_id}',
    answer: ({ app, param }) => {
      const guild = guildIn(app, param('guild_id'));
      const userId = param('user_id');
      if (!app.world.users.has(userId)) throw new Refusal(404, 10013, 'Unknown User');
      if (guild.gone.has(userId)) throw new Refusal(404, 10007, 'Unknown Member');
      return ok(memberOf(app, guild, userId));
    },
  },
];

function guildIn({ world }: App, id: string): Guild {
  const guild = world.guilds.get(id);
  if (guild === undefined) throw new Refusal(404, 10004, 'Unknown Guild');
  if (!guild.botIsMember) throw missingAccess();
  return guild;
}

function memberOf({ world }: App, guild: Guild, userId: string): Fields {
  const { permissions: _, ...member } = wireMember(world, userId);
  const roles = [...guild.roles].flatMap(([id, { members }]) => (members.includes(userId) ? [id] : []));
  return { ...member, banner: null, roles, pending: guild.pending.has(userId) };
}

function rolesOf(guild: Guild): Fields[] {
  const role = (id: string, name: string, permissions: bigint, position: number) => ({
    id,
    name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  });
  return [
    role(guild.id, '@everyone', guild.everybodyMay, 0),
    ...[...guild.roles].map(([id, { name, permissions }], index) => role(id, name, permissions, index + 1)),
  ];
}
