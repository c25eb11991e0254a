import { catalog } from '../../src/guide/catalog.ts';
import type { ListeningCard } from '../../src/mocks/listening-card.ts';
import type { Pair } from '../../src/mocks/meeting.ts';
import type { Mock, Mode } from '../../src/mocks/mock.ts';
import type { Asked, MockEvent, MockGrounds, Pressed } from '../../src/mocks/mock-event.ts';
import { newMock } from '../../src/mocks/new-mock.ts';

/** A session as tests plan it: Thursday, 4 March 2027, 15:00 UTC, announced three days before. */
export const STARTS_AT = '2027-03-04T15:00:00.000Z';
const PLANNED_AT = '2027-02-25T09:00:00.000Z';

export const NAMES = ['Ada', 'Ben', 'Chloe', 'Dev', 'Eve', 'Farid', 'Gita'] as const;

export function person(name: string, practised = 0): Asked {
  return { id: name.toLowerCase(), name, zone: 'Europe/Berlin', practised };
}

export function plannedMock(change: Partial<{ mode: Mode; rounds: number; no: number }> = {}): Mock {
  return newMock(
    {
      id: 'm1',
      no: change.no ?? 1,
      title: 'Team practice',
      channel: 'slack/C1',
      zone: 'Europe/Berlin',
      organizer: { id: 'olga', name: 'Olga' },
      mode: change.mode ?? { kind: 'live' },
      ...(change.rounds === undefined ? {} : { rounds: change.rounds }),
      startsAt: STARTS_AT,
    },
    PLANNED_AT,
  );
}

export function groundsAt(at: string, apart: readonly Pair[] = []): MockGrounds {
  return {
    at,
    guide: catalog.default,
    met: new Map(),
    apart,
    roster: NAMES.map((name) => name.toLowerCase()),
  };
}

export function presses(name: string, what: Pressed, at?: string): MockEvent {
  return { type: 'pressed', by: person(name), what, ...(at === undefined ? {} : { at }) };
}

export function cardOfWords(words: string): ListeningCard {
  return {
    steps: { context: 'clearly', failure: 'wantMore', growth: 'notHeard' },
    stayed: `What stayed: ${words}`,
    question: `What I would ask: ${words}`,
    effects: [],
  };
}
