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

/**
 * Breaks the prompt and the line into rows of at most `width` columns. Where that makes more than `most` rows, those
 * around the cursor are shown: rows that have left the screen cannot be drawn again.
 */
export function layOut(prompt: string, line: Line, width: number, most: number): Layout {
  const rows: string[] = [];
  let current = prompt;
  let used = stringWidth(prompt);
  let at = 0;
  let cursor: { row: number; column: number } | undefined;
  for (const { segment } of graphemes.segment(line.text)) {
    const shown = segment === '\n' ? ' ' : safeText(segment);
    const wide = stringWidth(shown);
    if (used + wide > width && used > 0) {
      rows.push(current);
      current = '';
      used = 0;
    }
    if (at >= line.cursor) cursor ??= { row: rows.length, column: used };
    current += shown;
    used += wide;
    at += segment.length;
  }
  rows.push(current);
  const { row, column } = cursor ?? { row: rows.length - 1, column: used };
  const first = Math.max(0, row - most + 1);
  return { rows: rows.slice(first, first + most), row: row - first, column };
}
