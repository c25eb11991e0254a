import stringWidth from 'string-width';

/**
 * What a terminal shows after these bytes, from the first line that scrolled away to the last: so a recording is what
 * was on the screen, and not each redrawing of it. Knows the sequences that our own screen writes.
 */
export function screenAfter(raw: string): string {
  const rows: string[][] = [[]];
  let row = 0;
  let column = 0;
  const rowAt = (index: number): string[] => {
    while (rows.length <= index) rows.push([]);
    return rows[index] ?? [];
  };
  for (const [token, count, command] of raw.matchAll(TOKEN)) {
    if (command !== undefined) {
      if (command === 'A') row = Math.max(0, row - Number(count || 1));
      else if (command === 'C') column += Number(count || 1);
      else if (command === 'J') {
        rowAt(row).length = Math.min(rowAt(row).length, column);
        rows.length = row + 1;
      } else if (!IGNORED.includes(command))
        throw new Error(`a sequence nobody taught me: ${JSON.stringify(token)}`);
    } else if (token === '\r') column = 0;
    else if (token === '\n') row += 1;
    else {
      for (const { segment } of graphemes.segment(token)) {
        const cells = rowAt(row);
        while (cells.length < column) cells.push(' ');
        const width = stringWidth(segment);
        cells.splice(column, width, segment, ...Array.from({ length: width - 1 }, () => ''));
        column += width;
      }
    }
  }
  return rows
    .map((cells) => cells.join('').trimEnd())
    .join('\n')
    .trimEnd();
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A sequence with its number and last letter, a line end, or words. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what begins a sequence
const TOKEN = /\x1b\[\??([\d;]*)([A-Za-z])|\r|\n|[^\x1b\r\n]+/gu;

/** Colours, and the marks of a paste switched on and off. */
const IGNORED = ['m', 'h', 'l'];
