import { type Block, type Card, type Input, isQuote, type Runs } from './card.ts';
import { runWords } from './without-typing.ts';

/** The coach's own words on a card: all its blocks but the quotes, the passages and what a person filled in. For checks of tone and length. */
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
      return inputWords(block.input);
    case 'passage':
      return block.title ?? '';
    case 'menu':
      return '';
  }
}

function inputWords(input: Input): string {
  switch (input.type) {
    case 'rating':
      return [input.label, ...input.choices].join('\n');
    case 'choice':
      return [input.label, ...input.options.map((option) => option.label)].join('\n');
    case 'text':
    case 'person':
    case 'moment':
      return input.label;
  }
}

function own(runs: Runs): string {
  return runs.map((run) => (isQuote(run) ? '' : runWords(run))).join('');
}
