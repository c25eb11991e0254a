import { CHOICES_OFFERED } from './limits.ts';
import { safeText } from './safe-text.ts';
import { wrap } from './wrap.ts';

/** What Tab has to choose from, the likely first: a few, and how many more. */
export function showOffered(choices: readonly string[], width: number): string {
  const shown = choices.slice(0, CHOICES_OFFERED).map(safeText);
  const more = choices.length - shown.length;
  const rest = more > 0 ? [`and ${more} more`] : [];
  // What belongs together is not broken.
  const names = [...shown, ...rest].map((name) => name.replaceAll(' ', '\u00a0'));
  return `${wrap(names.join('  '), width).replaceAll('\u00a0', ' ')}\n`;
}
