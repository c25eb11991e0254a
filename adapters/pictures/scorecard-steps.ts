import type { Scorecard } from '../../src/card/picture.ts';
import { RATING_WORDS, ratingIn, stepName } from '../../src/card/scorecard-words.ts';
import { fitted, widthOf } from './letter-widths.ts';
import { FILL, HEAD, INK, INNER, LETTERS, PAPER, type Section, SMALL, SOFT_INK, TRACK } from './paper.ts';
import { drawable, svgText } from './svg-text.ts';

const BAR = 28;
const LAST_BAR = 12;
const LAST_GAP = 6;
const BETWEEN_ROWS = 26;
const RING = 15;
const KEY_GAP = 40;

/** The steps, a bar each: this time, last time as a thinner one under it, the person's own rating as a ring on it. */
export function stepsSection({ steps, numbers }: Scorecard): Section {
  const hasLast = steps.some(({ last }) => last !== undefined);
  const hasOwn = steps.some(({ own }) => own !== undefined);
  const drawn: string[] = [];
  let y = 0;
  if (hasLast || hasOwn) {
    drawn.push(keyOf(hasLast, hasOwn));
    y += 66;
  }
  for (const step of steps) {
    drawn.push(`<g transform="translate(0 ${y})">${rowOf(step, numbers, hasLast)}</g>`);
    y += HEAD + 14 + BAR + (hasLast ? LAST_GAP + LAST_BAR : 0) + BETWEEN_ROWS;
  }
  if (hasLast || hasOwn) {
    drawn.push(scaleAt(y + 12, numbers));
    y += 24;
  }
  return { svg: drawn.join(''), height: y };
}

function rowOf(
  { name, score, last, own }: Scorecard['steps'][number],
  numbers: boolean,
  hasLast: boolean,
): string {
  const word = ratingIn(score, numbers);
  const room = INNER - widthOf(word, LETTERS, true) - 20;
  const top = HEAD + 14;
  // A step that is not there yet has a beginning to its bar: nothing at all would look like a fault of the picture.
  const reaches = (of: 0 | 1 | 2, atLeast: number) => Math.max(atLeast, (INNER * of) / 2);
  const ring =
    own === undefined
      ? ''
      : `<circle cx="${(INNER * own) / 2}" cy="${top + BAR / 2}" r="${RING}" fill="${PAPER}" stroke="${INK}" stroke-width="6"/>`;
  return [
    svgText(fitted(drawable(stepName(name)) || 'a step', room, HEAD, true), 0, HEAD - 6, {
      size: HEAD,
      bold: true,
    }),
    svgText(word, INNER, HEAD - 6, { size: LETTERS, bold: true, anchor: 'end' }),
    bar(top, BAR, INNER, TRACK),
    bar(top, BAR, reaches(score, BAR), FILL[score]),
    ...(hasLast && last !== undefined
      ? [bar(top + BAR + LAST_GAP, LAST_BAR, reaches(last, BAR), SOFT_INK)]
      : []),
    ring,
  ].join('');
}

/** What the three marks are. Every one is told apart by its shape. */
function keyOf(hasLast: boolean, hasOwn: boolean): string {
  const keys: [mark: string, words: string][] = [[bar(-24, BAR, 56, FILL[2]), 'this time']];
  if (hasLast) keys.push([bar(-16, LAST_BAR, 56, SOFT_INK), 'last time']);
  if (hasOwn)
    keys.push([
      `<circle cx="40" cy="-10" r="${RING}" fill="${PAPER}" stroke="${INK}" stroke-width="6"/>`,
      'your own rating',
    ]);
  let x = 0;
  return keys
    .map(([mark, words]) => {
      const drawn = `<g transform="translate(${x} 30)">${mark}${svgText(words, 68, 0, { size: SMALL })}</g>`;
      x += 68 + widthOf(words, SMALL) + KEY_GAP;
      return drawn;
    })
    .join('');
}

/** What a place on the bars means: so last time and the own rating can be read in words. */
function scaleAt(y: number, numbers: boolean): string {
  const words = (score: 0 | 1 | 2) => (numbers ? `${RATING_WORDS[score]} ${score}` : RATING_WORDS[score]);
  const looks = { size: SMALL, colour: SOFT_INK };
  return [
    svgText(words(0), 0, y, looks),
    svgText(words(1), INNER / 2, y, { ...looks, anchor: 'middle' }),
    svgText(words(2), INNER, y, { ...looks, anchor: 'end' }),
  ].join('');
}

function bar(top: number, height: number, width: number, colour: string): string {
  return `<rect x="0" y="${top}" width="${width}" height="${height}" rx="${height / 2}" fill="${colour}"/>`;
}
