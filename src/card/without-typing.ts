import { type Block, type Card, isMoment, type Run, type Runs } from './card.ts';

/** Words as they are read where what is typed is heard, and where no clock of the reader's is known; a quote has none of the coach's. */
export function runWords(run: Exclude<Run, { readonly quote: string }>): string {
  if (typeof run === 'string') return run;
  return isMoment(run) ? run.words : run.typed;
}

/** The card as it reads where nobody hears what is typed: it says what to press, and a line about typing alone is gone. */
export function withoutTyping(card: Card): Card {
  return { ...card, blocks: card.blocks.flatMap(pressedBlock) };
}

function pressedBlock(block: Block): Block[] {
  switch (block.kind) {
    case 'text': {
      const runs = pressedRuns(block.runs);
      return runs.length === 0 ? [] : [{ ...block, runs }];
    }
    case 'list': {
      const items = block.items.map(pressedRuns).filter((item) => item.length > 0);
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case 'fields': {
      const fields = block.fields.map((field) => ({ ...field, lines: field.lines.map(pressedRuns) }));
      return [{ ...block, fields }];
    }
    default:
      return [block];
  }
}

function pressedRuns(runs: Runs): Runs {
  return runs
    .map((run) => (typeof run !== 'string' && 'pressed' in run ? run.pressed : run))
    .filter((run) => run !== '');
}
