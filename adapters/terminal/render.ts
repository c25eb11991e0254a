import stringWidth from 'string-width';
import type { Block, Card, Input, Runs } from '../../src/card/card.ts';
import { unreachable } from '../../src/errors.ts';
import { renderChoices } from './choices.ts';
import { type Paint, paintFor } from './paint.ts';
import { safeText } from './safe-text.ts';
import { hang, wrap, wrapIndented } from './wrap.ts';

export interface Looks {
  /** In columns; see `widthFor`. */
  readonly width: number;
  readonly colour: boolean;
  /** The words that can be typed, under the card. A pipe has nobody to type them. */
  readonly choices: boolean;
}

const PASSAGE_MARGIN = 2;

/**
 * A card as lines of text, without a line end at its end. What a terminal cannot show degrades: a picture to its
 * words, an input to its label and what can be chosen. Nothing in it can move the cursor but our own colours.
 */
export function renderCard(card: Card, looks: Looks): string {
  const paint = paintFor(looks.colour);
  const shown: string[] = [];
  card.blocks.forEach((block, index) => {
    const lines = renderBlock(block, looks.width, paint);
    if (index > 0)
      shown.push(hasAir(card.blocks[index - 1], shown.at(-1) ?? '', block, lines) ? '\n\n' : '\n');
    shown.push(lines);
  });
  const choices = looks.choices ? renderChoices(card.buttons, looks.width, paint) : '';
  return choices === '' ? shown.join('') : `${shown.join('')}\n\n${choices}`;
}

/** Short lines stand together, and what a line introduces stands under it; anything longer gets an empty line. */
function hasAir(before: Block | undefined, linesBefore: string, block: Block, lines: string): boolean {
  if (before?.kind !== 'text') return true;
  if (block.kind === 'text') return linesBefore.includes('\n') || lines.includes('\n');
  return block.kind === 'passage';
}

function renderBlock(block: Block, width: number, paint: Paint): string {
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
      return wrap(safeText(block.alt), width);
    case 'input':
      return wrap(safeText(inputWords(block.input)), width);
    default:
      return unreachable(block);
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
  return runs.map((run) => (typeof run === 'string' ? safeText(run) : `"${safeText(run.quote)}"`)).join('');
}

function inputWords(input: Input): string {
  switch (input.type) {
    case 'text':
      return input.value === '' ? input.label : `${input.label}: ${input.value}`;
    case 'rating':
      return `${input.label} (${input.choices.join(' / ')})`;
    case 'choice':
      return [input.label, ...input.options.map((option) => `- ${option.label}`)].join('\n');
    case 'person':
      return input.value === undefined ? input.label : `${input.label}: ${input.value}`;
    case 'moment':
      return `${input.label} (${[input.date, input.time, input.zone].filter((part) => part !== undefined).join(' ')})`;
    default:
      return unreachable(input);
  }
}
