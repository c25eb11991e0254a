import stringWidth from 'string-width';
import type { Button } from '../../src/card/card.ts';
import type { Paint } from './paint.ts';
import { safeText } from './safe-text.ts';
import { wrap } from './wrap.ts';

const BETWEEN = '  ';
const ENTER = '⏎';

/** The choices of a card: the word to type in brackets, and what it means where that is not the same. */
export function renderChoices(buttons: readonly Button[], width: number, paint: Paint): string {
  const lines: { text: string; width: number }[] = [];
  for (const button of buttons) {
    const choice = renderChoice(button, paint);
    const last = lines.at(-1);
    if (last !== undefined && last.width + BETWEEN.length + choice.width <= width) {
      last.text += BETWEEN + choice.text;
      last.width += BETWEEN.length + choice.width;
    } else {
      lines.push({ ...choice });
    }
  }
  return lines.map((line) => wrap(line.text, width)).join('\n');
}

function renderChoice(button: Button, paint: Paint): { text: string; width: number } {
  // An empty line takes this one.
  const word = `[${safeText(button.word)}]${button.style === 'primary' ? ENTER : ''}`;
  const label = safeText(button.label);
  if (label.toLowerCase() === button.word.toLowerCase())
    return { text: paint.bold(word), width: stringWidth(word) };
  return { text: `${paint.bold(word)} ${paint.dim(label)}`, width: stringWidth(`${word} ${label}`) };
}
