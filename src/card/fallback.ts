import { unreachable } from '../errors.ts';
import { type Block, type Card, isQuote, isSaidBeside, type Runs } from './card.ts';
import { runWords } from './without-typing.ts';

/** Runs as one plain string, quotes in quotation marks. */
export function plainRuns(runs: Runs): string {
  return runs.map((run) => (isQuote(run) ? `"${run.quote}"` : runWords(run))).join('');
}

/** The whole card as plain text: what a platform shows where it can show nothing else, and what a screen reader hears. */
export function fallbackText(card: Card): string {
  return card.blocks
    .filter((block) => block.kind !== 'menu' && !isSaidBeside(block))
    .map(plainBlock)
    .join('\n\n');
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return plainRuns(block.runs);
    case 'fields':
      return block.fields
        .map((field) => `${field.label}: ${field.lines.map(plainRuns).join('\n')}`)
        .join('\n');
    case 'list':
      return block.items.map((item) => `- ${plainRuns(item)}`).join('\n');
    case 'passage':
      return block.title === undefined ? block.text : `${block.title}\n${block.text}`;
    case 'picture':
      return block.alt;
    case 'input':
      return block.input.label;
    case 'menu':
      return '';
    default:
      return unreachable(block);
  }
}
