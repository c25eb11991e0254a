import { MESSAGE_TEXT } from './limits.ts';
import { packed, type Weighed } from './pack.ts';

/**
 * The room of twenty-four full messages. Forty thousand characters, the longest text there is, come through even where
 * each of them is escaped; only several of the longest answers on one card take more.
 */
const MOST_MESSAGES = 24;

/** As `packed`; a card of too many messages is shown by its beginning and its end, with a line for what stands between. */
export function shortPacked<P extends Weighed & { readonly words: string }>(
  content: readonly P[],
  tail: readonly P[],
  most: Weighed,
  partOf: (words: string) => P,
): P[][] {
  const packs = packed(content, [], most);
  const shown = Math.floor((MOST_MESSAGES * MESSAGE_TEXT) / most.characters);
  if (packs.length <= shown) return packed(content, tail, most);
  const first = packs.slice(0, Math.floor(shown / 2));
  // One message less: the line may push the others on by one.
  const last = packs.slice(first.length - shown + 1);
  const leftOut = packs.slice(first.length, packs.length - last.length).flat();
  return [...first, ...packed([partOf(moreLine(leftOut)), ...last.flat()], tail, most)];
}

function moreLine(leftOut: readonly { readonly words: string }[]): string {
  const count = leftOut.reduce((sum, { words }) => sum + wordCount(words), 0);
  return `… and ${new Intl.NumberFormat('en').format(count)} more ${count === 1 ? 'word' : 'words'}. Your whole answer is in the export.`;
}

/** What stands between white space, the marks of quotes and lists aside. */
export function wordCount(words: string): number {
  return words.split(/\s+/u).filter((word) => word !== '' && word !== '>' && word !== '-').length;
}
