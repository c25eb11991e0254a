import type { Scorecard } from '../../src/card/picture.ts';
import { criticLabel, NOT_JOINED, trendOf, trendTitle } from '../../src/card/scorecard-words.ts';
import { inLines } from './letter-widths.ts';
import { markAt, markOf } from './marks.ts';
import { HEAD, INNER, type Section, SMALL, SOFT_INK } from './paper.ts';
import { svgText } from './svg-text.ts';

const CHART = 250;
const LINE = 42;

/** The last practices as a line that stops where the critic changes. Undefined where there is no trend. */
export async function trendSection(scorecard: Scorecard): Promise<Section | undefined> {
  const trend = trendOf(scorecard);
  if (trend.length === 0) return undefined;
  const critics = [...new Set(trend.map(({ critic }) => critic))];
  // Loaded with the first trend: the library takes a moment to read.
  const { lineChart } = await import('./line-chart.ts');
  const chart = lineChart({
    trend,
    numbers: scorecard.numbers,
    height: CHART,
    markOf: (critic) => markOf(critics.indexOf(critic)),
  });
  const drawn = [
    svgText(trendTitle(trend.length, scorecard.numbers), 0, HEAD - 6, { size: HEAD, bold: true }),
    `<g transform="translate(0 ${HEAD + 6})">${chart}</g>`,
  ];
  let y = HEAD + 6 + CHART + 10;
  if (critics.length > 1) {
    critics.forEach((critic, index) => {
      const label = svgText(criticLabel(critic), 44, y + SMALL - 4, { size: SMALL });
      drawn.push(markAt(16, y + SMALL - 14, markOf(index)), label);
      y += LINE;
    });
    for (const line of inLines(NOT_JOINED, INNER, SMALL)) {
      drawn.push(svgText(line, 0, y + SMALL - 4, { size: SMALL, colour: SOFT_INK }));
      y += LINE;
    }
  }
  return { svg: drawn.join(''), height: y };
}
