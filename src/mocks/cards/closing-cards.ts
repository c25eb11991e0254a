import { type Card, text } from '../../card/card.ts';
import type { Member, Mock } from '../mock.ts';
import { mockCard } from './mock-card.ts';

export function thanksCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('Thank you.')]);
}

export function recapCard(_mock: Mock): Card {
  return mockCard([text('It is over.')]);
}
