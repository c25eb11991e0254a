import { type Card, text } from '../../../card/card.ts';
import { seriesCard } from './series-card.ts';

const COMMANDS: readonly (readonly [string, string])[] = [
  ['team schedule', 'Opens the form. Or all at once: team schedule weekly Thursday 15:00 live'],
  ['team list', 'What is scheduled here, with numbers'],
  ['team edit 1 …', 'For example: team edit 1 every two weeks on Friday 10:00'],
  ['team skip 1', 'Leaves the next one out; the series goes on'],
  ['team now 1', 'The next one begins now'],
  ['team cancel 1', 'None comes any more'],
  ['team avoid …', 'Somebody you are not paired with. Nobody else sees it'],
];

/** All that can be typed of team sessions. */
export function teamHelpCard(): Card {
  return seriesCard([
    text('Practise together: one asks, one answers, then you swap. About 30 minutes.'),
    { kind: 'fields', fields: COMMANDS.map(([label, line]) => ({ label, lines: [[line]] })) },
    text(
      'Only the organiser and admins can change a series. Anyone can join, observe, or say not this time.',
    ),
  ]);
}
