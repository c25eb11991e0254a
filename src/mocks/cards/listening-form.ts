import { type Card, text } from '../../card/card.ts';
import type { Guide } from '../../guide/guide.ts';
import type { ListeningCard } from '../listening-card.ts';
import type { Group, Mock } from '../mock.ts';
import { mockCard } from './mock-card.ts';
export type FormBy = 'partner' | 'own' | 'observer';

export function listeningForm(_mock: Mock, _group: Group, _guide: Guide, _by: FormBy): Card {
  return mockCard([text('How it came across.')]);
}

export type ParsedForm = { readonly card: ListeningCard } | { readonly problem: string };
export function parseListeningForm(
  _values: Readonly<Record<string, string>>,
  _guide: Guide,
  _by: FormBy,
): ParsedForm {
  return { card: { steps: {}, effects: [] } };
}
