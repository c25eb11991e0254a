import { shorten } from '../text/graphemes.ts';
import type { Scorecard } from './picture.ts';

/**
 * The words of a scorecard, in one place: what the picture, its alternative text and the terminal say is the same.
 * Where `numbers` is false no word holds a figure.
 */

type Score = Scorecard['steps'][number]['score'];
type Seconds = NonNullable<Scorecard['seconds']>;
type Practice = NonNullable<Scorecard['trend']>[number];

/** A score in words: every card and picture says these. */
export const RATING_WORDS: Readonly<Record<Score, string>> = { 0: 'not yet', 1: 'thin', 2: 'clear' };

export const TO_LOOK_AT = 'To look at';
export const SPEAKING_TIME = 'Length';
/** Said wherever a trend has more than one critic. */
export const NOT_JOINED = 'The line stops where the critic changes: two critics are not compared.';

const LONGEST_NAME = 30;
const LONGEST_PITFALL = 34;
const LONGEST_CRITIC = 44;
/** Up to here a length is said in seconds. */
const LONGEST_IN_SECONDS = 150;

/** "clear", and "clear (2 of 2)" where numbers are shown. */
export function ratingIn(score: Score, numbers: boolean): string {
  return numbers ? `${RATING_WORDS[score]} (${score} of 2)` : RATING_WORDS[score];
}

/** A step's name, on one line and not endless. */
export function stepName(name: string): string {
  return shorten(oneLine(name), LONGEST_NAME);
}

/** The pitfalls that have a label, on one line each. */
export function pitfallsOf({ pitfalls }: Pick<Scorecard, 'pitfalls'>): string[] {
  return pitfalls.map((label) => shorten(oneLine(label), LONGEST_PITFALL)).filter((label) => label !== '');
}

export function criticLabel(critic: string): string {
  return shorten(oneLine(critic), LONGEST_CRITIC);
}

/** "about 95 seconds, a good length"; without numbers "a good length". */
export function timeIn(seconds: Seconds, numbers: boolean): string {
  const fits =
    seconds.is < seconds.from
      ? 'room for more'
      : seconds.is > seconds.to
        ? 'on the long side'
        : 'a good length';
  return numbers ? `about ${duration(seconds.is)}, ${fits}` : fits;
}

/** The band that is a good length: "1 to 2 minutes". */
export function bandIn({ from, to }: Seconds): string {
  return from % 60 === 0 && to % 60 === 0
    ? `${from / 60} to ${counted(to / 60, 'minute')}`
    : `${from} to ${counted(to, 'second')}`;
}

/** One practice of the trend: "72" of a hundred, or the word that is nearest. */
export function overallIn(overall: number, numbers: boolean): string {
  return numbers ? String(Math.round(overall * 100)) : RATING_WORDS[nearest(overall)];
}

/** "Your last 4 practices (of 100)"; no figure where numbers are hidden. */
export function trendTitle(practices: number, numbers: boolean): string {
  return numbers ? `Your last ${practices} practices (of 100)` : 'Your last practices';
}

/** The practices a line may join: in their order, a new run wherever the critic changes. */
export function runsOf(trend: readonly Practice[]): { critic: string; from: number; overalls: number[] }[] {
  const runs: { critic: string; from: number; overalls: number[] }[] = [];
  trend.forEach(({ overall, critic }, index) => {
    const run = runs.at(-1);
    if (run?.critic === critic) run.overalls.push(overall);
    else runs.push({ critic, from: index, overalls: [overall] });
  });
  return runs;
}

/** The trend where there is one: a single practice shows no direction. */
export function trendOf({ trend }: Pick<Scorecard, 'trend'>): readonly Practice[] {
  return trend === undefined || trend.length < 2 ? [] : trend;
}

function duration(seconds: number): string {
  return seconds <= LONGEST_IN_SECONDS
    ? counted(seconds, 'second')
    : counted(Math.round(seconds / 60), 'minute');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function nearest(overall: number): Score {
  return overall >= 0.75 ? 2 : overall >= 0.25 ? 1 : 0;
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
