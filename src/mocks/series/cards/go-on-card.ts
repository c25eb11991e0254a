import { type Card, text } from '../../../card/card.ts';
import type { Series } from '../series.ts';
import { seriesButton, seriesCard, titled } from './series-card.ts';
import { capitalised, counted, sessionsWords, whenWords } from './series-words.ts';

/** To the organiser, when as many are done as were wanted. `until`: when the next would be. */
export function goOnCard(series: Series, until: string): Card {
  const { done, total } = series;
  const are = done === 1 ? 'is' : 'are';
  return {
    ...seriesCard(
      [
        text(
          `${capitalised(sessionsWords(done))} of `,
          titled(series),
          ` ${are} done. Go on with ${more(total)}?`,
        ),
        text(`The next would be ${whenWords(until, series)}.`),
        text('Without an answer by then it ends, and nobody is told but you.'),
      ],
      [
        seriesButton(series, 'go-on', 'Go on', 'primary'),
        seriesButton(series, 'end', 'That was it'),
        seriesButton(series, 'edit', 'Change it first'),
      ],
    ),
    notice: 'Your team series: go on, or was that it?',
  };
}

function more(total: number): string {
  return total === 1 ? 'one more' : `${counted(total)} more`;
}

export function wentOnCard(series: Series, startsAt: string): Card {
  return seriesCard(
    [text(titled(series), ' goes on.'), text(`Next: ${whenWords(startsAt, series)}.`)],
    [seriesButton(series, 'edit', 'Change it'), seriesButton(series, 'skip', 'Skip this one')],
  );
}

export function thatWasItCard(series: Series): Card {
  return seriesCard([
    text('That was it for ', titled(series), '. Thank you for bringing people together.'),
    ...heldLines(series),
    text('To begin another one: team schedule.'),
  ]);
}

/** Nobody answered: it ends without a word of blame. */
export function unansweredCard(series: Series): Card {
  return {
    ...seriesCard([
      text(
        titled(series),
        ' ends here, as the day of the next one has come. Thank you for bringing people together.',
      ),
      ...heldLines(series),
      text('To begin anew whenever you like: team schedule.'),
    ]),
    notice: 'Your team series has come to its end.',
  };
}

function heldLines({ held }: Series) {
  return held === 0 ? [] : [text(`${capitalised(sessionsWords(held))} ${held === 1 ? 'was' : 'were'} held.`)];
}
