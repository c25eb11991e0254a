import { type Card, text } from '../../card/card.ts';
import type { Member, Mock } from '../mock.ts';
import { mockCard } from './mock-card.ts';

export function dayBeforeCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('Soon.')]);
}

export function tenMinutesCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('Soon.')]);
}
