import { z } from 'zod';
import { wordsInBlocks } from './words-in-blocks.ts';

/**
 * What of Slack's payloads is read. All of it is lenient: Slack leaves fields out or sends null (an installation of a
 * whole organisation has no team), and one odd field must not cost a person their message.
 * https://docs.slack.dev/reference/events/message
 */

/** Text, or undefined where it is null, missing, empty or something else. */
const text = z.string().min(1).optional().catch(undefined);
const yes = z.boolean().optional().catch(undefined);

/** A `ts`: it stays a string for ever, as a number it loses its last digits. */
export const TsSchema = z.string().regex(/^\d+\.\d+$/);
const ts = TsSchema.optional().catch(undefined);

const id = z.string().regex(/^[A-Z0-9]+$/);

export const FileSchema = z.object({
  id: text,
  name: text,
  title: text,
  mimetype: text,
  filetype: text,
  mode: text,
  size: z.number().optional().catch(undefined),
  url_private: text,
  url_private_download: text,
});

/** A message as an event brings it, as it stands inside an edit, and as the Web API lists it. */
export const MessageSchema = z
  .object({
    subtype: text,
    user: text,
    bot_id: text,
    text: z.string().catch(''),
    ts: TsSchema,
    thread_ts: ts,
    client_msg_id: text,
    edited: z.object({ ts: TsSchema }).optional().catch(undefined),
    hidden: yes,
    team: text,
    user_team: text,
    blocks: z.unknown().optional(),
    files: z.array(FileSchema).catch([]),
    attachments: z.array(z.object({ is_share: yes, is_msg_unfurl: yes })).catch([]),
  })
  .transform(({ blocks, ...message }) =>
    message.text === '' ? { ...message, text: wordsInBlocks(blocks) } : message,
  );
export type SlackMessage = z.infer<typeof MessageSchema>;

/** The `event` of a message event. What an edit or a deletion speaks of stands inside. */
export const MessageEventSchema = z.object({
  type: z.literal('message'),
  subtype: text,
  /** Direct messages only: their ids begin so. `channel_type` says nothing more, and comes as null or `app_home` too. */
  channel: z.string().regex(/^D[A-Z0-9]+$/),
  deleted_ts: ts,
  message: MessageSchema.optional().catch(undefined),
  previous_message: MessageSchema.optional().catch(undefined),
});

const AuthorizationSchema = z.object({
  enterprise_id: text,
  team_id: text,
  is_enterprise_install: yes,
});

/** What wraps every event. */
export const EnvelopeSchema = z.object({
  type: z.literal('event_callback'),
  team_id: text,
  enterprise_id: text,
  is_enterprise_install: yes,
  is_ext_shared_channel: yes,
  authorizations: z.array(AuthorizationSchema).catch([]),
  event: z.unknown(),
});
export type Envelope = z.infer<typeof EnvelopeSchema>;

const named = z.object({ id }).optional().catch(undefined);

/** What all of a press, a shortcut and a form have: https://docs.slack.dev/reference/interaction-payloads */
export const InteractionSchema = z.object({
  user: z.object({ id, team_id: text }),
  team: z.object({ id, enterprise_id: text }).optional().catch(undefined),
  enterprise: named,
  is_enterprise_install: yes,
  trigger_id: text,
  response_url: text,
});
export type Interaction = z.infer<typeof InteractionSchema>;

export const BlockActionsSchema = InteractionSchema.extend({
  type: z.literal('block_actions'),
  channel: named,
  message: z.object({ ts, thread_ts: ts }).optional().catch(undefined),
  container: z
    .object({
      channel_id: text,
      message_ts: ts,
      thread_ts: ts,
      is_ephemeral: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  view: z.object({ id: z.string(), type: text, private_metadata: text }).optional().catch(undefined),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        action_ts: TsSchema,
        value: text,
        selected_option: z.object({ value: text }).optional().catch(undefined),
      }),
    )
    .min(1),
});

export const ShortcutSchema = InteractionSchema.extend({
  type: z.literal('shortcut'),
  callback_id: z.string(),
  action_ts: TsSchema,
});

export const MessageActionSchema = InteractionSchema.extend({
  type: z.literal('message_action'),
  callback_id: z.string(),
  action_ts: TsSchema,
  channel: z.object({ id }),
  message: MessageSchema,
});

export const ViewSubmissionSchema = InteractionSchema.extend({
  type: z.literal('view_submission'),
  view: z.object({
    id: z.string().min(1),
    callback_id: z.string(),
    private_metadata: z.string().catch(''),
    app_installed_team_id: text,
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});

/** The fields of a slash command's form: https://docs.slack.dev/interactivity/implementing-slash-commands */
export const SlashCommandSchema = z.object({
  command: z.string(),
  text: z.string().catch(''),
  user_id: id,
  team_id: text,
  enterprise_id: text,
  /** A form holds text only. */
  is_enterprise_install: z.string().optional().catch(undefined),
  channel_id: text,
  trigger_id: z.string().min(1),
  response_url: text,
});

export const HomeOpenedSchema = z.object({
  type: z.literal('app_home_opened'),
  user: id,
  channel: text,
  tab: z.enum(['home', 'messages']).catch('home'),
  event_ts: ts,
});

export const LifecycleSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({
    type: z.literal('tokens_revoked'),
    tokens: z.object({ bot: z.array(z.string()).catch([]) }),
  }),
]);
