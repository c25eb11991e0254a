import type { Handled } from '../../../src/coach/coach.ts';
import { after } from '../after.ts';
import { linkTo } from '../deliver/link-to.ts';
import type { Desk } from '../desk.ts';
import type { InteractionIn } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { personOf } from './happens.ts';

/** How long is waited for what was set to be said where reminders come. */
const SAID_WITHIN_MS = 8_000;

/** Says to the person alone where their reminders come, once that was tried; or that they come nowhere. */
export async function whereRemindersCome(
  desk: Desk,
  i: InteractionIn,
  { performed }: Pick<Handled, 'performed'>,
): Promise<readonly DiscordMessage[]> {
  await Promise.race([performed, after(SAID_WITHIN_MS)]);
  if (!(await desk.world.looks.canRemind(personOf(i)))) return [coachLines(NOWHERE)];
  const place = desk.remindedIn(i.userId);
  const url = place === undefined ? undefined : await linkTo(desk, place);
  const where =
    place?.thread === undefined
      ? 'in our direct messages'
      : 'in a private thread, since I cannot reach you in direct messages';
  if (url === undefined) return [coachLines([`It is ${where}.`])];
  return [coachLines([`It is ${where}: `, { link: { label: 'go there', url } }])];
}

const NOWHERE = [
  'I cannot write to you: neither in direct messages nor in a private thread where you practise. Your plan is kept. ' +
    'Open your direct messages for this server, then use /practice-failure remind, and I try again.',
];
