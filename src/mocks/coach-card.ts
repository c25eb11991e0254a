import type { Critique } from '../critique/critique.ts';
import type { Heard, ListeningCard } from './listening-card.ts';

const HEARD: Readonly<Record<0 | 1 | 2, Heard>> = { 2: 'clearly', 1: 'wantMore', 0: 'notHeard' };

/** The coach's critique of a typed answer in listening words, to stand beside the partner's card. */
export function coachCard({ steps, findings }: Critique, pitfalls: readonly string[]): ListeningCard {
  return {
    steps: Object.fromEntries(Object.entries(steps).map(([id, { score }]) => [id, HEARD[score]])),
    effects: [...new Set(findings.map(({ rule }) => rule))].filter((rule) => pitfalls.includes(rule)),
  };
}
