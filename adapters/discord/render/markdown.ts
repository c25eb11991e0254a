import { isMoment, isQuote, type MomentRun, type Runs, secondOf } from '../../../src/card/card.ts';
import { runWords } from '../../../src/card/without-typing.ts';
import { escaped, isBlank, safeText, weightOf } from './safe-text.ts';
import { splitText } from './split.ts';

/**
 * Every string a card holds is escaped here; the few marks that act are put around it afterwards. A piece is Markdown of
 * at most `PIECE` characters.
 */

/** So that two of them fit into a message, and one into a message of the plainest kind. */
export const PIECE = 1_950;
/** Leaves room for the marks around the words. */
const WORDS = 1_900;

/** Words that act nowhere. */
export function plain(words: string): string[] {
  return splitText(safeText(words), WORDS).map(escaped);
}

/** The marks of two pieces side by side would be taken for others: what is cut stands without them. */
export function bold(words: string): string[] {
  const pieces = splitText(safeText(words).trim(), WORDS);
  return pieces.map((piece) => (pieces.length === 1 ? within('**', piece) : escaped(piece)));
}

/** The coach's words as they are, a person's between quotation marks and in italics where those hold. */
export function runsOf(runs: Runs): string[] {
  let afterItalics = false;
  return inWhole(runs).flatMap((run) => {
    if (isMoment(run)) {
      afterItalics = false;
      return [timeOf(run)];
    }
    if (!isQuote(run)) {
      const words = runWords(run);
      if (words !== '') afterItalics = false;
      return plain(words);
    }
    const pieces = splitText(`"${safeText(run.quote)}"`, WORDS);
    // The marks of two in italics side by side would be taken for bold.
    const isItalic = !afterItalics && pieces.length === 1;
    afterItalics = true;
    return pieces.map((piece) => (isItalic ? within('*', piece) : escaped(piece)));
  });
}

const SHOWN = { day: 'F', time: 't' } as const;

/** https://discord.com/developers/docs/reference#message-formatting-timestamp-styles: shown to each reader by their own clock. */
function timeOf(run: MomentRun): string {
  return `<t:${secondOf(run)}:${SHOWN[run.shows]}> (${escaped(run.there)})`;
}

/** The coach's words that stand side by side as one: a mark may begin in one and end in the next. */
function inWhole(runs: Runs): Runs {
  const whole: Runs[number][] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (isQuote(run) || isMoment(run)) whole.push(run);
    else if (typeof last === 'string') whole[whole.length - 1] = last + runWords(run);
    else whole.push(runWords(run));
  }
  return whole;
}

/** Emphasis does not hold over an end of a line, nor beside white space: such words stand without it. */
function within(mark: string, words: string): string {
  const isOneLine = !words.includes('\n') && words.trim() === words;
  return isOneLine && !isBlank(words) ? `${mark}${escaped(words)}${mark}` : escaped(words);
}

/** Pieces put together, as many as fit into one of at most `PIECE`. */
export function grouped(pieces: readonly string[]): string[] {
  const groups: string[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last !== undefined && last.length + piece.length <= PIECE) groups[groups.length - 1] = last + piece;
    else groups.push(piece);
  }
  return groups;
}

/** Several lines as one row of pieces, each line on its own. */
export function linesOf(lines: readonly (readonly string[])[]): string[] {
  return lines.flatMap((line, index) => (index === 0 ? line : ['\n', ...line]));
}

/** Each line behind the mark of a quote: that is three characters for the end of a line. */
export function quoteBlocks(words: string): string[] {
  return splitText(safeText(words).trim(), WORDS, weightInQuote)
    .map((piece) => piece.trimEnd())
    .filter((piece) => !isBlank(piece))
    .map((piece) =>
      escaped(piece)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
    );
}

function weightInQuote(words: string): number {
  return weightOf(words) + 2 * (words.split('\n').length - 1);
}
