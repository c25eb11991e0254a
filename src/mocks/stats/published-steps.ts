import { z } from 'zod';
import type { Telling } from './tellings.ts';

/** Of fewer people nothing is said. */
export const FEWEST_PEOPLE = 5;

/** What the organiser was told of steps: it is stored, and shown until the next one. `spent` is for the reckoning alone. */
export const PublishedStepsSchema = z
  .strictObject({
    v: z.literal(1),
    /** Ids of steps at which listeners wanted more from more than half of the people counted. */
    wanted: z.array(z.string()).readonly(),
    /** Keys of the tellings that this report or an earlier one used up: no words, no ratings, nobody's id. */
    spent: z.array(z.string()).readonly(),
  })
  .readonly();
export type PublishedSteps = z.infer<typeof PublishedStepsSchema>;

/**
 * The steps on which the team as a whole needs more, told so that no individual can be read out of one report, nor of
 * several that are compared.
 *
 * 1. **Each telling counts in one report at most.** A report rests on tellings that no earlier one used, of each person the
 *    newest; with it all tellings so far are used up. Two reports have nothing in common that could be subtracted.
 * 2. **Of five people or more.** As long as fewer have told anew, the last report stands, to the letter. What brings on a
 *    new one is who practised, never what was said; nothing is taken out of one that is published.
 * 3. **One word, no numbers.** A step is named where more than half of the people counted were asked for more there ("want
 *    more" and "did not hear" are one), and is otherwise not mentioned: "heard clearly" and a step left out are one too.
 *    No shares, no "all", no "nobody", and not how many were counted.
 * 4. **Nobody reads a sum of which they know a part**: see `tellingsOf`.
 *
 * What holds, and `test/mocks/stats` shows: whatever was said in one telling, one report at most depends on it, and that one
 * rests on five people. Of each of them both are possible, asked for more and not, whatever it says; also for a reader who
 * knows one other person's card (two of seven, three of nine). Who knew all others' cards would still not tell "want more"
 * from "did not hear", nor "heard clearly" from a step left out.
 *
 * What does not hold: who knows the cards of about half of the others (people who pool what they know), or can guess them
 * well, can learn whether somebody was asked for more. Who sounds alike every time can be guessed from several reports. A named step makes it likelier of each that they were asked for more: that is what it says.
 */
export function publishedSteps(
  last: PublishedSteps | undefined,
  tellings: readonly Telling[],
  steps: readonly string[],
): PublishedSteps | undefined {
  const spent = new Set(last?.spent);
  const fresh = tellings.filter(({ key }) => !spent.has(key));
  const newest = [...new Map(fresh.map((telling) => [telling.candidate, telling])).values()];
  if (newest.length < FEWEST_PEOPLE) return last;
  return {
    v: 1,
    wanted: steps.filter((step) => isWanted(askedForMore(newest, step), newest.length)),
    spent: [...spent, ...fresh.map(({ key }) => key)],
  };
}

/** Half is the bound at which naming a step says as little of each person as not naming it does. */
export function isWanted(askedForMore: number, people: number): boolean {
  return 2 * askedForMore > people;
}

function askedForMore(tellings: readonly Telling[], step: string): number {
  return tellings.filter(({ steps }) => steps[step] === 'wantMore' || steps[step] === 'notHeard').length;
}
