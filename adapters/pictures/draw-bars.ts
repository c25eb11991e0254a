import type { StepBars } from '../../src/card/picture.ts';
import { SCORE_WORDS } from '../../src/conversation/score-words.ts';
import { shorten } from '../../src/text/graphemes.ts';
import { FILL, INK, PAPER, TRACK } from './paper.ts';
import { rasterised } from './rasterised.ts';
import { asXml } from './svg-text.ts';

/** Sizes in px of a picture that is read on a phone: twice as large as it is shown. */
const WIDTH = 1_000;
const ROW = 84;
const MARGIN = 36;
const NAME_WIDTH = 330;
const BAR_WIDTH = 420;
const BAR_HEIGHT = 28;
const LETTERS = 28;
/** Of a name more would run into its bar. */
const LONGEST_NAME = 20;

/** The steps of an answer, a bar each, as a PNG. In words beside it: a bar alone is not read by everybody. */
export function drawBars(picture: StepBars): Promise<Uint8Array> {
  return rasterised(barsAsSvg(picture), PAPER);
}

/** The picture before it is painted. A step's name is text, whatever it holds. */
export function barsAsSvg({ steps }: StepBars): string {
  const height = MARGIN * 2 + Math.max(1, steps.length) * ROW;
  const rows = steps.map((step, row) => rowOf(step, MARGIN + row * ROW + ROW / 2));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">`,
    `<rect width="${WIDTH}" height="${height}" fill="${PAPER}"/>`,
    `<g font-family="DejaVu Sans" font-size="${LETTERS}" fill="${INK}">`,
    ...rows,
    '</g></svg>',
  ].join('');
}

function rowOf({ name, score }: StepBars['steps'][number], middle: number): string {
  const left = MARGIN + NAME_WIDTH;
  const top = middle - BAR_HEIGHT / 2;
  const baseline = middle + LETTERS / 3;
  const bar = (width: number, colour: string) =>
    `<rect x="${left}" y="${top}" width="${width}" height="${BAR_HEIGHT}" rx="${BAR_HEIGHT / 2}" fill="${colour}"/>`;
  // A step that is not there yet has a beginning to its bar: nothing at all would look like a fault of the picture.
  const filled = Math.max(BAR_HEIGHT, (BAR_WIDTH * score) / 2);
  return [
    `<text x="${MARGIN}" y="${baseline}">${asXml(shorten(name, LONGEST_NAME))}</text>`,
    bar(BAR_WIDTH, TRACK),
    bar(filled, FILL[score]),
    `<text x="${left + BAR_WIDTH + 28}" y="${baseline}">${SCORE_WORDS[score]}</text>`,
  ].join('');
}
