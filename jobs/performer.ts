import type { Delivery, Outcome, Performer } from '../src/coach/ports.ts';
import type { BellQueue } from './bell.ts';
import type { CritiqueQueue } from './critique.ts';
import type { TeamCritiqueQueue } from './team-critique.ts';

/** Puts jobs into the queue after their effect was committed, under the effect's own name: doing it twice adds nothing. */
export function createJobsPerformer(
  critiques: CritiqueQueue,
  bells: BellQueue,
  teamCritiques: TeamCritiqueQueue,
  now: () => Date,
): Performer {
  return {
    name: 'jobs',
    async drop(names) {
      await Promise.all([critiques.drop(names), bells.drop(names)]);
    },
    async perform(delivery: Delivery): Promise<Outcome> {
      const { order, person } = delivery;
      switch (order.kind) {
        case 'critique':
          await critiques.enqueue({ person, sessionId: order.sessionId, draftNo: order.draftNo }, order.ring);
          return { outcome: 'done' };
        case 'teamCritique': {
          const { mockId, candidate, group, turn } = order;
          await teamCritiques.enqueue({ team: person, mockId, candidate, group, turn });
          return { outcome: 'done' };
        }
        case 'bell':
          await bells.ring([order], now());
          return { outcome: 'done' };
        default:
          return { outcome: 'refused', reason: 'not-a-job' };
      }
    },
  };
}
