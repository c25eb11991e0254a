import type { Fields } from './json.ts';

/** What Slack makes of the keys a person presses: the three characters escaped, addresses in angle brackets. */
export function asSlackSends(typed: string): string {
  return typed
    .split(/(https?:\/\/[^\s<>]+)/g)
    .map((piece, at) => (at % 2 === 1 ? `<${escaped(piece)}>` : escaped(piece)))
    .join('');
}

/** The three characters that Slack escapes, and no others. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a reader sees of mrkdwn: labels instead of addresses, names instead of mention codes, plain characters. */
export function asSeen(mrkdwn: string): string {
  return mrkdwn
    .replace(/<([^<>|]+)\|([^<>]*)>/g, '$2')
    .replace(/<([@#!][^<>]+)>/g, '$1')
    .replace(/<([^<>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const CODE = /<([^<>]+)>/;

/** The rich_text block that clients send beside the text: the same words, with links and mentions as elements. */
export function richTextOf(blockId: string, sent: string): Fields {
  const elements = sent
    .split(CODE)
    .map((piece, at) => (at % 2 === 1 ? codeElement(piece) : { type: 'text', text: asSeen(piece) }))
    .filter((element) => element.text !== '');
  return { type: 'rich_text', block_id: blockId, elements: [{ type: 'rich_text_section', elements }] };
}

function codeElement(code: string): Fields {
  const [target = '', label] = code.split('|');
  if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1) };
  if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1) };
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1) };
  return { type: 'link', url: asSeen(target), ...(label === undefined ? {} : { text: asSeen(label) }) };
}

/** Whether no character was cut in half: a surrogate stands only beside its other half. */
export function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
