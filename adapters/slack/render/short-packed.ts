import type { KnownBlock } from '@slack/types';
import { MESSAGE_CHARACTERS } from './limits.ts';
import { packed } from './pack.ts';
import { plain, plainWords, sectionBlocks } from './rich-text.ts';

/**
 * The room of eight full messages. Forty thousand characters, the longest text there is, take half of it as usual words;
 * only what Slack escapes five-fold, or several of the longest answers on one card, take more.
 */
const MOST_MESSAGES = 8;

/** As `packed`; a card of too many messages is shown by its beginning and its end, with a line for what stands between. */
export function shortPacked(
  content: readonly KnownBlock[],
  tail: readonly KnownBlock[],
  most = MESSAGE_CHARACTERS,
): KnownBlock[][] {
  const packs = packed(content, [], most);
  const shown = Math.floor((MOST_MESSAGES * MESSAGE_CHARACTERS) / most);
  if (packs.length <= shown) return packed(content, tail, most);
  const first = packs.slice(0, Math.floor(shown / 2));
  // One message less: the line may push the others on by one.
  const last = packs.slice(first.length - shown + 1);
  const leftOut = packs.slice(first.length, packs.length - last.length).flat();
  return [...first, ...packed([...moreLine(leftOut), ...last.flat()], tail, most)];
}

function moreLine(leftOut: readonly KnownBlock[]): KnownBlock[] {
  const count = leftOut.reduce((sum, block) => sum + wordCount(block), 0);
  const words = `… and ${new Intl.NumberFormat('en').format(count)} more ${count === 1 ? 'word' : 'words'}. Your whole answer is in the export.`;
  return sectionBlocks(plain(words));
}

/** What stands between white space: a reader of the coach's own count would miss words that are none to it. */
function wordCount(block: KnownBlock): number {
  const words = block.type === 'rich_text' ? plainWords(block) : textOf(block);
  return words.split(/\s+/u).filter((word) => word !== '').length;
}

function textOf(block: KnownBlock): string {
  return block.type === 'section' ? (block.text?.text ?? '') : '';
}
