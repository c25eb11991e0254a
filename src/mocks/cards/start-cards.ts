import { type Card, text } from '../../card/card.ts';
import type { Group, Member, Mock } from '../mock.ts';
import { mockCard } from './mock-card.ts';
export type WhySolo = 'alone' | 'late' | 'partner-left' | 'kept-apart';

export function startedCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('It begins.')]);
}

export function waitingCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('It begins.')]);
}

export function missedCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('It begins.')]);
}

export function noGroupToObserveCard(_mock: Mock, _member: Member): Card {
  return mockCard([text('It begins.')]);
}

export function soloCard(_mock: Mock, _member: Member, _why: WhySolo): Card {
  return mockCard([text('Alone.')]);
}

export function nobodyCard(_mock: Mock): Card {
  return mockCard([text('Nobody.')]);
}

export function observingCard(_mock: Mock, _group: Group, _member: Member): Card {
  return mockCard([text('Observe.')]);
}
