import { type Card, text } from '../../../card/card.ts';
import { isBy } from '../../instants.ts';
import { currentOf, type Series } from '../series.ts';
import { details } from './scheduled-card.ts';
import { seriesButton, seriesCard, titled } from './series-card.ts';
import { whenWords } from './series-words.ts';

/** What holds now. A session that runs stays as it was. */
export function editedCard(series: Series, at: string): Card {
  return seriesCard(
    [
      text('Changed: ', titled(series), '.'),
      details(series, isRunning(series, at) ? 'Now on' : 'Next'),
      text(
        isRunning(series, at)
          ? 'The session that is on stays as it is. What you changed holds from the one after.'
          : 'Where the next session was announced, I change it there and tell those who joined.',
      ),
    ],
    [seriesButton(series, 'edit', 'Change more'), seriesButton(series, 'cancel', 'Call it off', 'danger')],
  );
}

export function unchangedCard(series: Series, at: string): Card {
  return seriesCard(
    [
      text(titled(series), ' is like that already. Nothing changes.'),
      details(series, isRunning(series, at) ? 'Now on' : 'Next'),
    ],
    [seriesButton(series, 'edit', 'Change it')],
  );
}

/** The form was opened before another change: what it held would undo that. */
export function changedMeanwhileCard(series: Series, at: string): Card {
  return seriesCard(
    [
      text(titled(series), ' has changed since you opened the form, so I left it as it is now:'),
      details(series, isRunning(series, at) ? 'Now on' : 'Next'),
    ],
    [seriesButton(series, 'edit', 'Change it')],
  );
}

/** `left`: when the one that is left out was to be. */
export function skippedCard(series: Series, left: string, next: string): Card {
  return seriesCard(
    [
      text(`Left out: ${whenWords(left, series)}. `, titled(series), ' goes on.'),
      text(`The one after: ${whenWords(next, series)}.`),
    ],
    [seriesButton(series, 'edit', 'Change it')],
  );
}

/** There is none after it that could take its place. */
export function noNextCard(series: Series): Card {
  return seriesCard(
    [
      text(titled(series), ' has no later date, so there is none to go on with.'),
      text('You can call it off, or give it another time.'),
    ],
    [seriesButton(series, 'cancel', 'Call it off', 'danger'), seriesButton(series, 'edit', 'Change it')],
  );
}

export function cancelledCard(series: Series, isOn: boolean): Card {
  return seriesCard([
    text('Called off: ', titled(series), '.'),
    text(
      isOn
        ? 'The session that is on goes on to its end. None comes after it.'
        : 'Those who joined hear it from me, and it goes from their calendars. None comes after it.',
    ),
    text('To begin another one: team schedule.'),
  ]);
}

export function calledNowCard(series: Series): Card {
  return seriesCard([
    text(titled(series), ' begins now. Where fewer than two have joined, I wait ten minutes for others.'),
    text('The day it was planned for is left out.'),
  ]);
}

/** What was asked for needs a session that has not begun. */
export function runningNowCard(series: Series): Card {
  return seriesCard(
    [
      text('A session of ', titled(series), ' is on at this moment, and stays as it is.'),
      text('To change what comes after it, name a rhythm, for example: team edit every Thursday 15:00.'),
    ],
    [seriesButton(series, 'edit', 'Change what comes after')],
  );
}

export function timeIsPastCard(series: Pick<Series, 'title'>): Card {
  return seriesCard([
    text('That time is past by now, so ', titled(series), ' stays as it was.'),
    text('Name a time that is ahead, for example: team schedule weekly Thursday 15:00.'),
  ]);
}

function isRunning(series: Series, at: string): boolean {
  const current = currentOf(series);
  return current !== undefined && isBy(current.startsAt, at);
}
