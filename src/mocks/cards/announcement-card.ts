import { type Card, text } from '../../card/card.ts';
import type { Mock } from '../mock.ts';
import { mockCard } from './mock-card.ts';

export function announcementCard(_mock: Mock): Card {
  return mockCard([text('A practice session together.')]);
}
