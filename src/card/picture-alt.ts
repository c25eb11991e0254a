import { unreachable } from '../errors.ts';
import type { Picture, Scorecard } from './picture.ts';
import { progressInWords } from './progress-words.ts';
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
} from './scorecard-words.ts';

/** All that a picture shows, in sentences, for those who do not see it. Without figures where `numbers` is false. */
export function altOf(picture: Picture): string {
  switch (picture.picture) {
    case 'scorecard':
      return scorecardInWords(picture);
    case 'progress':
      return progressInWords(picture);
    default:
      return unreachable(picture);
  }
}

function scorecardInWords(scorecard: Scorecard): string {
  return [
    ...scorecard.steps.map((step) => stepInWords(step, scorecard.numbers)),
    ...timeInWords(scorecard),
    ...pitfallsInWords(scorecard),
    ...trendInWords(scorecard),
    ...(scorecard.critic === undefined ? [] : [`Judged by: ${criticLabel(scorecard.critic)}.`]),
  ].join(' ');
}

function stepInWords({ name, score, last, own }: Scorecard['steps'][number], numbers: boolean): string {
  const beside = [
    ratingIn(score, numbers),
    ...(last === undefined ? [] : [`last time ${RATING_WORDS[last]}`]),
    ...(own === undefined ? [] : [`your own rating ${RATING_WORDS[own]}`]),
  ];
  return `${stepName(name)}: ${beside.join(', ')}.`;
}

function timeInWords({ seconds, numbers }: Scorecard): string[] {
  if (seconds === undefined) return [];
  const fits = seconds.is >= seconds.from && seconds.is <= seconds.to;
  const band = fits ? bandIn(seconds) : `${bandIn(seconds)} is a good length`;
  return [`${SPEAKING_TIME}: ${timeIn(seconds, numbers)}${numbers ? ` (${band})` : ''}.`];
}

function pitfallsInWords(scorecard: Scorecard): string[] {
  const labels = pitfallsOf(scorecard);
  return labels.length === 0 ? [] : [`${TO_LOOK_AT}: ${labels.join(', ')}.`];
}

function trendInWords(scorecard: Scorecard): string[] {
  const trend = trendOf(scorecard);
  if (trend.length === 0) return [];
  const { numbers } = scorecard;
  const runs = runsOf(trend);
  const said = runs.map(({ critic, overalls }) => {
    const values = overalls.map((overall) => overallIn(overall, numbers)).join(', ');
    return runs.length === 1 ? values : `${criticLabel(critic)} ${values}`;
  });
  const sentence = `${trendTitle(trend.length, numbers)}, oldest first: ${said.join('; ')}.`;
  return runs.length === 1 ? [sentence] : [sentence, NOT_JOINED];
}
