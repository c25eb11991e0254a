import { type Block, menu, text } from '../card/card.ts';
import { countIn, timeSpentIn } from '../card/in-numbers.ts';
import { LONGEST_TREND, type ProgressPicture } from '../card/picture.ts';
import { altOf } from '../card/picture-alt.ts';
import { CRITICS_APART, criticsNamed, OWN_VIEW, ownIn, stepLines } from '../card/progress-words.ts';
import { pitfallChip } from '../critique/pitfall-chip.ts';
import { type Guide, stepOf } from '../guide/guide.ts';
import type { Progress, Scored } from './progress.ts';

/** From this many weeks in a row on they are named: before that they would only be counted. */
const NAMED_WEEKS = 3;

/** Where somebody stands, in words that say all of it, and as a picture where one can be drawn. */
export function progressCard(
  progress: Progress,
  guide: Guide,
  shown: { readonly numbers: boolean; readonly isUnderWay: boolean },
): Block[] {
  const { numbers, isUnderWay } = shown;
  if (progress.practices === 0)
    return [
      text(
        isUnderWay
          ? 'Nothing to show yet. It comes with your first critique.'
          : 'Nothing to show yet. Your first practice takes about 12 minutes.',
      ),
    ];
  const picture = progressPicture(progress.scored, guide, numbers);
  return [
    text(countedLines(progress, numbers).join(' ')),
    ...(picture === undefined ? [] : stepBlocks(picture)),
    ...pitfallLines(progress, guide).map((line) => text(line)),
    ...(picture === undefined ? [] : [text(criticLine(picture, progress.scored))]),
    ...nextLines(progress, guide).map((line) => text(line)),
    ...menu('What next?', [{ action: 'history', label: 'Earlier practices' }]),
  ];
}

/** The same in a few sentences, for a place that shows other things besides: none where there is nothing to show. */
export function progressLines(progress: Progress, guide: Guide, numbers: boolean): readonly string[] {
  if (progress.practices === 0) return [];
  return [countedLines(progress, numbers).join(' '), ...nextLines(progress, guide)];
}

/** The newest practices as lines; undefined where nothing is scored. */
export function progressPicture(
  scored: readonly Scored[],
  guide: Guide,
  numbers: boolean,
): ProgressPicture | undefined {
  const newest = scored.slice(-LONGEST_TREND);
  if (newest.length === 0) return undefined;
  return {
    picture: 'progress',
    practices: newest.map(({ label, stoodIn }) => ({
      critic: label,
      ...(stoodIn === undefined ? {} : { stoodIn: true as const }),
    })),
    steps: guide.steps.map(({ id, name }) => ({
      name,
      points: newest.map(({ steps, own }) => ({
        score: steps[id] ?? 0,
        ...(own?.[id] === undefined ? {} : { own: own[id] }),
      })),
    })),
    numbers,
  };
}

function countedLines({ weeks, practices, secondsSaid }: Progress, numbers: boolean): string[] {
  const inARow = weeks < NAMED_WEEKS ? [] : [`${capital(countIn(weeks, numbers))} weeks in a row.`];
  const count = `${capital(countIn(practices, numbers))} practice${practices === 1 ? '' : 's'} so far`;
  const aloud = secondsSaid === 0 ? '' : `, ${timeSpentIn(secondsSaid, numbers)} said aloud`;
  return [...inARow, `${count}${aloud}.`];
}

/** The words stand under each step; the picture beside them says the same, as do the bars of a terminal. */
function stepBlocks(picture: ProgressPicture): Block[] {
  const { practices, steps, numbers } = picture;
  const beside = { kind: 'picture', picture, alt: altOf(picture) } as const;
  return [
    text(practices.length === 1 ? 'How each step read:' : 'How each step read, oldest first:'),
    {
      kind: 'fields',
      fields: steps.map(({ name, points }) => {
        const own = ownIn(points, numbers);
        const lines = [...stepLines(points, picture), ...(own === undefined ? [] : [`${OWN_VIEW}: ${own}`])];
        return { label: name, lines: lines.map((line) => [line]) };
      }),
    },
    // A single practice shows no direction.
    ...(practices.length === 1
      ? []
      : [{ ...beside, only: 'drawn' } as const, { ...beside, only: 'undrawn' } as const]),
  ];
}

function pitfallLines({ pitfalls }: Progress, guide: Guide): string[] {
  const chips = (ids: readonly string[]) =>
    guide.pitfalls.flatMap(({ id }) => (ids.includes(id) ? [pitfallChip(id)] : [])).join(', ');
  const gone = chips(pitfalls.gone);
  const there = chips(pitfalls.there);
  return [
    ...(gone === '' ? [] : [`No longer there: ${gone}.`]),
    ...(there === '' ? [] : [`Still to look at: ${there}.`]),
  ];
}

/** Who judged, and that a stand-in is one: a change of critic is no progress. */
function criticLine(picture: ProgressPicture, scored: readonly Scored[]): string {
  const critics = criticsNamed(picture);
  const stoodIn = scored.slice(-picture.practices.length).flatMap((one) => one.stoodIn ?? []);
  return [
    `Judged by: ${critics.join('; ')}.`,
    ...(critics.length > 1 ? [CRITICS_APART] : []),
    ...(stoodIn.length === 0 ? [] : [`Why it stood in: ${[...new Set(stoodIn)].join('; ')}.`]),
  ].join(' ');
}

function nextLines({ next, scored }: Progress, guide: Guide): string[] {
  if (next !== undefined) return [`Next to work on: ${stepOf(guide, next).name}.`];
  return scored.length === 0 ? [] : ['Every step read clear last time. Next: say it aloud once more.'];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
