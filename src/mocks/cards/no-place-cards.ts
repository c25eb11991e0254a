import { type Card, text } from '../../card/card.ts';
import type { Group, Mock } from '../mock.ts';
import { peopleOf } from '../people.ts';
import { mockButton, unasked } from './mock-card.ts';
import { listed, nameOf, plainTitle } from './names.ts';

/** No private place could be opened for a group: they find each other, and the rest goes on. */
export function noPlaceCard(mock: Mock, group: Group, reader: string): Card {
  const others = peopleOf(group)
    .filter((id) => id !== reader)
    .map((id) => nameOf(mock, id));
  return unasked(
    'Your practice session: how you find each other.',
    [
      text(`You are with ${listed(others)}. I could not open a room for you here.`),
      text('Write to each other, or start a call. Your cards and my notes come to you here as before.'),
    ],
    [mockButton(mock, 'leave', 'Leave')],
  );
}

/** Some of their group can be written to nowhere. How it goes on comes next. */
export function partnerUnreachedCard(mock: Mock, gone: readonly string[]): Card {
  return unasked('Your practice session: a word about how it goes on.', [
    text(
      `I cannot reach ${listed(gone.map((id) => nameOf(mock, id)))} just now, here or in a room of yours. I look for another way for you.`,
    ),
  ]);
}

/** To whoever organises: the channel does not take it. */
export function notPostedCard(mock: Mock): Card {
  return unasked('A practice session could not be announced.', [
    text(`I could not post "${plainTitle(mock.title)}" in its channel.`),
    text('Invite me to the channel, and move the session by a minute: then I post it again.'),
  ]);
}
