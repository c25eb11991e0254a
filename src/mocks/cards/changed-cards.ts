import { type Block, type Card, text } from '../../card/card.ts';
import type { Member, Mock } from '../mock.ts';
import { mockButton, unasked } from './mock-card.ts';
import { momentFor, thenNext } from './when-words.ts';

/** It is held at another time. `was`: when it was to begin, ISO 8601. */
export function movedCard(mock: Mock, member: Member, was: string): Card {
  return unasked(
    'Your practice session has a new time.',
    [
      text('Your practice session has a new time.'),
      times(mock, member, was),
      text('The calendar file beside this moves the entry. You are still in; one tap takes you out.'),
    ],
    [mockButton(mock, 'not-this', 'Not this time')],
  );
}

/** It is not held. */
export function calledOffCard(mock: Mock, member: Member): Card {
  return unasked(
    'Your practice session is called off.',
    [
      text('The practice session of ', momentFor(mock, member, mock.startsAt), ' is called off.'),
      text('The calendar file beside this takes the entry out.', ...thenNext(mock, member)),
    ],
    [mockButton(mock, 'solo', 'Practise alone')],
  );
}

/** The same for somebody who was invited by message and has not answered. */
export function invitationMovedCard(mock: Mock, member: Member, was: string): Card {
  return unasked(
    'A practice session you are invited to has a new time.',
    [
      text('A practice session you are invited to has a new time.'),
      times(mock, member, was),
      text('You need not answer. If you like to come, press Join.'),
    ],
    [mockButton(mock, 'join', 'Join', 'primary'), mockButton(mock, 'not-this', 'Not this time')],
  );
}

/** They were invited by message, and nothing was in their calendar. */
export function invitationOffCard(mock: Mock, member: Member): Card {
  return unasked('A practice session you were invited to is called off.', [
    text(
      'The practice session of ',
      momentFor(mock, member, mock.startsAt),
      ', to which you were invited, is called off.',
    ),
    text('You need not do anything.', ...thenNext(mock, member)),
  ]);
}

function times(mock: Mock, member: Member, was: string): Block {
  return {
    kind: 'fields',
    fields: [
      { label: 'Before', lines: [[momentFor(mock, member, was)]] },
      { label: 'Now', lines: [[momentFor(mock, member, mock.startsAt)]] },
    ],
  };
}
