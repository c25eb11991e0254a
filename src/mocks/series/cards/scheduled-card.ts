import { type Block, type Card, text } from '../../../card/card.ts';
import { isBy, later } from '../../instants.ts';
import { currentOf, type Series } from '../series.ts';
import { lastsMs, shortestGap } from '../series-times.ts';
import { seriesButton, seriesCard, titled } from './series-card.ts';
import { modeWords, pairsWords, rhythmWords, sessionsWords, whenWords, whoWords } from './series-words.ts';

const ANNOUNCED_MS = 3 * 24 * 60 * 60_000;

/** What was scheduled, said again so that a slip shows: the day by its name, the date, the time and the zone. */
export function scheduledCard(series: Series, at: string): Card {
  return seriesCard(
    [
      text('Scheduled: ', titled(series), '.'),
      details(series, 'First'),
      text(announcement(series, at)),
      text(
        'Each who joins sees the time in their own zone, and gets a calendar file, a reminder and a partner.',
      ),
      text('You see how many take part, and nothing of what is said or written.'),
      text('You are not paired unless you join. If you do, you answer first.'),
      ...tooLong(series, at),
    ],
    [
      seriesButton(series, 'edit', 'Change it'),
      seriesButton(series, 'now', 'Begin now'),
      ...(series.when.kind === 'once' ? [] : [seriesButton(series, 'skip', 'Skip the first')]),
      seriesButton(series, 'cancel', 'Call it off', 'danger'),
    ],
  );
}

/** What holds of a series. `label`: what the open session is called. */
export function details(series: Series, label: string): Block {
  const { when, zone, total, stage } = series;
  const current = currentOf(series);
  const isOnce = when.kind === 'once';
  return {
    kind: 'fields',
    fields: [
      ...(current === undefined ? [] : [{ label, lines: [[whenWords(current.startsAt, series)]] }]),
      ...(stage.at === 'asking' ? [{ label: 'Next', lines: [['when you say Go on']] }] : []),
      { label: 'Repeats', lines: [[isOnce ? 'Once' : `${rhythmWords(when, zone)} (${zone})`]] },
      ...(isOnce
        ? []
        : [{ label: 'How many', lines: [[`${sessionsWords(total)}, then I ask whether to go on`]] }]),
      { label: 'How', lines: [[modeWords(series)]] },
      { label: 'Asked', lines: [[whoWords(series.who)]] },
      // Where nothing was asked for it is as everywhere.
      ...(series.pairs === 'mixed' ? [{ label: 'Together', lines: [[pairsWords(series.pairs)]] }] : []),
    ],
  };
}

function announcement(series: Series, at: string): string {
  const startsAt = currentOf(series)?.startsAt ?? at;
  const when = isBy(later(startsAt, -ANNOUNCED_MS), at) ? 'now' : 'three days before';
  return `I announce it in the channel ${when}, with Join, Not this time and Observe. Nobody reads who said no.`;
}

/** A rhythm that is faster than its sessions leaves some of them out: better known at once than found out. */
function tooLong(series: Series, at: string): Block[] {
  const { when, zone } = series;
  if (when.kind === 'once' || lastsMs(series) <= shortestGap(when.recurrence, zone, at)) return [];
  return [
    text(
      'A session takes longer than the time to the next date. What comes while one still runs is left out.',
    ),
  ];
}
