import type { Scorecard } from '../../src/card/picture.ts';
import { bandIn, SPEAKING_TIME, timeIn } from '../../src/card/scorecard-words.ts';
import { HEAD, INK, INNER, LETTERS, type Section, SMALL, SOFT_INK, TRACK } from './paper.ts';
import { svgText } from './svg-text.ts';

const BAR = 22;
const BAND = 50;
const BAND_FILL = '#cfe6da';
const BAND_EDGE = '#1f6f4a';
/** The bar goes on as far as this many times the end of the band; what is longer runs to the edge. */
const SHOWN_LEAST = 1.5;
const SHOWN_MOST = 3;

/** How long the answer takes to say, against the band that is a good length. */
export function timeSection(seconds: NonNullable<Scorecard['seconds']>, numbers: boolean): Section {
  const { is, from, to } = seconds;
  const whole = to * Math.min(SHOWN_MOST, Math.max(SHOWN_LEAST, is / to));
  const at = (second: number) => Math.round((INNER * Math.min(second, whole)) / whole);
  const top = HEAD + 12;
  const barTop = top + (BAND - BAR) / 2;
  const middle = (at(from) + at(to)) / 2;
  const svg = [
    svgText(SPEAKING_TIME, 0, HEAD - 6, { size: HEAD, bold: true }),
    svgText(timeIn(seconds, numbers), INNER, HEAD - 6, { size: LETTERS, bold: true, anchor: 'end' }),
    `<rect x="0" y="${barTop}" width="${INNER}" height="${BAR}" rx="${BAR / 2}" fill="${TRACK}"/>`,
    `<rect x="${at(from)}" y="${top}" width="${at(to) - at(from)}" height="${BAND}" rx="6" fill="${BAND_FILL}" stroke="${BAND_EDGE}" stroke-width="4"/>`,
    `<rect x="0" y="${barTop}" width="${Math.max(BAR, at(is))}" height="${BAR}" rx="${BAR / 2}" fill="${INK}"/>`,
    svgText(numbers ? bandIn(seconds) : 'a good length', middle, top + BAND + 38, {
      size: SMALL,
      colour: SOFT_INK,
      anchor: 'middle',
    }),
  ].join('');
  return { svg, height: top + BAND + 48 };
}
