import type { Plan } from './plan.ts';
import { isReady, NEW_READINESS } from './readiness.ts';

/** The interview is over. Who was ready for it begins anew with the next one. */
export function interviewOver({ interview: _, ...plan }: Plan): Plan {
  return isReady(plan.readiness) ? { ...plan, readiness: NEW_READINESS } : plan;
}
