import { type Met, type Pair, pairsIn, withMeetings } from '../../src/mocks/meeting.ts';
import { pairFairly } from '../../src/mocks/pairing/pair-fairly.ts';

export type Groups = readonly (readonly string[])[];

export const NOBODY_MET: Met = new Map();

export function team(people: number): string[] {
  return Array.from({ length: people }, (_, index) => `p${index + 1}`);
}

/** Plays one session after another; `presents` are who was there. */
export function played(
  roster: readonly string[],
  presents: readonly (readonly string[])[],
  apart: readonly Pair[] = [],
): { readonly sessions: readonly Groups[]; readonly met: Met } {
  let met = NOBODY_MET;
  const sessions: Groups[] = [];
  for (const present of presents) {
    const groups = pairFairly({ present, roster, met, apart });
    met = withMeetings(met, groups);
    sessions.push(groups);
  }
  return { sessions, met };
}

export function pairsOf(groups: Groups): Pair[] {
  return [...pairsIn(groups)];
}

/** The same groups in one order of groups and of people. */
export function inOrder(groups: Groups): string[] {
  return groups.map((group) => group.toSorted().join(' ')).toSorted();
}

export function sizes(groups: Groups): number[] {
  return groups.map(({ length }) => length).toSorted((a, b) => a - b);
}
