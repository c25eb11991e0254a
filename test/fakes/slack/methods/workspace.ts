import type { Method } from '../app.ts';
import { type Fields, isTrue, listOf, textOf } from '../json.ts';
import { channelFor } from '../posting.ts';
import { refuse } from '../refusal.ts';
import type { World } from '../world.ts';

const authTest: Method = (_args, { world, tokenKind }) => {
  if (tokenKind === 'app') return { app_name: 'Comeback', app_id: world.appId };
  return {
    url: 'https://comeback-test.slack.com/',
    team: 'Comeback Test',
    user: 'comeback',
    team_id: world.teamId,
    user_id: world.botUserId,
    bot_id: world.botId,
    is_enterprise_install: false,
  };
};

const connectionsOpen: Method = (_args, { app, tokenKind }) => {
  if (tokenKind !== 'app') refuse('not_allowed_token_type');
  return { url: app.openSocket() };
};

const usersInfo: Method = (args, { world }) => {
  const user = world.users.get(textOf(args.user)) ?? refuse('user_not_found');
  return {
    user: {
      id: user.id,
      team_id: user.teamId ?? world.teamId,
      name: user.name.toLowerCase(),
      real_name: user.name,
      deleted: user.deactivated,
      is_bot: user.isBot,
      is_admin: user.isAdmin,
      is_owner: false,
      is_restricted: user.isGuest,
      is_ultra_restricted: false,
      is_app_user: false,
      updated: 1_700_000_000,
      ...(user.teamId === undefined || user.teamId === world.teamId
        ? {}
        : { is_stranger: !sharesChannel(world, user.id) }),
      ...(user.organisation === undefined
        ? {}
        : { enterprise_user: inOrganisation(world, user.organisation, user.id) }),
      ...(user.tz === undefined ? {} : zoneFields(user.tz)),
      locale: 'en-US',
      profile: { real_name: user.name, display_name: user.name },
    },
  };
};

function inOrganisation({ teamId }: World, organisation: string, id: string): Fields {
  const named = { enterprise_id: organisation, enterprise_name: 'The organisation' };
  return { id, ...named, is_admin: false, is_owner: false, teams: [teamId] };
}

/** Somebody of another workspace is no stranger where they are in a channel with the bot. */
function sharesChannel({ channels }: World, userId: string): boolean {
  return [...channels.values()].some(({ members, botIsMember }) => botIsMember && members.has(userId));
}

/** The zone as a profile tells it: its name, what it is called there now, and its distance from UTC in seconds. */
function zoneFields(tz: string): Fields {
  const label = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'long' })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value;
  const offset = new Date(new Date().toLocaleString('en-US', { timeZone: tz })).getTime();
  const here = new Date(new Date().toLocaleString('en-US', { timeZone: 'UTC' })).getTime();
  return { tz, tz_label: label ?? tz, tz_offset: Math.round((offset - here) / 1_000) };
}

/** https://docs.slack.dev/reference/methods/usergroups.list: one page, those that were removed left out unless asked for. */
const userGroups: Method = (args, { world }) => ({
  usergroups: [...world.groups.values()]
    .filter(({ deleted }) => !deleted || isTrue(args.include_disabled))
    .map(({ id, handle, name, users, deleted }) => ({
      id,
      team_id: world.teamId,
      is_usergroup: true,
      name,
      description: '',
      handle,
      is_external: false,
      date_create: 1_700_000_000,
      date_update: 1_700_000_000,
      date_delete: deleted ? 1_700_000_001 : 0,
      auto_type: null,
      created_by: world.botUserId,
      updated_by: world.botUserId,
      deleted_by: null,
      prefs: { channels: [], groups: [] },
      ...(isTrue(args.include_users) ? { users: [...users] } : {}),
      ...(isTrue(args.include_count) ? { user_count: users.length } : {}),
    })),
});

const groupUsers: Method = (args, { world }) => {
  const group = world.groups.get(textOf(args.usergroup)) ?? refuse('no_such_subteam');
  if (group.deleted && !isTrue(args.include_disabled)) refuse('no_such_subteam');
  return { users: [...group.users] };
};

const setStatus: Method = (args, { app, world }) => {
  const channel = channelFor(world, textOf(args.channel_id));
  if (!app.statusWorks) refuse('method_not_supported_for_channel_type');
  const thread = textOf(args.thread_ts);
  if (channel.get(thread) === undefined) refuse('invalid_thread_ts');
  const lines: unknown = args.loading_messages;
  if (Array.isArray(lines) && lines.length > 10) refuse('invalid_arguments');
  const status = textOf(args.status);
  if (status === '') world.statuses.delete(`${channel.id}:${thread}`);
  else world.statuses.set(`${channel.id}:${thread}`, status);
  return {};
};

const setSuggestedPrompts: Method = (args, { world }) => {
  channelFor(world, textOf(args.channel_id));
  const prompts = listOf(args.prompts);
  if (prompts.length === 0 || prompts.length > 4) refuse('invalid_arguments');
  return {};
};

export const WORKSPACE: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'apps.connections.open': connectionsOpen,
  'users.info': usersInfo,
  'usergroups.list': userGroups,
  'usergroups.users.list': groupUsers,
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
};
