import { type Button, type Card, text } from '../../../card/card.ts';
import { dateInWords } from '../../../reminders/in-words.ts';
import { pausedUntil, type TeamPause } from '../../pause.ts';
import { seriesCard } from './series-card.ts';

/** Cards of a pause, to whoever asked for it alone. */

const SEEN_BY_NOBODY = 'Nobody sees this, and nobody is told.';

const CHOICES: readonly (readonly [number, string])[] = [
  [7, 'One week'],
  [14, 'Two weeks'],
  [28, 'Four weeks'],
];

const OFF: Button = { action: 'team:pause:off', word: 'team pause off', label: 'Ask me again' };

/** It holds from now on. */
export function pausedCard(pause: TeamPause): Card {
  return seriesCard(
    [
      text(`Paused until ${dateInWords(pause.from)}. It ends by itself.`),
      text(
        `Until then I ask you to no ${sessions(pause.channel)}, and remind you of none. What you had joined before that day, you are out of.`,
      ),
      text(`${SEEN_BY_NOBODY} You can still press Join in the channel. A session that has begun goes on.`),
    ],
    [OFF],
  );
}

/** What holds, and how to change it. `channel`: where it is asked, by the place's key; none: in private messages. */
export function pausesCard(
  held: readonly TeamPause[],
  { channel, now }: { readonly channel: string | undefined; readonly now: string },
): Card {
  const holding = held.filter((one) => pausedUntil([one], channel ?? one.channel ?? '', now) !== undefined);
  const [first] = holding.toSorted((one, other) => (one.from < other.from ? 1 : -1));
  return seriesCard(
    [
      first === undefined
        ? text(`You are not paused. For how long shall I ask you to no ${sessions(channel)}?`)
        : text(`You are paused until ${dateInWords(first.from)}. It ends by itself.`),
      text('Or type a day: team pause until 1 May.'),
      text(SEEN_BY_NOBODY),
    ],
    [
      ...CHOICES.map(
        ([days, label]): Button => ({
          action: `team:pause:${days}`,
          word: `team pause for ${days / 7} ${days === 7 ? 'week' : 'weeks'}`,
          label,
        }),
      ),
      ...(first === undefined ? [] : [OFF]),
    ],
  );
}

export function endedPauseCard(channel: string | undefined): Card {
  return seriesCard([
    text(`You are not paused: I ask you to the next ${sessions(channel)} again.`),
    text('One that is announced already has its Join button in the channel.'),
  ]);
}

/** Of the channel where it is said, or of all. */
function sessions(channel: string | undefined): string {
  return channel === undefined ? 'team session' : 'team session of this channel';
}
