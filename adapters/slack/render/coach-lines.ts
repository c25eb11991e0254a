import type { RichTextBlock, RichTextLink, RichTextText } from '@slack/types';
import { NEUTRAL_TEXT, type SlackMessage } from './message.ts';

/** Something in a line: words that nothing is parsed from, or a link. */
export type Piece = string | RichTextLink;

/** A message of a few lines of the coach's own, each a paragraph. */
export function coachLines(...lines: readonly (readonly Piece[])[]): SlackMessage {
  const block: RichTextBlock = {
    type: 'rich_text',
    elements: lines.map((line, index) => ({
      type: 'rich_text_section',
      elements: [...(index === 0 ? [] : ['\n']), ...line].map(elementOf),
    })),
  };
  return { text: NEUTRAL_TEXT, blocks: [block] };
}

function elementOf(piece: Piece): RichTextText | RichTextLink {
  return typeof piece === 'string' ? { type: 'text', text: piece } : piece;
}
