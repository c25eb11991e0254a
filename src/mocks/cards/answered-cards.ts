import { type Card, text } from '../../card/card.ts';
import type { Member, Mock } from '../mock.ts';
import { mockCard } from './mock-card.ts';

export function joinedCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('Noted.')]);
}

export function observesCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('Noted.')]);
}

export function notThisCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('Noted.')]);
}

export function tooLateCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('Noted.')]);
}
