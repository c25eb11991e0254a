import { type Card, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Group, Mock } from '../mock.ts';
import { mockCard } from './mock-card.ts';

export function interviewerCard(_mock: Mock, _group: Group, _guide: Guide): Card {
  return mockCard([text('You ask.')]);
}
