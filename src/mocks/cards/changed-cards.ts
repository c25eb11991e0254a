import { type Card, text } from '../../card/card.ts';
import type { Member, Mock } from '../mock.ts';
import { mockCard } from './mock-card.ts';

export function movedCard(_mock: Mock, _member: Member, _was: string): Card {
  return mockCard([text('Moved.')]);
}

export function calledOffCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('Called off.')]);
}
