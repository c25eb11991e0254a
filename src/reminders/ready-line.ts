import { Temporal } from 'temporal-polyfill';
import type { Plan } from './plan.ts';
import type { PlanGrounds } from './plan-event.ts';
import { USUAL_QUIET_HOURS } from './recurrence.ts';
import { stepsAhead } from './steps-ahead.ts';

/** Pure. That they are ready, and what comes from now on: "no more" is said only where nothing does. `plan`: as it then is. */
export function readyLine(plan: Plan, { at, hours }: Pick<PlanGrounds, 'at' | 'hours'>): string {
  const goesOn = whatGoesOn(plan);
  if (plan.interview === undefined) {
    const asks = 'Once more the day before; tell me the day with: remind interview on 20 March 2027.';
    return `You are ready. ${asks} ${goesOn ?? 'Until then I write no more.'}`;
  }
  const { zone = 'UTC', quiet = USUAL_QUIET_HOURS } = hours;
  const { steps } = stepsAhead(plan.interview, zone, Temporal.Instant.from(at), quiet);
  if (steps.some(({ what }) => what === 'rehearsal'))
    return goesOn === undefined
      ? 'You are ready. Once more the day before; until then I write no more.'
      : `You are ready. Once more the day before. ${goesOn}`;
  return goesOn === undefined
    ? 'You are ready. I write no more before your interview; the day after I ask how it was.'
    : `You are ready. The day after your interview I ask how it was. ${goesOn}`;
}

function whatGoesOn({ rhythm, moments }: Plan): string | undefined {
  if (rhythm !== undefined) return 'Your own days go on as you set them; remind stop ends them.';
  return moments.length === 0 ? undefined : 'What you named yourself still comes.';
}
