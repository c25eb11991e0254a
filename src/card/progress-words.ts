import { timesIn } from './in-numbers.ts';
import type { ProgressPicture } from './picture.ts';
import { criticLabel, RATING_WORDS, stepName } from './scorecard-words.ts';

/** The words of a picture of progress, in one place: what the card, the picture, its alternative text and the terminal say is the same. */

type Practices = ProgressPicture['practices'];
type Point = ProgressPicture['steps'][number]['points'][number];
type Score = Point['score'];

/** Said wherever there is more than one critic. */
export const CRITICS_APART = 'Two critics are not compared: each has its own line.';
export const OWN_VIEW = 'your own view';

/** Practices that a line may join: neighbours of one critic. `until`: the first after them. */
export interface CriticRun {
  readonly critic: string;
  readonly from: number;
  readonly until: number;
}

export function criticRuns(practices: Practices): readonly CriticRun[] {
  const runs: CriticRun[] = [];
  practices.forEach(({ critic }, index) => {
    const last = runs.at(-1);
    if (last?.critic === critic) runs[runs.length - 1] = { ...last, until: index + 1 };
    else runs.push({ critic, from: index, until: index + 1 });
  });
  return runs;
}

/** The critics in the order in which they came, each by name; one that stood in for another says how often. */
export function criticsNamed({
  practices,
  numbers,
}: Pick<ProgressPicture, 'practices' | 'numbers'>): readonly string[] {
  const critics = [...new Set(practices.map(({ critic }) => critic))];
  return critics.map((critic) => {
    const stoodIn = practices.filter((one) => one.critic === critic && one.stoodIn === true).length;
    return `${criticLabel(critic)}${stoodIn === 0 ? '' : ` (stood in ${timesIn(stoodIn, numbers)})`}`;
  });
}

/** How a step read over the practices, a line for each critic: "thin twice, then clear". */
export function stepLines(
  points: readonly Point[],
  { practices, numbers }: Pick<ProgressPicture, 'practices' | 'numbers'>,
): readonly string[] {
  const runs = criticRuns(practices);
  return runs.map(({ critic, from, until }) => {
    const scores = points.slice(from, until).map(({ score }) => score);
    const words = scoresIn(scores, (score) => scoreIn(score, numbers), numbers);
    return runs.length === 1 ? words : `${criticLabel(critic)}: ${words}`;
  });
}

/** The person's own ratings of a step, oldest first; undefined where there is none. */
export function ownIn(points: readonly Point[], numbers: boolean): string | undefined {
  const own = points.flatMap((point) => (point.own === undefined ? [] : [point.own]));
  return own.length === 0 ? undefined : scoresIn(own, (score) => RATING_WORDS[score], numbers);
}

/** "Your last practices, oldest first": over the lines. */
export function practicesTitle({ practices, numbers }: ProgressPicture): string {
  if (practices.length === 1) return 'Your latest practice';
  return numbers ? `Your last ${practices.length} practices, oldest first` : 'Your practices, oldest first';
}

/** All that the picture shows, in sentences, for those who do not see it. */
export function progressInWords(picture: ProgressPicture): string {
  const { steps, numbers } = picture;
  const critics = criticsNamed(picture);
  return [
    `${practicesTitle(picture)}.`,
    ...steps.map(({ name, points }) => {
      const own = ownIn(points, numbers);
      const beside = own === undefined ? [] : [`${OWN_VIEW}: ${own}`];
      return `${stepName(name)}: ${[...stepLines(points, picture), ...beside].join('; ')}.`;
    }),
    `Judged by: ${critics.join('; ')}.`,
    ...(critics.length > 1 ? [CRITICS_APART] : []),
  ].join(' ');
}

/** Of many scores none is said at length: "thin (1)". */
function scoreIn(score: Score, numbers: boolean): string {
  return numbers ? `${RATING_WORDS[score]} (${score})` : RATING_WORDS[score];
}

/** Equal neighbours are one: "thin twice, then clear". */
function scoresIn(scores: readonly Score[], worded: (score: Score) => string, numbers: boolean): string {
  const groups: { score: Score; count: number }[] = [];
  for (const score of scores) {
    const last = groups.at(-1);
    if (last?.score === score) last.count += 1;
    else groups.push({ score, count: 1 });
  }
  return groups
    .map(({ score, count }) => (count === 1 ? worded(score) : `${worded(score)} ${timesIn(count, numbers)}`))
    .join(', then ');
}
