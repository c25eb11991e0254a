import { STORY as TOLD } from '../coach/told.ts';

const [, ...five] = TOLD;

/** A sound story: the failure in a line, then an answer a step. The one that is told in Slack. */
export const STORY = [
  'I agreed a hall by phone for our customer day, and it was double booked.',
  ...five,
] as const;
