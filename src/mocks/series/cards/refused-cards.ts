import { type Card, text } from '../../../card/card.ts';
import type { Choice } from '../../../reminders/when/when-read.ts';
import { plainName } from '../../cards/names.ts';
import type { Series } from '../series.ts';
import { seriesCard, titled } from './series-card.ts';

/** Only two sorts of people may change it, and who they are is said. */
export function refusedCard(series: Series): Card {
  const name = plainName(series.organizer.name);
  return seriesCard([
    text(
      `${name} organises `,
      titled(series),
      `. Only ${name} or an admin can change it, so it stays as it is.`,
    ),
    text('You can join a session or leave one out for yourself: the buttons are in its announcement.'),
  ]);
}

export function endedAlreadyCard(series: Series): Card {
  return seriesCard([
    text(titled(series), ' has ended, so there is nothing to change.'),
    text('To begin another one: team schedule.'),
  ]);
}

/** What was typed cannot be, or could be two things. `choices`: what can be typed in its place. */
export function problemCard(message: string, choices: readonly Choice[] = []): Card {
  return seriesCard([
    text(message),
    ...(choices.length === 0
      ? []
      : [
          {
            kind: 'fields',
            fields: choices.map(({ label, words }) => ({ label, lines: [[words]] })),
          } as const,
        ]),
  ]);
}
