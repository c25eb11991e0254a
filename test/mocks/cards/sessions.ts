import { catalog } from '../../../src/guide/catalog.ts';
import type { Guide } from '../../../src/guide/guide.ts';
import type { ListeningCard } from '../../../src/mocks/listening-card.ts';
import {
  type Group,
  type Member,
  type Mock,
  PhaseSchema,
  type Twist,
  TwistSchema,
} from '../../../src/mocks/mock.ts';
import { colleagueConflict } from '../../guide/second-guide.ts';

/** A session of a small team, and what varies in it. */

export const GUIDES: readonly Guide[] = [catalog.default, colleagueConflict];
export const TWISTS: readonly Twist[] = TwistSchema.options;
export const PHASES = PhaseSchema.options;

export const ADA: Member = { id: 'ada', name: 'Ada', zone: 'Europe/Berlin', answer: 'joined', practised: 4 };
export const BEN: Member = { id: 'ben', name: 'Ben', zone: 'Asia/Kolkata', answer: 'joined', practised: 1 };
export const CHI: Member = { id: 'chi', name: 'Chidi', answer: 'joined', practised: 0 };
export const DEE: Member = { id: 'dee', name: 'Deirdre', answer: 'notThis', practised: 2 };
export const EVE: Member = { id: 'eve', name: 'Evelyn', practised: 0 };

export const GROUP: Group = {
  no: 1,
  pair: ['ada', 'ben'],
  turn: 0,
  phase: 'settle',
  endsAt: '2026-12-01T14:06:00.000Z',
  revealed: [],
};
export const TRIO: Group = { ...GROUP, observer: 'chi' };

export function aMock(change: Partial<Mock> = {}): Mock {
  return {
    v: 1,
    id: 'm1',
    no: 1,
    twist: 'first-telling',
    title: 'Practice on Tuesdays',
    channel: 'slack:T1:C1',
    zone: 'America/New_York',
    organizer: { id: 'org', name: 'Olga' },
    mode: { kind: 'live' },
    rounds: 1,
    round: 1,
    announceAt: '2026-11-26T14:00:00.000Z',
    startsAt: '2026-12-01T14:00:00.000Z',
    endsAt: '2026-12-01T14:30:00.000Z',
    sequence: 0,
    stage: 'invited',
    members: [ADA, BEN, CHI, DEE, EVE],
    groups: [],
    cards: [],
    words: [],
    entry: {
      uid: 'mock-m1@example.org',
      sequence: 0,
      stampedAt: '2026-11-26T14:00:00Z',
      status: 'confirmed',
      startsAt: '2026-12-01T14:00:00Z',
      endsAt: '2026-12-01T14:30:00Z',
    },
    since: '2026-11-26T14:00:00.000Z',
    ...change,
  };
}

export const MODES: readonly Mock['mode'][] = [{ kind: 'live' }, { kind: 'async', days: 3 }];

/** What the two, the coach and an observer say of Ada's answer; Ada and Ben differ on the second step alone. */
export function cardsOf(guide: Guide): Record<'partner' | 'own' | 'coach' | 'observer', ListeningCard> {
  const all = Object.fromEntries(guide.steps.map(({ id }) => [id, 'clearly' as const]));
  const second = guide.steps[1]?.id ?? '';
  return {
    partner: {
      steps: { ...all, [second]: 'wantMore' },
      stayed: 'I got it in writing since.',
      question: 'Who rang the hotel?',
      effects: guide.pitfalls.slice(0, 1).map(({ id }) => id),
    },
    own: { steps: all, stayed: 'My words to keep.', effects: [] },
    coach: {
      steps: { ...all, [second]: 'notHeard' },
      effects: guide.pitfalls.slice(0, 1).map(({ id }) => id),
    },
    observer: { steps: {}, stayed: 'A sentence to keep.', effects: [] },
  };
}

/** The session with cards of Ada's answer. */
export function withCards(
  mock: Mock,
  guide: Guide,
  by: readonly ('partner' | 'own' | 'coach' | 'observer')[],
): Mock {
  const all = cardsOf(guide);
  return {
    ...mock,
    cards: by.map((one) => ({ group: 1, turn: 0, candidate: 'ada', by: one, card: all[one] })),
  };
}
