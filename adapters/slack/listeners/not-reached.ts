import type { Handled } from '../../../src/coach/coach.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import { withinTime } from '../../catch-up/within-time.ts';
import type { Desk } from '../desk.ts';
import { type Ephemeral, line } from './told-alone.ts';

/** How long is waited for what was set to be said in the messages. */
const SAID_WITHIN_MS = 1_500;

/** What the person is told where they are, once their reminders cannot reach them; undefined where they do. */
export async function notReached(
  desk: Desk,
  person: PersonRef,
  { performed }: Pick<Handled, 'performed'>,
): Promise<Ephemeral | undefined> {
  await withinTime(
    performed.catch(() => undefined),
    SAID_WITHIN_MS,
    undefined,
  );
  if ((await desk.world.looks.canRemind(person)) === 'yes') return undefined;
  return line(
    'I could not write to you in our direct messages, where your reminders come. Your plan is kept. ' +
      'Look into our messages in a minute; if nothing is there, type /practice-failure remind, and I try again.',
  );
}
