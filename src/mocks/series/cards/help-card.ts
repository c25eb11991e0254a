import { type Card, text } from '../../../card/card.ts';
import { seriesCard } from './series-card.ts';

const COMMANDS: readonly (readonly [string, string])[] = [
  ['team schedule', 'Opens the form. Or all at once: team schedule weekly Thursday 15:00 live'],
  [
    '… for the channel',
    'Behind it, who is asked by message: for the channel, for @group, or for those who join',
  ],
  ['… mixed pairs', 'Behind it: who has practised before, with who has not. Back again: any pairs'],
  ['team list', 'What is scheduled here, with numbers'],
  ['team edit 1 …', 'For example: team edit 1 every two weeks on Friday 10:00'],
  ['team skip 1', 'Leaves the next one out; the series goes on'],
  ['team now 1', 'The next one begins now'],
  ['team cancel 1', 'None comes any more'],
  ['team stats 1', 'How it went, in numbers: for the organiser and admins. As files: team stats 1 csv'],
  [
    'team once by Friday',
    'Invites everybody to practise once by then, each alone. Later: team once, or team once off',
  ],
  ['team skip me 1', 'The next one goes on without you'],
  [
    'team pause …',
    'You are left in peace until a day: team pause until 1 May, or team pause off. Nobody else sees it',
  ],
  ['team avoid …', 'Somebody you are not paired with, or team avoid off. Nobody else sees it'],
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
