import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import type { z } from 'zod';
import { type CustomId, decodeCustomId } from '../custom-id.ts';
import { type Acted, actedIn } from './acted.ts';
import { type DiscordFile, fileOf, filesOf } from './files.ts';
import { nameOf, namesOf } from './names.ts';
import {
  CommandDataSchema,
  ComponentDataSchema,
  type Interaction,
  InteractionSchema,
  type Leaf,
  ModalDataSchema,
  type Resolved,
} from './payload-schemas.ts';

/** The message that a message command was called on. */
export interface Target {
  readonly id: string;
  readonly authorId: string;
  /** As Discord sends it. */
  readonly text: string;
  readonly names: Readonly<Record<string, string>>;
  readonly files: readonly DiscordFile[];
}

type CommandIn = {
  readonly kind: 'command';
  readonly sub?: string;
  readonly options: Readonly<Record<string, string>>;
};

/** Users who were picked, by their ids: what they are called, and which of them are bots. */
interface Picked {
  readonly names: Readonly<Record<string, string>>;
  readonly bots: readonly string[];
}

export type InteractionIn = Acted &
  (
    | CommandIn
    | { readonly kind: 'message-command'; readonly target: Target }
    | {
        readonly kind: 'autocomplete';
        readonly focused: { readonly name: string; readonly value: string };
      }
    | ({
        readonly kind: 'component';
        readonly customId: CustomId;
        /** What was chosen in a select: its options' values, or ids. */
        readonly values: readonly string[];
        readonly messageId: string;
        /** The card is seen by the person alone: it stands in no conversation. */
        readonly isEphemeral: boolean;
      } & Picked)
    | ({
        readonly kind: 'modal';
        readonly customId: CustomId;
        /** By the id of the input: what was written or chosen; of several that were chosen, the first. */
        readonly values: Readonly<Record<string, string>>;
        readonly files: readonly DiscordFile[];
        /** The card that the modal was opened from; none for a command. */
        readonly messageId?: string;
        readonly isEphemeral: boolean;
      } & Picked)
  );
export type InteractionOf<K extends InteractionIn['kind']> = Extract<InteractionIn, { readonly kind: K }>;

/** What INTERACTION_CREATE tells; undefined for a control or a form that is none of ours, and for what nobody can read. */
export function interactionIn(data: unknown): InteractionIn | undefined {
  const { data: interaction } = InteractionSchema.safeParse(data);
  const acted = interaction === undefined ? undefined : actedIn(interaction);
  if (interaction === undefined || acted === undefined) return undefined;
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return commandIn(acted, interaction.data);
    case InteractionType.ApplicationCommandAutocomplete:
      return autocompleteIn(acted, interaction.data);
    case InteractionType.MessageComponent:
      return componentIn(acted, interaction);
    case InteractionType.ModalSubmit:
      return modalIn(acted, interaction);
    default:
      return undefined;
  }
}

function commandIn(acted: Acted, data: unknown): InteractionIn | undefined {
  const { data: command } = CommandDataSchema.safeParse(data);
  if (command === undefined) return undefined;
  const { type, target_id: targetId, resolved } = command;
  if (type === ApplicationCommandType.ChatInput) {
    const { leaves, ...called } = calledIn(command);
    const given = leaves.flatMap(({ name: option, value }) =>
      value === undefined ? [] : [[option, String(value)] as const],
    );
    return { kind: 'command', ...acted, ...called, options: Object.fromEntries(given) };
  }
  const message = targetId === undefined ? undefined : resolved?.messages.get(targetId);
  if (type !== ApplicationCommandType.Message || message === undefined) return undefined;
  const { id, author, content, mentions } = message;
  const isTheirs = !author.bot && message.webhook_id === undefined;
  const target = {
    id,
    authorId: isTheirs ? author.id : '0',
    text: content,
    names: namesOf(mentions),
    files: filesOf(message),
  };
  return { kind: 'message-command', ...acted, target };
}

function autocompleteIn(acted: Acted, data: unknown): InteractionIn | undefined {
  const { data: command } = CommandDataSchema.safeParse(data);
  if (command === undefined) return undefined;
  const focused = calledIn(command).leaves.find((option) => option.focused);
  if (focused === undefined) return undefined;
  const { name, value } = focused;
  return { kind: 'autocomplete', ...acted, focused: { name, value: String(value ?? '') } };
}

/** Which word of the command was called, and with what. It has no groups of words. */
function calledIn({ options }: z.infer<typeof CommandDataSchema>): {
  readonly sub?: string;
  readonly leaves: readonly Leaf[];
} {
  const [first] = options;
  if (first?.type === ApplicationCommandOptionType.Subcommand)
    return { sub: first.name, leaves: first.options };
  return { leaves: options };
}

function componentIn(acted: Acted, { data, message }: Interaction): InteractionIn | undefined {
  const { data: component } = ComponentDataSchema.safeParse(data);
  const customId = component === undefined ? undefined : decodeCustomId(component.custom_id);
  if (component === undefined || customId === undefined || message === undefined) return undefined;
  return {
    kind: 'component',
    ...acted,
    customId,
    values: component.values,
    messageId: message.id,
    isEphemeral: isEphemeral(message),
    ...pickedIn(component.resolved),
  };
}

function modalIn(acted: Acted, { data, message }: Interaction): InteractionIn | undefined {
  const { data: modal } = ModalDataSchema.safeParse(data);
  const customId = modal === undefined ? undefined : decodeCustomId(modal.custom_id);
  if (modal === undefined || customId === undefined) return undefined;
  const inputs = modal.components.flatMap(({ component, components }) =>
    component === undefined ? components : [component],
  );
  const attachments = modal.resolved?.attachments;
  const isFile = (value: string) => attachments?.has(value) === true;
  const files = inputs.flatMap(({ values }) =>
    values.flatMap((value) => {
      const attachment = attachments?.get(value);
      return attachment === undefined ? [] : [fileOf(attachment)];
    }),
  );
  const values = inputs.flatMap(({ custom_id, value, values: picked }) => {
    const chosen = picked.filter((one) => !isFile(one));
    const isEmpty = value === undefined && chosen.length === 0;
    return isEmpty ? [] : [[custom_id, value === undefined ? chosen.join(',') : String(value)] as const];
  });
  return {
    kind: 'modal',
    ...acted,
    customId,
    values: Object.fromEntries(values),
    files,
    ...(message === undefined ? {} : { messageId: message.id }),
    isEphemeral: message !== undefined && isEphemeral(message),
    ...pickedIn(modal.resolved),
  };
}

function pickedIn(resolved: Resolved | undefined): Picked {
  const users = [...(resolved?.users.values() ?? [])];
  const names = users.map((user) => [user.id, nameOf(user, resolved?.members.get(user.id)?.nick)] as const);
  return { names: Object.fromEntries(names), bots: users.flatMap(({ id, bot }) => (bot ? [id] : [])) };
}

function isEphemeral({ flags }: { readonly flags: number }): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}
