import { styleText } from 'node:util';

/** How words stand out; without colour they stay as they are. */
export interface Paint {
  bold(words: string): string;
  dim(words: string): string;
}

const PLAIN: Paint = { bold: (words) => words, dim: (words) => words };

/** Line by line, so that a wrapped text can be indented without an attribute running over the margin. */
const COLOURED: Paint = {
  bold: (words) => eachLine(words, (line) => styleText('bold', line, { validateStream: false })),
  dim: (words) => eachLine(words, (line) => styleText('dim', line, { validateStream: false })),
};

/** The caller decides about colour (a terminal, and no NO_COLOR): nothing here asks the environment again. */
export function paintFor(colour: boolean): Paint {
  return colour ? COLOURED : PLAIN;
}

function eachLine(words: string, paint: (line: string) => string): string {
  return words
    .split('\n')
    .map((line) => (line === '' ? line : paint(line)))
    .join('\n');
}
