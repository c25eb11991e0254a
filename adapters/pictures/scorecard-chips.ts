import type { Scorecard } from '../../src/card/picture.ts';
import { pitfallsOf, TO_LOOK_AT } from '../../src/card/scorecard-words.ts';
import { fitted, widthOf } from './letter-widths.ts';
import { HEAD, INNER, LETTERS, type Section } from './paper.ts';
import { drawable, svgText } from './svg-text.ts';

const CHIP = 60;
const GAP = 16;
const PADDING = 24;
const FILL = '#f6ead2';
const EDGE = '#7a4d08';

/** What to look at, a chip each, in as many rows as they need. Undefined where there is nothing. */
export function chipsSection(scorecard: Scorecard): Section | undefined {
  const labels = pitfallsOf(scorecard)
    .map(drawable)
    .filter((label) => label !== '');
  if (labels.length === 0) return undefined;
  let x = 0;
  let y = HEAD + 12;
  const chips = labels.map((label) => {
    const words = fitted(label, INNER - 2 * PADDING, LETTERS);
    const width = Math.round(Math.min(INNER, widthOf(words, LETTERS) + 2 * PADDING));
    if (x > 0 && x + width > INNER) {
      x = 0;
      y += CHIP + GAP;
    }
    const chip = [
      `<rect x="${x + 2}" y="${y}" width="${width - 4}" height="${CHIP}" rx="${CHIP / 2}" fill="${FILL}" stroke="${EDGE}" stroke-width="3"/>`,
      svgText(words, x + width / 2, y + CHIP / 2 + LETTERS / 3, { size: LETTERS, anchor: 'middle' }),
    ].join('');
    x += width + GAP;
    return chip;
  });
  return {
    svg: [svgText(TO_LOOK_AT, 0, HEAD - 6, { size: HEAD, bold: true }), ...chips].join(''),
    height: y + CHIP + 8,
  };
}
