import { listeningForm } from './cards/listening-form.ts';
import type { Group, Mock } from './mock.ts';
import type { MockEffect, MockGrounds } from './mock-event.ts';
import { cardOf, tellingOf, writerOf } from './telling.ts';

/** Each who has not sent it is asked for their card of this telling, alone. */
export function formsFor(mock: Mock, group: Group, { guide }: Pick<MockGrounds, 'guide'>): FormFor[] {
  const telling = tellingOf(group);
  return (['partner', 'own', 'observer'] as const).flatMap((by): FormFor[] => {
    const to = writerOf(telling, by);
    const isMissing = to !== undefined && cardOf(mock, group.no, group.turn, by) === undefined;
    return isMissing ? [{ type: 'tell', to, card: listeningForm(mock, group, guide, by, to) }] : [];
  });
}

type FormFor = Extract<MockEffect, { type: 'tell' }>;
