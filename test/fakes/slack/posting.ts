import { type App, type CallContext, wire } from './app.ts';
import { checkBlocks, checkText } from './block-kit-limits.ts';
import type { Channel } from './channel.ts';
import { type Fields, listOf, textOf } from './json.ts';
import { refuse } from './refusal.ts';
import type { World } from './world.ts';

/** The channel a call names; a user's id means the direct message with them. */
export function channelFor(world: World, name: string): Channel {
  if (name.startsWith('U') || name.startsWith('W')) {
    const user = world.users.get(name);
    if (user === undefined) return refuse('channel_not_found');
    if (user.isBot) return refuse('cannot_dm_bot');
    return world.dmOf(name);
  }
  return world.channels.get(name) ?? refuse('channel_not_found');
}

/** Where the bot may write now. */
export function writable(world: World, name: string): Channel {
  const channel = channelFor(world, name);
  if (channel.archived) refuse('is_archived');
  if (!channel.botIsMember) refuse(channel.kind === 'group' ? 'channel_not_found' : 'not_in_channel');
  return channel;
}

/** Refuses blocks and text that Slack would, and notes why. `where`: `message` or `view`. */
export function acceptBlocks(
  app: App,
  method: string,
  blocks: readonly Fields[],
  where: 'message' | 'view',
): void {
  const wrong = checkBlocks(blocks, where);
  if (wrong.length === 0) return;
  if (app.strict) app.violations.push(...wrong.map(({ says }) => `${method}: ${says}`));
  const tooLong = wrong.some(({ code }) => code === 'msg_blocks_too_long');
  const code = where === 'view' ? 'invalid_arguments' : tooLong ? 'msg_blocks_too_long' : 'invalid_blocks';
  refuse(code, {
    response_metadata: { messages: wrong.map(({ says }) => `[ERROR] ${says}`) },
  });
}

/** A message's `text`, if it is one that Slack takes. */
export function acceptText(app: App, method: string, value: unknown): string {
  const text = textOf(value);
  const wrong = checkText(text);
  if (wrong === undefined) return text;
  if (app.strict) app.violations.push(`${method}: ${wrong.says}`);
  return refuse(wrong.code);
}

/** The blocks of a call: with the ids that Slack gives where none were chosen. */
export function blocksOf(world: World, value: unknown): readonly Fields[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return refuse('invalid_blocks_format');
  return listOf(value).map((block) => withIds(world, block));
}

function withIds(world: World, block: Fields): Fields {
  const named = { ...block, block_id: block.block_id ?? world.nextId('B') };
  const elements = block.elements;
  if (block.type !== 'actions' || !Array.isArray(elements)) return named;
  const withActions = listOf(elements).map((element) => ({
    ...element,
    action_id: element.action_id ?? world.nextId('A'),
  }));
  return { ...named, elements: withActions };
}

/** The bot hears of its own message a moment later, as of anybody's. */
export function heardOf(context: CallContext, channel: Channel, event: Fields): void {
  context.ownEvents.push({
    type: 'message',
    channel: channel.id,
    channel_type: channelType(channel),
    ...event,
  });
}

export function channelType(channel: Channel): string {
  return channel.kind;
}

/** A message's event, as it is when somebody writes one. */
export function postedEvent(world: World, channel: Channel, ts: string): Fields {
  const message = channel.get(ts);
  return message === undefined ? {} : { ...wire(world, message), channel: channel.id, event_ts: ts };
}
