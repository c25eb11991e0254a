import { type Card, text } from '../../card/card.ts';
import type { Group, Mock } from '../mock.ts';
import { mockButton, mockCard } from './mock-card.ts';
import { nameOf } from './names.ts';

/** Somebody comes to a pair that has begun: the first card in the place of the three. */
export function observerJoinedCard(mock: Mock, { observer = '' }: Group): Card {
  return mockCard(
    [
      text(
        `${nameOf(mock, observer)} joins to observe: keeps the time from here, and notes a sentence to keep.`,
      ),
      text('Go on where you are. What is said here stays here.'),
    ],
    [mockButton(mock, 'leave', 'Leave')],
  );
}
