import { type Card, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Group, Mock, TypedAnswer } from '../mock.ts';
import { mockCard } from './mock-card.ts';

export function confirmTypedCard(
  _mock: Mock,
  _group: Group,
  _typed: TypedAnswer,
  _readers: readonly string[],
): Card {
  return mockCard([text('Send it?')]);
}

export function typedSentCard(_mock: Mock): Card {
  return mockCard([text('Sent.')]);
}

export function typedKeptCard(_mock: Mock): Card {
  return mockCard([text('Kept.')]);
}

export function partnerAnswerCard(_mock: Mock, _group: Group, _typed: TypedAnswer, _guide: Guide): Card {
  return mockCard([text('Their answer.')]);
}
