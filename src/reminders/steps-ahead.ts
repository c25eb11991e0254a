import type { Temporal } from 'temporal-polyfill';
import { type InterviewStep, interviewPlan } from './interview-plan.ts';
import type { Plan } from './plan.ts';
import { onItsDay } from './quiet-hours.ts';
import type { QuietHours, WallTime } from './recurrence.ts';
import { localDate, wallAt } from './zoned.ts';

/** The steps of the way to an interview after an instant, in a zone (IANA), and the time at which each comes on its day. */
export function stepsAhead(
  interview: NonNullable<Plan['interview']>,
  zone: string,
  from: Temporal.Instant,
  quiet: QuietHours,
): { readonly steps: readonly InterviewStep[]; readonly time: WallTime } {
  const time = onItsDay(interview.time, quiet);
  const steps = interviewPlan({
    interview: interview.date,
    today: localDate(from, zone),
    time,
    now: wallAt(from, zone).slice(11),
    done: interview.done,
  });
  return { steps, time };
}
