import stringWidth from 'string-width';
import type { ProgressPicture } from '../../src/card/picture.ts';
import { criticRuns, OWN_VIEW, practicesTitle } from '../../src/card/progress-words.ts';
import { RATING_WORDS, stepName } from '../../src/card/scorecard-words.ts';
import type { Paint } from './paint.ts';
import { safeText } from './safe-text.ts';
import { hang, wrap } from './wrap.ts';

/** A column a practice, as high as its score. */
const HEIGHTS = ['▁', '▄', '█'] as const;
/** The person told no view of their own there. */
const UNTOLD = '·';
/** Where the critic changes. */
const GAP = '┊';

/** How each step read, a column a practice; the own view in a row of columns beside it. Nothing depends on colour. */
export function renderProgress(picture: ProgressPicture, width: number, paint: Paint): string {
  const { practices, steps } = picture;
  const runs = criticRuns(practices);
  const barsOf = (heights: readonly string[]) =>
    runs.map(({ from, until }) => heights.slice(from, until).join('')).join(GAP);
  const labels = steps.map(({ name }) => stepName(safeText(name)));
  const column = Math.max(...labels.map((label) => stringWidth(label))) + 1;
  const rows = steps.map(({ points }, index) => {
    const label = labels[index] ?? '';
    const own = points.map((point) => (point.own === undefined ? UNTOLD : HEIGHTS[point.own]));
    const hasOwn = points.some((point) => point.own !== undefined);
    const beside = hasOwn ? `  ${OWN_VIEW} ${barsOf(own)}` : '';
    const bars = barsOf(points.map(({ score }) => HEIGHTS[score])) + beside;
    const gap = ' '.repeat(column - stringWidth(label));
    return hang(paint.bold(label) + gap, column, bars, width).trimEnd();
  });
  const key = HEIGHTS.map((height, score) => `${height} ${RATING_WORDS[score as 0 | 1 | 2]}`).join(', ');
  return [
    wrap(`${practicesTitle(picture)} (${key}):`, width),
    ...rows,
    ...(runs.length > 1 ? [wrap(`${GAP} another critic`, width)] : []),
  ].join('\n');
}
