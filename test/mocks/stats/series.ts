import type { Heard } from '../../../src/mocks/listening-card.ts';
import type { Group, Member, Mock, MockCard } from '../../../src/mocks/mock.ts';
import { aMock } from '../cards/sessions.ts';

export const STEPS = ['context', 'failure'] as const;

/** How one step came across to their partner: undefined is a step that the card leaves out. */
export type Told = Heard | undefined;

/**
 * A session that was held, in which each of these told once, in pairs with people of whom no card is there. By id, how both
 * steps came across.
 */
export function heldMock(no: number, told: Readonly<Record<string, Told>>, change: Partial<Mock> = {}): Mock {
  const ids = Object.keys(told);
  const groups = ids.map((id, index): Group => groupOf(index + 1, [id, `with-${id}`]));
  return aMock({
    id: `m${no}`,
    no,
    startsAt: `2027-0${no}-02T14:00:00.000Z`,
    stage: 'over',
    ended: 'held',
    members: groups.flatMap(({ pair }) => pair.map((id) => member(id))),
    groups,
    cards: ids.map((id, index) => partnerCard(index + 1, id, told[id])),
    ...change,
  });
}

export function member(id: string, change: Partial<Member> = {}): Member {
  return { id, name: id, answer: 'joined', practised: 0, ...change };
}

export function groupOf(no: number, pair: readonly [string, string], observer?: string): Group {
  return {
    no,
    pair,
    turn: 1,
    phase: 'over',
    endsAt: '2027-01-02T14:30:00.000Z',
    revealed: [0, 1],
    ...(observer === undefined ? {} : { observer }),
  };
}

export function partnerCard(group: number, candidate: string, told: Told): MockCard {
  const steps = told === undefined ? {} : Object.fromEntries(STEPS.map((step) => [step, told]));
  return {
    group,
    turn: 0,
    candidate,
    by: 'partner',
    card: { steps, stayed: 'SECRET sentence', question: 'SECRET question', effects: [] },
  };
}

/** The same for each of them. */
export function all(ids: readonly string[], told: Told): Record<string, Told> {
  return Object.fromEntries(ids.map((id) => [id, told]));
}

export function people(count: number, prefix = 'p'): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
}
