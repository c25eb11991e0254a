import type { Handled } from '../../../src/coach/coach.ts';
import { after } from '../after.ts';
import { linkTo } from '../deliver/link-to.ts';
import type { Desk } from '../desk.ts';
import type { InteractionIn } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { personOf } from './happens.ts';

/** How long is waited for what was set to be said where reminders come: one of many calls at once has its turn seconds later. */
const SAID_WITHIN_MS = 8_000;
const LOOK_EVERY_MS = 100;

/** Says to the person alone where their reminders come, once that was tried; or that they come nowhere. */
export async function whereRemindersCome(
  desk: Desk,
  i: InteractionIn,
  { performed }: Pick<Handled, 'performed'>,
): Promise<readonly DiscordMessage[]> {
  const until = performance.now() + SAID_WITHIN_MS;
  await Promise.race([performed, after(SAID_WITHIN_MS)]);
  let arrives = await desk.world.looks.canRemind(personOf(i));
  while (arrives === 'not-yet' && performance.now() < until) {
    await after(LOOK_EVERY_MS);
    arrives = await desk.world.looks.canRemind(personOf(i));
  }
  if (arrives === 'no') return [coachLines(NOWHERE)];
  if (arrives === 'not-yet') return [coachLines(ON_THE_WAY)];
  const place = desk.remindedIn(i.userId);
  const url = place === undefined ? undefined : await linkTo(desk, place);
  const where =
    place?.thread === undefined
      ? 'in our direct messages'
      : 'in a private thread, since I cannot reach you in direct messages';
  if (url === undefined) return [coachLines([`It is ${where}.`])];
  return [coachLines([`It is ${where}: `, { link: { label: 'go there', url } }])];
}

const ON_THE_WAY = [
  'It is on its way to you and not there yet. Look into our direct messages in a minute; if nothing is there, use ' +
    '/practice-failure remind, and I try again.',
];

const NOWHERE = [
  'I cannot write to you: neither in direct messages nor in a private thread where you practise. Your plan is kept. ' +
    'Open your direct messages for this server, then use /practice-failure remind, and I try again.',
];
