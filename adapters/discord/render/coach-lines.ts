import {
  type APIButtonComponent,
  type APIButtonComponentWithURL,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { rowOf } from './card-buttons.ts';
import { BUTTON_LABEL, MESSAGE_TEXT } from './limits.ts';
import type { DiscordMessage } from './message.ts';
import { textPart } from './part.ts';
import { escaped, isBlank, safeText } from './safe-text.ts';
import { labelOf } from './split.ts';

/** Something in a line: words that nothing is parsed from, a link of ours, or a channel or thread by its id. */
export type Piece =
  | string
  | { readonly link: { readonly label: string; readonly url: string } }
  | { readonly channel: string };

/** A message of a few lines of the coach's own, each a paragraph. For lines that fit into one message. */
export function coachLines(...lines: readonly (readonly Piece[])[]): DiscordMessage {
  const words = lines.map((line) => line.map(pieceWords).join('')).join('\n');
  if (words.length > MESSAGE_TEXT) throw new Error('lines of the coach that no message holds');
  return { components: [textPart(isBlank(words) ? '…' : words).component] };
}

function pieceWords(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  if ('link' in piece) return linkWords(piece.link.label, piece.link.url);
  if (!/^\d+$/.test(piece.channel)) throw new Error('a channel has a number for an id');
  return `<#${piece.channel}>`;
}

/** A link of ours with words for its address. Never for an address a person typed. */
function linkWords(label: string, url: string): string {
  const words = safeText(label).replace(/\s+/gu, ' ').trim();
  // Discord takes no label that looks like an address, and ends the link at a bracket.
  const shown = isBlank(words) || words.includes('://') ? 'Open it' : words;
  return `[${escaped(shown)}](${ownUrl(url).replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** A button that leads to an address of ours. */
export function linkButton(label: string, url: string): APIButtonComponentWithURL {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: labelOf(label, BUTTON_LABEL),
    url: ownUrl(url),
  };
}

/** The same message with a row of at most five buttons under it. */
export function withButtons(message: DiscordMessage, ...buttons: APIButtonComponent[]): DiscordMessage {
  return { ...message, components: [...message.components, rowOf(...buttons)] };
}

/** As `URL` writes it: without white space, or anything else that would end a link. Throws for what is no address. */
function ownUrl(url: string): string {
  const { href, protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('a link of ours leads to a page');
  return href;
}
