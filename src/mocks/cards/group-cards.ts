import { type Card, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { Group, Mock } from '../mock.ts';
import { mockCard } from './mock-card.ts';
export interface Clock {
  readonly startedAt: string;
  readonly seconds: number;
}

export function gatheredCard(_mock: Mock, _group: Group, _guide: Guide): Card {
  return mockCard([text('Here.')]);
}

export function phaseCard(_mock: Mock, _group: Group, _guide: Guide, _clock?: Clock): Card {
  return mockCard([text('Now.')]);
}

export function partnerLeftCard(_mock: Mock, _group: Group, _name: string): Card {
  return mockCard([text('Left.')]);
}

export function groupOverCard(_mock: Mock, _group: Group): Card {
  return mockCard([text('Over.')]);
}
