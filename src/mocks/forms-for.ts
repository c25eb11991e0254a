import { listeningForm } from './cards/listening-form.ts';
import type { Group, Mock, MockCard } from './mock.ts';
import type { MockEffect, MockGrounds } from './mock-event.ts';
import { candidateOf, interviewerOf } from './people.ts';

/** Each who has not sent it is asked for their card of this telling, alone. */
export function formsFor(mock: Mock, group: Group, { guide }: MockGrounds): MockEffect[] {
  const asked = [
    [interviewerOf(group), 'partner'],
    [candidateOf(group), 'own'],
    ...(group.observer === undefined ? [] : [[group.observer, 'observer'] as const]),
  ] as const;
  return asked
    .filter(([, by]) => cardOf(mock, group.no, group.turn, by) === undefined)
    .map(([to, by]): MockEffect => ({ type: 'tell', to, card: listeningForm(mock, group, guide, by) }));
}

export function cardOf(
  { cards }: Mock,
  group: number,
  turn: 0 | 1,
  by: MockCard['by'],
): MockCard | undefined {
  return cards.find((card) => card.group === group && card.turn === turn && card.by === by);
}
