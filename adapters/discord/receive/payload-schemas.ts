import { z } from 'zod';

/**
 * What of Discord's payloads is read. All of it is lenient: Discord leaves fields out, sends null, and adds new ones; one
 * odd field must not cost a person their message. https://discord.com/developers/docs/resources/message
 */

/** An id: it stays a string for ever, as a number it loses its last digits. */
export const SnowflakeSchema = z.string().regex(/^\d{1,20}$/);
const snowflake = SnowflakeSchema.optional().catch(undefined);

/** Text, or undefined where it is null, missing, empty or something else. */
const text = z.string().min(1).optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const flags = z.int().catch(0);
/** Bits, as a decimal number. */
const permissions = z
  .string()
  .regex(/^\d{1,30}$/)
  .optional()
  .catch(undefined);

/** A list of which the odd ones are left out. */
function listOf<S extends z.ZodType>(schema: S) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((item) => schema.safeParse(item).data ?? []));
}

/** A record by id, of which the odd ones are left out. */
function recordOf<S extends z.ZodType>(schema: S) {
  return z
    .record(z.string(), z.unknown())
    .catch({})
    .transform((items) => {
      const sound = Object.entries(items).flatMap(([id, item]) => {
        const { data } = schema.safeParse(item);
        return data === undefined ? [] : [[id, data] as const];
      });
      return new Map<string, z.output<S>>(sound);
    });
}

const MemberSchema = z.object({ nick: text });

export const UserSchema = z.object({
  id: SnowflakeSchema,
  username: text,
  global_name: text,
  bot: z.boolean().catch(false),
  /** Beside a user who is mentioned in a server. */
  member: MemberSchema.optional().catch(undefined),
});
export type DiscordUser = z.infer<typeof UserSchema>;

export const AttachmentSchema = z.object({
  id: snowflake,
  filename: text,
  content_type: text,
  size: number,
  url: text,
  duration_secs: number,
});
export type Attachment = z.infer<typeof AttachmentSchema>;

/** A message as an event brings it, as a listing has it, and as the target of a message command. */
export const MessageSchema = z.object({
  id: SnowflakeSchema,
  channel_id: SnowflakeSchema,
  guild_id: snowflake,
  author: UserSchema,
  content: z.string().catch(''),
  edited_timestamp: text,
  type: z.int().catch(0),
  flags,
  webhook_id: text,
  attachments: listOf(AttachmentSchema),
  mentions: listOf(UserSchema),
  sticker_items: z.array(z.unknown()).catch([]),
  poll: z.unknown().optional(),
  message_reference: z.object({ type: number }).optional().catch(undefined),
  message_snapshots: z.array(z.unknown()).catch([]),
});
export type DiscordMessageIn = z.infer<typeof MessageSchema>;

export const DeletedSchema = z.object({
  id: snowflake,
  ids: listOf(SnowflakeSchema),
  channel_id: SnowflakeSchema,
  guild_id: snowflake,
});

export const ChannelSchema = z.object({ id: SnowflakeSchema, type: z.int(), parent_id: snowflake });

export const ResolvedSchema = z.object({
  users: recordOf(UserSchema),
  members: recordOf(MemberSchema),
  messages: recordOf(MessageSchema),
  attachments: recordOf(AttachmentSchema),
});
export type Resolved = z.infer<typeof ResolvedSchema>;

/** What every interaction has: https://discord.com/developers/docs/interactions/receiving-and-responding */
export const InteractionSchema = z.object({
  id: SnowflakeSchema,
  application_id: SnowflakeSchema,
  type: z.int(),
  token: z.string().min(1),
  data: z.unknown(),
  guild_id: snowflake,
  channel: ChannelSchema,
  member: z.object({ user: UserSchema, nick: text, permissions }).optional().catch(undefined),
  user: UserSchema.optional().catch(undefined),
  message: z.object({ id: SnowflakeSchema, flags }).optional().catch(undefined),
  context: z.int().optional().catch(undefined),
  authorizing_integration_owners: z.record(z.string(), z.unknown()).catch({}),
  app_permissions: permissions,
});
export type Interaction = z.infer<typeof InteractionSchema>;

const resolved = ResolvedSchema.optional().catch(undefined);

const LeafSchema = z.object({
  name: z.string(),
  type: z.int(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional().catch(undefined),
  focused: z.boolean().catch(false),
});
export type Leaf = z.infer<typeof LeafSchema>;
const SubSchema = LeafSchema.extend({ options: listOf(LeafSchema) });

export const CommandDataSchema = z.object({
  type: z.int().catch(1),
  target_id: snowflake,
  options: listOf(SubSchema),
  resolved,
});

export const ComponentDataSchema = z.object({
  custom_id: z.string(),
  values: listOf(z.string()),
  resolved,
});

/** What was filled in, of whatever kind: https://discord.com/developers/docs/components/reference */
const FilledSchema = z.object({
  custom_id: z.string(),
  type: z.int(),
  value: z.union([z.string(), z.boolean()]).optional().catch(undefined),
  values: listOf(z.string()),
});

export const ModalDataSchema = z.object({
  custom_id: z.string(),
  components: listOf(
    z.object({
      /** In a label. */
      component: FilledSchema.optional().catch(undefined),
      /** In a row, as forms were before there were labels. */
      components: listOf(FilledSchema),
    }),
  ),
  resolved,
});
