import type {
  RichTextBlock,
  RichTextBlockElement,
  RichTextDate,
  RichTextLink,
  RichTextText,
} from '@slack/types';
import { isMoment, isQuote, type MomentRun, type Runs, secondOf } from '../../../src/card/card.ts';
import { runWords } from '../../../src/card/without-typing.ts';
import { weightOf } from './limits.ts';
import { safeText } from './safe-text.ts';
import { splitText } from './split.ts';

/**
 * Everything a card says stands in text elements of rich text: Slack parses nothing in them, so no word of a person can
 * ping, link or format (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block).
 */

/** Room for the words of one block: two of them, or one and the buttons, fit into a message. */
export const BLOCK_WEIGHT = 5_700;
/** Two of them make a block. Well below the 3,000 characters of a text object (`limits.ts`). */
const TEXT_WEIGHT = 2_600;
/** The JSON around a text element and its style. */
const AROUND = 100;

/** What stands in a line: words, or a time that Slack shows to each reader by their own clock. */
export type Inline = RichTextText | RichTextDate;

/** Words in one style; no element where there are none, since Slack refuses an empty one. */
export function plain(words: string): RichTextText[] {
  return styled(words);
}

export function bold(words: string): RichTextText[] {
  return styled(words, { bold: true });
}

/** The coach's words as they are, a person's in italics between quotation marks. */
export function runsOf(runs: Runs): Inline[] {
  return runs.flatMap((run): Inline[] => {
    if (isQuote(run)) return styled(`"${safeText(run.quote)}"`, { italic: true });
    return isMoment(run) ? [dateOf(run)] : plain(runWords(run));
  });
}

const SHOWN = { day: '{date_long_pretty} at {time}', time: '{time}' } as const;

/** https://docs.slack.dev/reference/block-kit/block-elements/date-element: what is no token in its format stands as it is. */
function dateOf(run: MomentRun): RichTextDate {
  // A brace would begin a token.
  const there = safeText(run.there).replace(/[{}]/gu, '');
  return {
    type: 'date',
    timestamp: secondOf(run),
    format: `${SHOWN[run.shows]} (${there})`,
    fallback: safeText(run.words),
  };
}

/** Several lines as one run of elements, each line on its own. */
export function linesOf(lines: readonly (readonly Inline[])[]): Inline[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [...plain('\n'), ...line]));
}

function styled(words: string, style?: RichTextText['style']): RichTextText[] {
  return splitText(safeText(words), TEXT_WEIGHT).map((text) => ({
    type: 'text',
    text,
    ...(style === undefined ? {} : { style }),
  }));
}

/** Elements in groups that take at most `most` of a message's room each, in their order. */
export function grouped(elements: readonly Inline[], most = BLOCK_WEIGHT): Inline[][] {
  const groups: Inline[][] = [];
  let room = 0;
  for (const element of elements) {
    const weight = weightOf(element) + 1;
    if (weight > room) {
      groups.push([]);
      room = most - AROUND;
    }
    groups.at(-1)?.push(element);
    room -= weight;
  }
  return groups;
}

export function richBlock(...elements: RichTextBlockElement[]): RichTextBlock {
  return { type: 'rich_text', elements };
}

/** One section; of words that are too long for a block, a block each. */
export function sectionBlocks(elements: readonly Inline[]): RichTextBlock[] {
  return grouped(elements).map((group) => richBlock({ type: 'rich_text_section', elements: group }));
}

/** A line that ends in a link of ours. Never for an address a person typed. */
export function linkBlock(label: string, url: string): RichTextBlock {
  const link: RichTextLink = { type: 'link', url, text: label };
  return richBlock({ type: 'rich_text_section', elements: [link] });
}

/** What a reader sees of a rich text, without its looks; a time as it is said where nobody's clock is known. */
export function plainWords(block: RichTextBlock): string {
  return block.elements
    .map((element) => {
      if (element.type === 'rich_text_list')
        return element.elements.map((item) => `• ${textIn(item.elements)}`).join('\n');
      return textIn(element.elements);
    })
    .join('\n');
}

function textIn(elements: readonly { type: string; text?: string; fallback?: string }[]): string {
  return elements.map(({ text, fallback = '' }) => text ?? fallback).join('');
}
