import { type Card, text } from '../../card/card.ts';
import type { Mock } from '../mock.ts';
import { mockButton, mockCard } from './mock-card.ts';
import { nameOf } from './names.ts';

/** In a group's own place, since there is no other: one of them cannot be written to alone. What it is about is not said. */
export function unreachedCard(mock: Mock, id: string): Card {
  return mockCard(
    [
      text(
        `${nameOf(mock, id)}, I cannot write to you alone. Press Show me: what I have for you, only you see.`,
      ),
    ],
    [mockButton(mock, 'unread', 'Show me', 'primary')],
  );
}
