import { Temporal } from 'temporal-polyfill';
import { dateInWords } from './in-words.ts';
import type { InterviewStep } from './interview-plan.ts';
import type { Hours, Plan } from './plan.ts';
import { USUAL_QUIET_HOURS } from './recurrence.ts';
import { shortTime } from './short-time.ts';
import { stepsAhead } from './steps-ahead.ts';

const STEPS: Readonly<Record<Exclude<InterviewStep['what'], 'after'>, string>> = {
  draft: 'a first draft',
  revision: 'a revision',
  rehearsal: 'once aloud',
};

/**
 * The way to an interview as it will come from now on, a day each, and what is asked the day after. Where no day before it is
 * left, that is said, and what can be done at once. Undefined where no zone is known.
 */
export function wayInWords(
  { interview }: Pick<Plan, 'interview'>,
  { zone, quiet = USUAL_QUIET_HOURS }: Hours,
  at: string,
): string | undefined {
  if (interview === undefined || zone === undefined) return undefined;
  const { steps, time } = stepsAhead(interview, zone, Temporal.Instant.from(at), quiet);
  const before = steps.flatMap(({ date, what }) =>
    what === 'after' ? [] : [`${STEPS[what]} on ${dateInWords(date)}`],
  );
  if (before.length === 0)
    return 'No day before it is left for a reminder: say your answer aloud once when it suits you. I ask how it went the day after.';
  return `What comes, at ${shortTime(time)}: ${before.join(', ')}. I ask how it went the day after.`;
}
