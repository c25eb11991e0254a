import { type Fields, listOf, textOf } from '../slack/json.ts';
import type { App } from './app.ts';
import { CHANNEL, Channel } from './channel.ts';
import { Guild } from './guild.ts';
import { type Interacted, interact } from './interacting.ts';
import { INTERACTION } from './interaction.ts';
import { channelOf, messageSeen } from './seen.ts';
import { wireMessage, wireUser } from './wire.ts';

export type OptionValue = string | number | boolean;

export interface CommandUse {
  /** `start`, or `team invite` for one in a group. */
  readonly sub?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** A channel's or thread's id; `dm` unless said; `user-install`: in a server where the bot is no member. */
  readonly in?: string;
}

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
const OPTION = { sub: 1, group: 2, string: 3, integer: 4, boolean: 5 } as const;

/** Types a command. Where commands are registered, only what is there can be typed, and only where it is offered. */
export function slash(
  app: App,
  userId: string,
  name: string,
  use: CommandUse,
  typing?: { readonly option: string; readonly value: string },
): Promise<Interacted> {
  const channel = placeOf(app, userId, use.in ?? 'dm');
  const command = registered(app, 1, name, channel);
  let known = listOf(command?.options);
  const path = use.sub?.split(' ') ?? [];
  for (const word of path) {
    const next = known.find((option) => option.name === word);
    if (command !== undefined && next === undefined) throw new Error(`/${name} has no ${word}`);
    known = listOf(next?.options);
  }
  if (command !== undefined && known.some(({ type }) => type === OPTION.sub || type === OPTION.group))
    throw new Error(`/${name} is not callable without one of ${known.map((each) => textOf(each.name))}`);
  const given: Fields[] = Object.entries(use.options ?? {}).map(([option, value]) => ({
    name: option,
    type: typeOf(command, known, option, value),
    value,
  }));
  if (typing !== undefined) {
    const type = typeOf(command, known, typing.option, typing.value);
    given.push({ name: typing.option, type, value: typing.value, focused: true });
  } else {
    const missing = known.find(
      (option) => option.required === true && !given.some((each) => each.name === option.name),
    );
    if (missing !== undefined) throw new Error(`the client asks for ${textOf(missing.name)} first`);
  }
  const options = path.reduceRight<Fields[]>(
    (inside, word, at) => [
      { name: word, type: at === path.length - 1 ? OPTION.sub : OPTION.group, options: inside },
    ],
    given,
  );
  return interact(app, {
    userId,
    channel,
    type: typing === undefined ? INTERACTION.command : INTERACTION.autocomplete,
    data: {
      id: textOf(command?.id) || '1111111111111111113',
      name,
      type: 1,
      ...(options.length === 0 ? {} : { options }),
      ...resolvedUsers(app, given),
    },
  });
}

/** Uses a command on a message; its words come with it whatever the intents. */
export function useOnMessage(
  app: App,
  userId: string,
  messageId: string,
  name?: string,
): Promise<Interacted> {
  const message = messageSeen(app, userId, messageId);
  const channel = channelOf(app, message);
  const onMessages = app.world.commands.filter(({ type }) => type === 3);
  const named = name ?? (textOf(onMessages[0]?.name) || 'Critique this answer');
  const command = registered(app, 3, named, channel);
  return interact(app, {
    userId,
    channel,
    type: INTERACTION.command,
    data: {
      id: textOf(command?.id) || '1111111111111111114',
      name: named,
      type: 3,
      target_id: messageId,
      resolved: { messages: { [messageId]: wireMessage(app.world, message) } },
    },
  });
}

/** The server where the bot is no member, and a channel in it. */
export function elsewhere(app: App): Channel {
  const id = '3333333333333333331';
  const there = app.world.channels.get(id);
  if (there !== undefined) return there;
  const guild = new Guild('3333333333333333330', 'Elsewhere');
  guild.botIsMember = false;
  app.world.guilds.set(guild.id, guild);
  const made = new Channel({
    id,
    type: CHANNEL.text,
    name: 'somewhere',
    at: app.world.isoNow(),
    guildId: guild.id,
  });
  app.world.channels.set(id, made);
  return made;
}

function placeOf(app: App, userId: string, where: string): Channel {
  if (where === 'dm') return app.world.dmOf(userId);
  if (where === 'user-install') return elsewhere(app);
  const channel = app.world.channel(where);
  if (channel === undefined || !app.world.canSee(userId, channel))
    throw new Error(`${userId} sees no channel ${where}`);
  if (channel.archived) throw new Error('commands do not work in an archived thread');
  return channel;
}

function registered(app: App, type: number, name: string, channel: Channel): Fields | undefined {
  const { commands } = app.world;
  if (commands.length === 0) return undefined;
  const command = commands.find((each) => each.type === type && each.name === name);
  if (command === undefined) throw new Error(`no command ${name} is registered`);
  const context = channel.guildId === undefined ? 1 : 0;
  const { contexts, integration_types: types } = command;
  if (Array.isArray(contexts) && !contexts.includes(context))
    throw new Error(`${name} is not offered here (context ${context})`);
  const install = app.world.guildOf(channel)?.botIsMember === false ? 1 : 0;
  if (Array.isArray(types) && !types.includes(install))
    throw new Error(`${name} is not offered here (integration type ${install})`);
  return command;
}

function typeOf(
  command: Fields | undefined,
  known: readonly Fields[],
  name: string,
  value: OptionValue,
): number {
  const option = known.find((each) => each.name === name);
  if (command !== undefined && option === undefined) throw new Error(`there is no option ${name}`);
  const choices = listOf(option?.choices);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value))
    throw new Error(`${name} has no choice ${String(value)}`);
  if (option !== undefined) return Number(option.type);
  return typeof value === 'string'
    ? OPTION.string
    : typeof value === 'number'
      ? OPTION.integer
      : OPTION.boolean;
}

/** Of an option that names a person. */
function resolvedUsers(app: App, given: readonly Fields[]): Fields {
  const ids = given.filter(({ type }) => type === 6).map(({ value }) => textOf(value));
  if (ids.length === 0) return {};
  return { resolved: { users: Object.fromEntries(ids.map((id) => [id, wireUser(app.world, id)])) } };
}
