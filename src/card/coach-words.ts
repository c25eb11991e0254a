import type { Block, Card, Runs } from './card.ts';

/** The coach's own words on a card: everything but the quotes and the passages. For checks of tone and length. */
export function coachWords(card: Card): string {
  return card.blocks
    .map(ownWords)
    .filter((words) => words !== '')
    .join('\n');
}

function ownWords(block: Block): string {
  switch (block.kind) {
    case 'text':
      return own(block.runs);
    case 'fields':
      return block.fields.map((field) => `${field.label} ${field.lines.map(own).join('\n')}`).join('\n');
    case 'list':
      return block.items.map(own).join('\n');
    case 'picture':
      return block.alt;
    case 'input':
      return block.input.label;
    case 'passage':
      return '';
  }
}

function own(runs: Runs): string {
  return runs.map((run) => (typeof run === 'string' ? run : '')).join('');
}
