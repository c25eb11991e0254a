import { MESSAGE_COMPONENTS, MESSAGE_TEXT } from './limits.ts';
import type { DiscordMessage } from './message.ts';
import { textPart } from './part.ts';
import { wordCount } from './short-packed.ts';

/** What is shown of messages for which there is not enough room. */
export interface Shortened {
  readonly messages: readonly DiscordMessage[];
  /** How many of the messages, from the first on, stand in it as they are. */
  readonly whole: number;
}

/**
 * At most so many messages: the beginning, a line that says how much is missing, and the last one, which holds what can be
 * pressed. With no room at all there is nothing.
 */
export function shortened(messages: readonly DiscordMessage[], most: number): Shortened {
  const last = messages.at(-1);
  if (messages.length <= most || last === undefined) return { messages, whole: messages.length };
  if (most < 1) return { messages: [], whole: 0 };
  const withLast = joined(lineAbout(messages.slice(most - 1, -1)), last);
  if (withLast !== undefined)
    return { messages: [...messages.slice(0, most - 1), withLast], whole: most - 1 };
  const whole = Math.max(0, most - 2);
  const end = most === 1 ? [last] : [lineAbout(messages.slice(whole, -1)), last];
  return { messages: [...messages.slice(0, whole), ...end], whole };
}

function lineAbout(leftOut: readonly DiscordMessage[]): DiscordMessage {
  const count = leftOut
    .flatMap(({ components }) => textsIn(components))
    .reduce((sum, t) => sum + wordCount(t), 0);
  const more = `${new Intl.NumberFormat('en').format(count)} more ${count === 1 ? 'word' : 'words'}`;
  const line = `… and ${more}. There is no room for them here. Ask me in our direct messages, and I show them all.`;
  return { components: [textPart(line).component] };
}

/** One message of two; undefined where Discord would not take it. */
function joined(first: DiscordMessage, second: DiscordMessage): DiscordMessage | undefined {
  const components = [...first.components, ...second.components];
  const characters = textsIn(components).join('').length;
  if (characters > MESSAGE_TEXT || countOf(components) > MESSAGE_COMPONENTS) return undefined;
  return { ...second, components };
}

/** What stands in text displays, those inside of others too. */
function textsIn(components: readonly object[]): string[] {
  return components.flatMap((component) => [
    ...('content' in component && typeof component.content === 'string' ? [component.content] : []),
    ...textsIn(insideOf(component)),
  ]);
}

function countOf(components: readonly object[]): number {
  return components.reduce((sum, component) => sum + 1 + countOf(insideOf(component)), 0);
}

function insideOf(component: object): readonly object[] {
  return 'components' in component && Array.isArray(component.components) ? component.components : [];
}
