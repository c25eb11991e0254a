import type { ProgressPicture } from '../../src/card/picture.ts';
import { CRITICS_APART, criticsNamed, OWN_VIEW, practicesTitle } from '../../src/card/progress-words.ts';
import { RATING_WORDS, stepName } from '../../src/card/scorecard-words.ts';
import { fitted, inLines, widthOf } from './letter-widths.ts';
import { markAt, markOf, ownMarkAt } from './marks.ts';
import { onPaper } from './on-paper.ts';
import { HEAD, INNER, LETTERS, type Section, SMALL, SOFT_INK } from './paper.ts';
import { rasterised } from './rasterised.ts';
import { drawable, svgText } from './svg-text.ts';

const CHART = 210;
const LINE = 46;
/** Where the words of a key stand beside their mark. */
const KEY = 48;

/** How the steps read over the last practices as a PNG, on paper of its own. */
export async function drawProgress(picture: ProgressPicture): Promise<Uint8Array> {
  return rasterised(await progressAsSvg(picture));
}

/** The picture before it is painted: a chart a step, the critics and the own view told apart by their marks. */
export async function progressAsSvg(picture: ProgressPicture): Promise<string> {
  // Loaded with the first picture: the library takes a moment to read.
  const { lineChart } = await import('./line-chart.ts');
  const critics = [...new Set(picture.practices.map(({ critic }) => critic))];
  const steps = picture.steps.map(({ name, points }): Section => {
    const chart = lineChart({
      trend: points.map(({ score }, index) => ({
        overall: score / 2,
        critic: picture.practices[index]?.critic ?? '',
      })),
      numbers: false,
      own: points.map(({ own }) => (own === undefined ? undefined : own / 2)),
      height: CHART,
      markOf: (critic) => markOf(critics.indexOf(critic)),
    });
    const now = RATING_WORDS[points.at(-1)?.score ?? 0];
    const room = INNER - widthOf(now, LETTERS, true) - 20;
    const label = fitted(drawable(stepName(name)) || 'a step', room, HEAD, true);
    return {
      svg: [
        svgText(label, 0, HEAD - 6, { size: HEAD, bold: true }),
        svgText(now, INNER, HEAD - 6, { size: LETTERS, bold: true, anchor: 'end' }),
        `<g transform="translate(0 ${HEAD - 18})">${chart}</g>`,
      ].join(''),
      height: HEAD - 18 + CHART - 24,
    };
  });
  return onPaper([titleSection(picture), ...steps, keySection(picture)]);
}

function titleSection(picture: ProgressPicture): Section {
  return {
    svg: svgText(practicesTitle(picture), 0, HEAD - 6, { size: HEAD, bold: true }),
    height: HEAD,
  };
}

/** Who judged, and what the marks are. */
function keySection(picture: ProgressPicture): Section {
  const critics = criticsNamed(picture);
  const hasOwn = picture.steps.some(({ points }) => points.some(({ own }) => own !== undefined));
  const drawn: string[] = [];
  let y = 0;
  const add = (mark: string, words: string) => {
    drawn.push(
      mark,
      svgText(fitted(drawable(words), INNER - KEY, SMALL), KEY, y + SMALL - 4, { size: SMALL }),
    );
    y += LINE;
  };
  critics.forEach((critic, index) => {
    add(markAt(20, y + SMALL - 14, markOf(index)), `Judged by: ${critic}`);
  });
  if (hasOwn) add(ownMarkAt(20, y + SMALL - 14), OWN_VIEW);
  if (critics.length > 1)
    for (const line of inLines(CRITICS_APART, INNER, SMALL)) {
      drawn.push(svgText(line, 0, y + SMALL - 4, { size: SMALL, colour: SOFT_INK }));
      y += LINE;
    }
  return { svg: drawn.join(''), height: y };
}
