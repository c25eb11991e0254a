import { countWords } from '../../src/text/words.ts';
import { LINES_SHOWN_BACK } from './limits.ts';
import type { Paint } from './paint.ts';
import { safeText } from './safe-text.ts';
import { wrapIndented } from './wrap.ts';

const MARGIN = 2;

/** What was pasted, shown back before it is sent: the person sees what will be one message, and decides. */
export function showPaste(text: string, width: number, paint: Paint): string {
  const lines = wrapIndented(safeText(text), width, MARGIN).split('\n');
  const shown = lines.slice(0, LINES_SHOWN_BACK);
  const more = lines.length - shown.length;
  if (more > 0) shown.push(`  … and ${more} more ${more === 1 ? 'line' : 'lines'}`);
  return `${paint.dim(shown.join('\n'))}\n\n${sizeOf(text)} Enter sends it, Esc drops it.\n`;
}

/** "Pasted 3 paragraphs, 128 words." */
function sizeOf(text: string): string {
  const paragraphs = text.split(/\n\s*\n/).filter((part) => part.trim() !== '').length;
  const lines = text.split('\n').filter((part) => part.trim() !== '').length;
  const words = countWords(text);
  const parts = paragraphs > 1 ? `${paragraphs} paragraphs` : `${lines} ${lines === 1 ? 'line' : 'lines'}`;
  return `Pasted ${parts}, ${words} ${words === 1 ? 'word' : 'words'}.`;
}
