import type { Scorecard } from '../../src/card/picture.ts';
import { criticLabel } from '../../src/card/scorecard-words.ts';
import { EDGE, INK, MARGIN, PAPER, type Section, SMALL, SOFT_INK, WIDTH } from './paper.ts';
import { rasterised } from './rasterised.ts';
import { chipsSection } from './scorecard-chips.ts';
import { stepsSection } from './scorecard-steps.ts';
import { timeSection } from './scorecard-time.ts';
import { trendSection } from './scorecard-trend.ts';
import { svgText } from './svg-text.ts';

const BETWEEN = 40;
const EDGE_WIDTH = 6;
const ROUND = 28;

/** The scorecard as a PNG, on paper of its own: the same on a dark and on a light page. */
export async function drawScorecard(scorecard: Scorecard): Promise<Uint8Array> {
  return rasterised(await scorecardAsSvg(scorecard));
}

/** The picture before it is painted: its sections under one another, those with nothing to show left out. */
export async function scorecardAsSvg(scorecard: Scorecard): Promise<string> {
  const { seconds, numbers, critic } = scorecard;
  const sections = [
    stepsSection(scorecard),
    seconds === undefined ? undefined : timeSection(seconds, numbers),
    chipsSection(scorecard),
    await trendSection(scorecard),
    critic === undefined ? undefined : criticSection(critic),
  ].filter((section) => section !== undefined);
  const drawn: string[] = [];
  let y = MARGIN;
  for (const { svg, height } of sections) {
    drawn.push(`<g transform="translate(${MARGIN} ${y})">${svg}</g>`);
    y += height + BETWEEN;
  }
  const height = y - BETWEEN + MARGIN;
  const inset = EDGE_WIDTH / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    `<rect x="${inset}" y="${inset}" width="${WIDTH - EDGE_WIDTH}" height="${height - EDGE_WIDTH}" rx="${ROUND}" fill="${PAPER}" stroke="${EDGE}" stroke-width="${EDGE_WIDTH}"/>`,
    `<g font-family="DejaVu Sans" fill="${INK}">`,
    ...drawn,
    '</g></svg>',
  ].join('');
}

/** Who judged, small. */
function criticSection(critic: string): Section {
  return {
    svg: svgText(`Judged by: ${criticLabel(critic)}`, 0, SMALL - 6, { size: SMALL, colour: SOFT_INK }),
    height: SMALL,
  };
}
