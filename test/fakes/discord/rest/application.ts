import { type Fields, textOf } from '../../slack/json.ts';
import { applicationFlags } from '../events.ts';
import { bitsOf } from '../permissions.ts';
import { missingAccess, Refusal } from '../refusal.ts';
import { type Asked, NO_CONTENT, ok, type Route } from '../route.ts';
import { wireUser } from '../wire.ts';

/** What the bot is, where it is, and which commands it has. */
export const applicationRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/gateway/bot',
    answer: ({ app }) =>
      ok({
        url: `${app.origin.replace('http', 'ws')}/gateway`,
        shards: app.shards,
        session_start_limit: {
          total: 1000,
          remaining: app.sessionStarts.remaining,
          reset_after: 3_600_000,
          max_concurrency: 1,
        },
      }),
  },
  {
    method: 'GET',
    template: '/users/@me',
    answer: ({ app }) => ok(wireUser(app.world, app.world.botUserId)),
  },
  {
    method: 'GET',
    template: '/users/@me/guilds',
    answer: ({ app }) =>
      ok(
        [...app.world.guilds.values()]
          .filter(({ botIsMember }) => botIsMember)
          .map((guild) => ({
            id: guild.id,
            name: guild.name,
            icon: null,
            banner: null,
            owner: false,
            permissions: bitsOf(guild.granted),
            features: [],
          })),
      ),
  },
  {
    method: 'GET',
    template: '/applications/@me',
    answer: ({ app }) =>
      ok({
        id: app.world.appId,
        name: 'Comeback',
        icon: null,
        description: '',
        bot_public: true,
        bot_require_code_grant: false,
        verify_key: 'fake',
        flags: applicationFlags(app),
        bot: wireUser(app.world, app.world.botUserId),
        interactions_endpoint_url: null,
        integration_types_config: { '0': {}, '1': {} },
        ...app.application,
      }),
  },
  {
    method: 'GET',
    template: '/applications/{application_id}/commands',
    answer: ({ app, call }) =>
      ok(
        call.query.with_localizations === 'true'
          ? app.world.commands
          : app.world.commands.map(
              ({ name_localizations: _n, description_localizations: _d, ...rest }) => rest,
            ),
      ),
  },
  {
    method: 'PUT',
    template: '/applications/{application_id}/commands',
    answer: (asked) => {
      const { app, call } = asked;
      app.world.commands = call.list.map((each) => registered(asked, each, sameCommand(asked, each)));
      return ok(app.world.commands);
    },
  },
  {
    method: 'POST',
    template: '/applications/{application_id}/commands',
    answer: (asked) => {
      const { app, call } = asked;
      const before = sameCommand(asked, call.body);
      const made = registered(asked, call.body, before);
      app.world.commands = [...app.world.commands.filter((each) => each !== before), made];
      return ok(made, before === undefined ? 201 : 200);
    },
  },
  {
    method: 'PATCH',
    template: '/applications/{application_id}/commands/{command_id}',
    answer: (asked) => {
      const { app, call } = asked;
      const before = commandOf(asked);
      const made = registered(asked, { ...before, ...call.body }, before);
      app.world.commands = app.world.commands.map((each) => (each === before ? made : each));
      return ok(made);
    },
  },
  {
    method: 'DELETE',
    template: '/applications/{application_id}/commands/{command_id}',
    answer: (asked) => {
      const gone = commandOf(asked);
      asked.app.world.commands = asked.app.world.commands.filter((each) => each !== gone);
      return NO_CONTENT;
    },
  },
];

function sameCommand({ app }: Asked, { name, type }: Fields): Fields | undefined {
  return app.world.commands.find((each) => each.name === name && each.type === (type ?? 1));
}

function commandOf({ app, param }: Asked): Fields {
  const found = app.world.commands.find(({ id }) => id === param('command_id'));
  if (found === undefined) throw new Refusal(404, 10063, 'Unknown application command');
  return found;
}

/** A command as Discord gives it back: what was not said has its default. */
function registered({ app, param }: Asked, given: Fields, before: Fields | undefined): Fields {
  if (param('application_id') !== app.world.appId) throw missingAccess();
  return {
    application_id: app.world.appId,
    type: 1,
    description: '',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    contexts: null,
    integration_types: [0],
    name_localizations: null,
    description_localizations: null,
    ...given,
    id: textOf(before?.id) || app.world.nextId(),
    version: app.world.nextId(),
  };
}
