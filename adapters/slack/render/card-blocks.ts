import type { RichTextBlock, RichTextSection } from '@slack/types';
import type { Block } from '../../../src/card/card.ts';
import { unreachable } from '../../../src/errors.ts';
import { weightOf } from './limits.ts';
import {
  BLOCK_WEIGHT,
  bold,
  grouped,
  type Inline,
  linesOf,
  plain,
  richBlock,
  runsOf,
  sectionBlocks,
} from './rich-text.ts';

type Content = Exclude<Block, { kind: 'input' }>;
type Field = Extract<Block, { kind: 'fields' }>['fields'][number];

/** A longer title stands in a block of its own. In characters of JSON. */
const SHORT_TITLE = 250;

/** A block of a card as rich text, in as many blocks as its length needs. A picture is its words here: its file is sent beside. */
export function contentBlocks(block: Content): RichTextBlock[] {
  switch (block.kind) {
    case 'text':
      return sectionBlocks(runsOf(block.runs));
    case 'fields':
      // A block each: Slack puts air between blocks, none between sections.
      return block.fields.flatMap((field) => sectionBlocks(fieldElements(field)));
    case 'list':
      return listBlocks(block.items.map(runsOf));
    case 'passage':
      return passageBlocks(block.title ?? '', block.text);
    case 'picture':
      return sectionBlocks(plain(block.alt));
    case 'menu':
      // What is typed is heard here, and the words beside it say what.
      return [];
    default:
      return unreachable(block);
  }
}

/** One line stands beside its label, several stand under it: a phone has no room for a column of labels. */
function fieldElements({ label, lines }: Field): Inline[] {
  const words = linesOf(lines.map(runsOf));
  if (words.length === 0) return bold(label);
  return [...bold(label), ...plain(lines.length === 1 ? '  ' : '\n'), ...words];
}

function listBlocks(items: readonly Inline[][]): RichTextBlock[] {
  const sections = items
    .flatMap((item) => grouped(item))
    .map((elements): RichTextSection => ({ type: 'rich_text_section', elements }));
  const lists: RichTextSection[][] = [];
  let room = 0;
  for (const section of sections) {
    const weight = weightOf(section) + 1;
    if (weight > room) {
      lists.push([]);
      room = BLOCK_WEIGHT;
    }
    lists.at(-1)?.push(section);
    room -= weight;
  }
  return lists.map((elements) => richBlock({ type: 'rich_text_list', style: 'bullet', elements }));
}

function passageBlocks(title: string, text: string): RichTextBlock[] {
  const head = bold(title);
  const isShort = weightOf(head) <= SHORT_TITLE;
  const quotes = grouped(plain(text), BLOCK_WEIGHT - SHORT_TITLE).map((elements) => ({
    type: 'rich_text_quote' as const,
    elements,
  }));
  const [first, ...others] = quotes;
  if (first === undefined || head.length === 0 || !isShort)
    return [...sectionBlocks(head), ...quotes.map((quote) => richBlock(quote))];
  return [
    richBlock({ type: 'rich_text_section', elements: head }, first),
    ...others.map((quote) => richBlock(quote)),
  ];
}
