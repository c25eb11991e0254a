import stringWidth from 'string-width';
import { type Block, type Card, type Input, isQuote, type Menu, type Runs } from '../../src/card/card.ts';
import type { Picture } from '../../src/card/picture.ts';
import { runWords } from '../../src/card/without-typing.ts';
import { unreachable } from '../../src/errors.ts';
import { renderChoices } from './choices.ts';
import { type Paint, paintFor } from './paint.ts';
import { renderProgress } from './progress.ts';
import { safeText } from './safe-text.ts';
import { renderScorecard } from './scorecard.ts';
import { hang, wrap, wrapIndented } from './wrap.ts';

export interface Looks {
  /** In columns; see `widthFor`. */
  readonly width: number;
  readonly colour: boolean;
  /** The words that can be typed, under the card. A pipe has nobody to type them. */
  readonly choices: boolean;
}

const PASSAGE_MARGIN = 2;
const DOT = ' · ';

/**
 * A card as lines of text, without a line end at its end. What a terminal cannot show degrades: a picture to bars
 * or its words, an input to its label and what can be typed. Nothing in it can move the cursor but our own colours.
 */
export function renderCard(card: Card, looks: Looks): string {
  const paint = paintFor(looks.colour);
  const shown: string[] = [];
  const pieces = piecesOf(card.blocks);
  pieces.forEach((piece, index) => {
    const lines = renderPiece(piece, looks.width, paint);
    if (index > 0) shown.push(hasAir(pieces[index - 1], shown.at(-1) ?? '', piece, lines) ? '\n\n' : '\n');
    shown.push(lines);
  });
  const choices = looks.choices ? renderChoices(card.buttons, looks.width, paint) : '';
  return choices === '' ? shown.join('') : `${shown.join('')}\n\n${choices}`;
}

/** What can be picked elsewhere is typed here: the words beside a menu say how. */
type Shown = Exclude<Block, Menu>;

/** What stands together on the screen: a block, or the ratings that follow one another. */
type Piece = Shown | { readonly kind: 'ratings'; readonly labels: readonly string[] };

/** Nobody fills in five forms in a terminal: ratings in a row become one line, in the order in which they are typed. */
function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  const shown = blocks.filter(
    (block): block is Shown => block.kind !== 'menu' && !isTicked(block) && !isDrawnElsewhere(block),
  );
  shown.forEach((block, index) => {
    const label = ratingLabel(block);
    const isAlone =
      ratingLabel(shown[index - 1]) === undefined && ratingLabel(shown[index + 1]) === undefined;
    const last = pieces.at(-1);
    if (label === undefined || isAlone) pieces.push(block);
    else if (last?.kind === 'ratings')
      pieces.splice(-1, 1, { kind: 'ratings', labels: [...last.labels, label] });
    else pieces.push({ kind: 'ratings', labels: [label] });
  });
  return pieces;
}

function isTicked(block: Block): boolean {
  return block.kind === 'input' && block.input.type === 'choice' && block.input.many === true;
}

function isDrawnElsewhere(block: Block): boolean {
  return block.kind === 'picture' && block.only === 'drawn';
}

function ratingLabel(block: Block | undefined): string | undefined {
  return block?.kind === 'input' && block.input.type === 'rating' ? block.input.label : undefined;
}

/**
 * Short lines stand together, and what a line introduces stands under it; anything longer gets an empty line. So do
 * somebody's words between the coach's: what was heard is one thing, what is asked next another.
 */
function hasAir(before: Piece | undefined, linesBefore: string, piece: Piece, lines: string): boolean {
  if (before?.kind !== 'text') return true;
  if (piece.kind === 'text')
    return linesBefore.includes('\n') || lines.includes('\n') || isQuoting(before) !== isQuoting(piece);
  return piece.kind === 'passage';
}

function isQuoting(block: Extract<Block, { kind: 'text' }>): boolean {
  return block.runs.some(isQuote);
}

function renderPiece(piece: Piece, width: number, paint: Paint): string {
  return piece.kind === 'ratings' ? inOneLine(piece.labels, width) : renderBlock(piece, width, paint);
}

function renderBlock(block: Shown, width: number, paint: Paint): string {
  switch (block.kind) {
    case 'text':
      return wrap(words(block.runs), width);
    case 'fields':
      return renderFields(block.fields, width, paint);
    case 'list':
      return block.items.map((item) => hang('- ', 2, words(item), width)).join('\n');
    case 'passage': {
      const text = wrapIndented(safeText(block.text), width, PASSAGE_MARGIN);
      return block.title === undefined ? text : `${paint.bold(wrap(safeText(block.title), width))}\n${text}`;
    }
    case 'picture':
      return renderPicture(block.picture, width, paint);
    case 'input':
      return renderInput(block.input, width);
    default:
      return unreachable(block);
  }
}

function renderPicture(picture: Picture, width: number, paint: Paint): string {
  switch (picture.picture) {
    case 'scorecard':
      return renderScorecard(picture, width, paint);
    case 'progress':
      return renderProgress(picture, width, paint);
    default:
      return unreachable(picture);
  }
}

type Fields = Extract<Block, { kind: 'fields' }>['fields'];

/** Labels in one column, the words beside them; where the window is too narrow for that, under them. */
function renderFields(fields: Fields, width: number, paint: Paint): string {
  const labels = fields.map((field) => safeText(field.label));
  const column = Math.max(0, ...labels.map((label) => stringWidth(label))) + 1;
  const beside = column <= width / 2;
  return fields
    .map((field, index) => {
      const label = labels[index] ?? '';
      const lines = field.lines.map(words).join('\n');
      if (!beside) return `${paint.bold(wrap(label, width))}\n${wrapIndented(lines, width, PASSAGE_MARGIN)}`;
      const gap = ' '.repeat(column - stringWidth(label));
      return hang(paint.bold(label) + gap, column, lines, width).trimEnd();
    })
    .join('\n');
}

/** Runs as words, quotes in quotation marks. */
function words(runs: Runs): string {
  return runs.map((run) => (isQuote(run) ? `"${safeText(run.quote)}"` : safeText(runWords(run)))).join('');
}

function renderInput(input: Input, width: number): string {
  if (input.type !== 'choice') return wrap(safeText(inputWords(input)), width);
  // The number is what can be typed.
  const options = input.options.map((option, index) => `${index + 1} ${option.label}`);
  return `${wrap(safeText(input.label), width)}\n${inOneLine(options, width)}`;
}

/** Short things beside one another; a line is broken between two of them. */
function inOneLine(things: readonly string[], width: number): string {
  const lines: string[] = [];
  for (const thing of things.map(safeText)) {
    const longer = `${lines.at(-1)}${DOT}${thing}`;
    if (lines.length > 0 && stringWidth(longer) <= width) lines.splice(-1, 1, longer);
    else lines.push(thing);
  }
  return wrap(lines.join('\n'), width);
}

function inputWords(input: Exclude<Input, { type: 'choice' }>): string {
  switch (input.type) {
    case 'text':
      return input.value === '' ? input.label : `${input.label}: ${input.value}`;
    case 'rating':
      return `${input.label} (${input.choices.join(' / ')})`;
    case 'person':
      return input.value === undefined ? input.label : `${input.label}: ${input.value}`;
    case 'moment':
      return `${input.label} (${[input.date, input.time, input.zone].filter((part) => part !== undefined).join(' ')})`;
    default:
      return unreachable(input);
  }
}
