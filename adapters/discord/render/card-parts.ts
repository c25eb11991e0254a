import { type Block, type Card, isSaidBeside } from '../../../src/card/card.ts';
import { unreachable } from '../../../src/errors.ts';
import { ALT } from './limits.ts';
import { bold, grouped, linesOf, PIECE, plain, quoteBlocks, runsOf } from './markdown.ts';
import type { DiscordPicture } from './message.ts';
import { type Part, picturePart, textPart } from './part.ts';
import { isBlank } from './safe-text.ts';
import { labelOf } from './split.ts';

type Content = Exclude<Block, { kind: 'input' | 'menu' }>;
type Field = Extract<Block, { kind: 'fields' }>['fields'][number];

/** What a card says, block by block, each as a text of its own: Discord puts air between them. A picture is a file beside. */
export function contentParts(card: Card): Part[] {
  let pictures = 0;
  return card.blocks.flatMap((block): Part[] => {
    if (block.kind === 'input' || block.kind === 'menu') return [];
    if (block.kind === 'picture' && block.only === 'undrawn') return [];
    if (block.kind !== 'picture') return textParts(blockWords(block));
    pictures += 1;
    return [picturePart(pictureOf(block, pictures))];
  });
}

/** The same in words alone: a picture is its description. */
export function contentWords(card: Card): string[] {
  return shown(
    card.blocks.flatMap((block) =>
      block.kind === 'input' || block.kind === 'menu' || isSaidBeside(block) ? [] : blockWords(block),
    ),
  );
}

/** No message has a text of nothing: Discord refuses it. */
export function textParts(words: readonly string[]): Part[] {
  return shown(words).map(textPart);
}

function shown(words: readonly string[]): string[] {
  return words.filter((piece) => !isBlank(piece));
}

function blockWords(block: Content): string[] {
  switch (block.kind) {
    case 'text':
      return grouped(runsOf(block.runs));
    case 'fields':
      return block.fields.flatMap((field) => grouped(fieldPieces(field)));
    case 'list':
      return listWords(block.items.map((item) => grouped(runsOf(item))));
    case 'passage':
      return passageWords(bold(block.title ?? ''), quoteBlocks(block.text));
    case 'picture':
      return grouped(plain(block.alt));
    default:
      return unreachable(block);
  }
}

/** One line stands beside its label, several stand under it: a phone has no room for a column of labels. */
function fieldPieces({ label, lines }: Field): string[] {
  const words = linesOf(lines.map(runsOf));
  if (words.length === 0) return bold(label);
  return [...bold(label), lines.length === 1 ? '  ' : '\n', ...words];
}

/** As many items together as fit. A line of an item that has several stands under its first one. */
function listWords(items: readonly string[][]): string[] {
  const lists: string[] = [];
  for (const [first = '', ...others] of items) {
    const item = `- ${indented(first.trimEnd())}`;
    const last = lists.at(-1);
    const fits = last !== undefined && others.length === 0 && last.length + item.length < PIECE;
    if (fits) lists[lists.length - 1] = `${last}\n${item}`;
    else lists.push(item, ...others);
  }
  return lists;
}

/** A long item of many lines has no room for it. */
function indented(item: string): string {
  const lines = item.replaceAll('\n', '\n  ');
  return lines.length <= PIECE ? lines : item;
}

/** A short title stands over the beginning of its passage. */
function passageWords(title: readonly string[], quotes: readonly string[]): string[] {
  const [head, ...others] = title;
  const [first, ...rest] = quotes;
  if (head === undefined || first === undefined) return [...title, ...quotes];
  const isTogether = others.length === 0 && head.length + first.length < PIECE;
  return isTogether ? [`${head}\n${first}`, ...rest] : [...title, ...quotes];
}

function pictureOf({ picture, alt }: Extract<Block, { kind: 'picture' }>, place: number): DiscordPicture {
  return {
    name: place === 1 ? `${picture.picture}.png` : `${picture.picture}-${place}.png`,
    picture,
    alt: labelOf(alt, ALT),
  };
}
