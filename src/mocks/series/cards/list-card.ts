import { type Card, type Runs, text } from '../../../card/card.ts';
import { momentShown } from '../../cards/when-words.ts';
import { currentOf, type Series } from '../series.ts';
import { seriesCard, titled } from './series-card.ts';
import { rhythmWords } from './series-words.ts';

/** More rows than this are no longer read. */
const MOST_ROWS = 20;

/** Each series with the number that names it. In the order of `inListOrder`. How many joined is a count, and nobody is named. */
export function listCard(listed: readonly Series[], at: string): Card {
  const [first] = listed;
  if (first === undefined)
    return seriesCard([text('No team sessions are scheduled here yet.'), text('To begin: team schedule.')]);
  const more = listed.length - MOST_ROWS;
  const no = listed.length > 1 ? ' 1' : '';
  return seriesCard([
    {
      kind: 'fields',
      fields: listed.slice(0, MOST_ROWS).map((series, index) => ({
        label: `${index + 1}`,
        lines: linesOf(series, at),
      })),
    },
    ...(more > 0 ? [text(`And ${more} more, later than these.`)] : []),
    text(`To change one: team edit${no}, team skip${no}, team now${no} or team cancel${no}.`),
  ]);
}

function linesOf(series: Series, at: string): Runs[] {
  const { when, zone, roster } = series;
  const rhythm = when.kind === 'once' ? 'Once' : `${rhythmWords(when, zone)} (${zone})`;
  return [
    [titled(series)],
    [rhythm],
    nextLine(series, at),
    ...(roster.length === 0
      ? []
      : [[`${roster.length} ${roster.length === 1 ? 'has' : 'have'} joined so far`]]),
  ];
}

function nextLine(series: Series, at: string): Runs {
  if (series.stage.at === 'asking') return ['Next: when its organiser says to go on'];
  const current = currentOf(series);
  if (current === undefined) return ['None comes after it'];
  const isOn = Date.parse(current.startsAt) <= Date.parse(at);
  return isOn ? ['On now'] : ['Next: ', momentShown(current.startsAt, series.zone)];
}
