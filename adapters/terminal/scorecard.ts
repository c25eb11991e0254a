import stringWidth from 'string-width';
import type { Scorecard } from '../../src/card/picture.ts';
import {
  bandIn,
  criticLabel,
  NOT_JOINED,
  overallIn,
  pitfallsOf,
  RATING_WORDS,
  ratingIn,
  runsOf,
  SPEAKING_TIME,
  stepName,
  TO_LOOK_AT,
  timeIn,
  trendOf,
  trendTitle,
} from '../../src/card/scorecard-words.ts';
import type { Paint } from './paint.ts';
import { safeText } from './safe-text.ts';
import { hang, wrap, wrapIndented } from './wrap.ts';

const BAR = 10;
const FULL = '█';
const TRACK = '░';
/** The band that is a good length, where the bar has not come. */
const BAND = '▒';
const HEIGHTS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** The length is drawn as far as this many times the end of the band. */
const SHOWN = 1.5;
/** Words beside a bar need this much room, in columns. */
const LEAST_WORDS = 22;

interface Row {
  readonly label: string;
  readonly bar: string;
  readonly words: string;
}

/**
 * A scorecard as bars in Unicode, every bar with its words beside it. Nothing depends on colour. Where the window is too
 * narrow for three columns, a label stands over its bar.
 */
export function renderScorecard(scorecard: Scorecard, width: number, paint: Paint): string {
  const { numbers, seconds, critic } = scorecard;
  const rows: Row[] = scorecard.steps.map((step) => ({
    label: stepName(safeText(step.name)),
    bar: filled((BAR * step.score) / 2),
    words: stepWords(step, numbers),
  }));
  if (seconds !== undefined)
    rows.push({ label: SPEAKING_TIME, bar: timeBar(seconds), words: timeWords(seconds, numbers) });
  const column = Math.max(...rows.map(({ label }) => stringWidth(label))) + 1;
  const head = column + BAR + 2;
  const lines = rows.map((row) => {
    const beside = `${row.bar}  `;
    if (width - head < LEAST_WORDS) return `${paint.bold(wrap(row.label, width))}\n${narrow(row, width)}`;
    const gap = ' '.repeat(column - stringWidth(row.label));
    return hang(paint.bold(row.label) + gap + beside, head, row.words, width).trimEnd();
  });
  const labels = pitfallsOf(scorecard).map(safeText);
  if (labels.length > 0) lines.push(wrap(`${TO_LOOK_AT}: ${labels.join(' · ')}`, width));
  lines.push(...trendLines(scorecard, width));
  if (critic !== undefined) lines.push(wrap(`Judged by: ${criticLabel(safeText(critic))}`, width));
  return lines.join('\n');
}

/** The bar, and its words beside it as far as there is room, else under it. */
function narrow({ bar, words }: Row, width: number): string {
  return width - BAR - 2 >= stringWidth(words)
    ? `${bar}  ${words}`
    : `${bar}\n${wrapIndented(words, width, 2)}`;
}

function stepWords({ score, last, own }: Scorecard['steps'][number], numbers: boolean): string {
  return [
    ratingIn(score, numbers),
    ...(last === undefined ? [] : [`last time ${RATING_WORDS[last]}`]),
    ...(own === undefined ? [] : [`you said ${RATING_WORDS[own]}`]),
  ].join(', ');
}

function timeBar({ is, from, to }: NonNullable<Scorecard['seconds']>): string {
  const cell = (SHOWN * to) / BAR;
  return Array.from({ length: BAR }, (_, index) => {
    const middle = (index + 0.5) * cell;
    if (middle <= is) return FULL;
    return middle >= from && middle <= to ? BAND : TRACK;
  }).join('');
}

function timeWords(seconds: NonNullable<Scorecard['seconds']>, numbers: boolean): string {
  return numbers ? `${timeIn(seconds, numbers)} (${BAND} ${bandIn(seconds)})` : timeIn(seconds, numbers);
}

/** A column a practice, oldest first; each critic on a line of its own, and a word about it. */
function trendLines(scorecard: Scorecard, width: number): string[] {
  const trend = trendOf(scorecard);
  if (trend.length === 0) return [];
  const { numbers } = scorecard;
  const runs = runsOf(trend);
  const longest = Math.max(...runs.map(({ overalls }) => overalls.length));
  const lines = runs.map(({ critic, overalls }) => {
    const bars = overalls.map(heightOf).join('').padEnd(longest);
    const values = overalls.map((overall) => overallIn(overall, numbers)).join(', ');
    const by = runs.length === 1 ? '' : `${criticLabel(safeText(critic))}: `;
    return hang(`  ${bars}  `, bars.length + 4, by + values, width);
  });
  const title = wrap(`${trendTitle(trend.length, numbers)}, oldest first:`, width);
  return [title, ...lines, ...(runs.length === 1 ? [] : [wrap(NOT_JOINED, width)])];
}

function heightOf(overall: number): string {
  return HEIGHTS[Math.round(overall * (HEIGHTS.length - 1))] ?? HEIGHTS[0];
}

/** One that is not there yet has a bar of track alone: its words stand beside it. */
function filled(cells: number): string {
  return FULL.repeat(cells) + TRACK.repeat(BAR - cells);
}
