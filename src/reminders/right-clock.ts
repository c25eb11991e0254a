import type { Plan } from './plan.ts';

/** A clock that is set back by so much was wrong: nobody travels farther, and no change of clocks is as long. */
export const WRONG_CLOCK_MS = 2 * 24 * 60 * 60_000;

/**
 * The plan, where a clock that ran far ahead was set right: what it takes for past, sent or skipped in the days to come is
 * looked for from now on. A skip that the person asked for is of a date to come as well, so it stays where nothing shows
 * that the clock was wrong.
 */
export function withRightClock(plan: Plan, at: string): Plan {
  const limit = Date.parse(at) + WRONG_CLOCK_MS;
  const isAhead = (instant: string | undefined) => instant !== undefined && Date.parse(instant) > limit;
  if (!isAhead(plan.since) && !isAhead(plan.sent?.at) && !isAhead(plan.practisedAt)) return plan;
  const { skippedTo: _, sent, practisedAt, ...rest } = plan;
  return {
    ...rest,
    since: at,
    ...(sent === undefined || isAhead(sent.at) ? {} : { sent }),
    ...(practisedAt === undefined || isAhead(practisedAt) ? {} : { practisedAt }),
  };
}
