import type { Scorecard } from '../../src/card/picture.ts';
import { criticLabel } from '../../src/card/scorecard-words.ts';
import { onPaper } from './on-paper.ts';
import { type Section, SMALL, SOFT_INK } from './paper.ts';
import { rasterised } from './rasterised.ts';
import { chipsSection } from './scorecard-chips.ts';
import { stepsSection } from './scorecard-steps.ts';
import { timeSection } from './scorecard-time.ts';
import { trendSection } from './scorecard-trend.ts';
import { svgText } from './svg-text.ts';

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
  return onPaper(sections);
}

/** Who judged, small. */
function criticSection(critic: string): Section {
  return {
    svg: svgText(`Judged by: ${criticLabel(critic)}`, 0, SMALL - 6, { size: SMALL, colour: SOFT_INK }),
    height: SMALL,
  };
}
