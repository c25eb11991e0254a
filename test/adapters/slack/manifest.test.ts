import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { BOT_SCOPES } from '../../../adapters/slack/scopes.ts';

const root = new URL('../../../', import.meta.url);
const contracts = process.env.CONTRACTS_DIR ?? fileURLToPath(new URL('../shared/contracts', root));
const schemaFile = `${contracts}/slack-manifest.schema.2.0.0.json`;
const hasSchema = existsSync(schemaFile);
if (!hasSchema)
  console.warn(`*** NO ${schemaFile}: the manifests are not checked against it. Set CONTRACTS_DIR. ***`);

const Url = z.url({ protocol: /^https$/ });
const ManifestSchema = z.looseObject({
  features: z.looseObject({
    app_home: z.unknown(),
    bot_user: z.unknown(),
    shortcuts: z.array(z.looseObject({ name: z.string(), type: z.string(), callback_id: z.string() })),
    slash_commands: z.array(z.looseObject({ command: z.string(), url: Url.optional() })),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({ request_url: Url.optional(), bot_events: z.array(z.string()) }),
    interactivity: z.looseObject({
      is_enabled: z.boolean(),
      request_url: Url.optional(),
      message_menu_options_url: Url.optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`adapters/slack/${name}`, root), 'utf8'), { strict: true });
const FILES = ['manifest.yaml', 'manifest.http.yaml'] as const;
const [socket, http] = FILES.map((name) => ManifestSchema.parse(read(name)));
if (socket === undefined || http === undefined) throw new Error('two manifests were read');

describe.each(FILES)('adapters/slack/%s', (name) => {
  test.skipIf(!hasSchema)(`is a manifest by Slack's own schema (${schemaFile})`, () => {
    const schema: unknown = JSON.parse(readFileSync(schemaFile, 'utf8'));
    const { $schema: draft } = z.looseObject({ $schema: z.string() }).parse(schema);
    expect(draft).toMatch(/draft-07/); // what Ajv reads unless told otherwise
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    const check = ajv.compile(z.record(z.string(), z.unknown()).parse(schema));
    check(read(name));
    expect(check.errors ?? []).toEqual([]);
    // The schema does refuse: an app without a name is none.
    expect(check({})).toBe(false);
  });

  test('asks for the scopes that are justified, and for no other', () => {
    const { bot } = ManifestSchema.parse(read(name)).oauth_config.scopes;
    expect(bot).toEqual(BOT_SCOPES.map(({ scope }) => scope));
  });

  test('leaves to whoever installs it what only a team’s sessions need, and works without', () => {
    const { bot_optional } = ManifestSchema.parse(read(name)).oauth_config.scopes;
    expect(bot_optional).toEqual([
      'mpim:write',
      'mpim:history',
      'channels:read',
      'groups:read',
      'usergroups:read',
    ]);
    const offered = BOT_SCOPES.filter((asked) => asked.offered === true);
    expect(offered.map(({ scope }) => scope)).toEqual(bot_optional);
    for (const { without } of offered) expect(without).toBeDefined();
  });

  test('lets people write to the bot, and offers the command, both shortcuts and a Home', () => {
    const { features, settings } = ManifestSchema.parse(read(name));
    expect(features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(features.bot_user).toEqual({ display_name: 'Comeback', always_online: true });
    expect(features.shortcuts.map(({ name, type, callback_id }) => [name, type, callback_id])).toEqual([
      ['Practise an answer', 'global', 'practise_answer'],
      ['Critique this answer', 'message', 'critique_answer'],
    ]);
    expect(features.slash_commands.map(({ command }) => command)).toEqual(['/practice-failure']);
    expect(settings.interactivity.is_enabled).toBe(true);
    expect(settings.event_subscriptions.bot_events).toEqual([
      'message.im',
      'app_home_opened',
      'app_uninstalled',
      'tokens_revoked',
    ]);
  });

  test('neither rotates tokens, which cannot be turned off again, nor installs for an organisation', () => {
    expect(ManifestSchema.parse(read(name)).settings).toMatchObject({
      org_deploy_enabled: false,
      token_rotation_enabled: false,
    });
  });
});

test('the two differ in the transport alone: the mode, and where Slack posts to', () => {
  const url = http.settings.event_subscriptions.request_url;
  expect(url).toMatch(/\/slack\/events$/);
  const { settings, features } = socket;
  const made = {
    ...socket,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((command) => ({ ...command, url })),
    },
    settings: {
      ...settings,
      event_subscriptions: { ...settings.event_subscriptions, request_url: url },
      interactivity: { ...settings.interactivity, request_url: url, message_menu_options_url: url },
      socket_mode_enabled: false,
    },
  };
  expect(settings.socket_mode_enabled).toBe(true);
  expect(made).toEqual(http);
});
