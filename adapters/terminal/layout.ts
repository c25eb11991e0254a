import stringWidth from 'string-width';
import type { Line } from './line-editor.ts';
import { safeText } from './safe-text.ts';

/** The line being typed as rows of a screen, and where its cursor stands. */
export interface Layout {
  readonly rows: readonly string[];
  readonly row: number;
  readonly column: number;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

interface Cell {
  readonly shown: string;
  /** In columns. */
  readonly wide: number;
  /** Where it begins in the line. */
  readonly at: number;
}

/**
 * Breaks the prompt and the line into rows of at most `width` columns, between two words where there are two. Where
 * that makes more than `most` rows, those around the cursor are shown: rows that have left the screen cannot be drawn
 * again.
 */
export function layOut(prompt: string, line: Line, width: number, most: number): Layout {
  const rows = rowsOf(cellsOf(line.text), stringWidth(prompt), width);
  const row = Math.max(
    0,
    rows.findLastIndex((cells) => (cells[0]?.at ?? line.text.length) <= line.cursor),
  );
  const before = rows[row]?.filter(({ at }) => at < line.cursor) ?? [];
  const column = (row === 0 ? stringWidth(prompt) : 0) + widthOf(before);
  const first = Math.max(0, row - most + 1);
  const shown = rows.map(
    (cells, index) => (index === 0 ? prompt : '') + cells.map((cell) => cell.shown).join(''),
  );
  return { rows: shown.slice(first, first + most), row: row - first, column };
}

function cellsOf(text: string): Cell[] {
  return [...graphemes.segment(text)].map(({ segment, index }) => {
    const shown = segment === '\n' ? ' ' : safeText(segment);
    return { shown, wide: stringWidth(shown), at: index };
  });
}

function rowsOf(cells: readonly Cell[], promptWidth: number, width: number): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let used = promptWidth;
  const close = (kept: Cell[], next: Cell[]) => {
    rows.push(kept);
    row = next;
    used = widthOf(next);
  };
  for (const cell of cells) {
    if (used + cell.wide > width && used > 0) {
      if (cell.shown === ' ') {
        // It stands at the margin, where nobody sees it.
        close([...row, { ...cell, shown: '', wide: 0 }], []);
        continue;
      }
      const space = row.findLastIndex(({ shown }) => shown === ' ');
      if (space === -1) close(row, []);
      else close(row.slice(0, space + 1), row.slice(space + 1));
    }
    row.push(cell);
    used += cell.wide;
  }
  rows.push(row);
  return rows;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.wide, 0);
}
