import type { Method } from '../app.ts';
import { type Fields, listOf, textOf } from '../json.ts';
import { channelFor } from '../posting.ts';
import { refuse } from '../refusal.ts';

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
      team_id: world.teamId,
      name: user.name.toLowerCase(),
      real_name: user.name,
      deleted: user.deactivated,
      is_bot: user.isBot,
      is_admin: user.isAdmin,
      is_owner: false,
      ...(user.tz === undefined ? {} : zoneFields(user.tz)),
      locale: 'en-US',
      profile: { real_name: user.name, display_name: user.name },
    },
  };
};

/** The zone as a profile tells it: its name, what it is called there now, and its distance from UTC in seconds. */
function zoneFields(tz: string): Fields {
  const label = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'long' })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value;
  const offset = new Date(new Date().toLocaleString('en-US', { timeZone: tz })).getTime();
  const here = new Date(new Date().toLocaleString('en-US', { timeZone: 'UTC' })).getTime();
  return { tz, tz_label: label ?? tz, tz_offset: Math.round((offset - here) / 1_000) };
}

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
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
};
