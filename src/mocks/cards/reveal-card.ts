import { type Card, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Group, Mock } from '../mock.ts';
import { mockCard } from './mock-card.ts';

export function revealCard(_mock: Mock, _group: Group, _turn: 0 | 1, _guide: Guide, _reader: string): Card {
  return mockCard([text('Side by side.')]);
}
