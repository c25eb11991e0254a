import { type Card, text } from '../../../src/card/card.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { Addressee } from '../render/message.ts';
import { renderCard, renderPlain } from '../render/render.ts';
import { underItsOwnName } from './its-own-name.ts';
import type { Attempt, Post, Posting } from './posting.ts';

/**
 * Posts a card that comes unasked. Discord shows on a lock screen what stands in a message when it is posted, so what
 * whoever stands beside may not read comes into it afterwards: behind "Why now?" of a reminder, which the plan answers; and
 * of any other card by a change of the message, of which nobody is notified.
 */
export async function postUnasked(
  post: Post,
  attempt: Attempt,
  channel: string,
  card: Card,
  to: Addressee,
): Promise<string> {
  const { notice } = card;
  if (notice === undefined) return post(attempt, channel, postingOf(card, to));
  if (isOfPlan(card)) return post(attempt, channel, postingOf(asNotified(card, notice), to));
  const whole = postingOf(card, to);
  // One message is changed. Of several the others would be posted for all to see, and not be found again.
  if (whole.messages.length > 1) return post(attempt, channel, whole);
  const first: Posting = { messages: [coachLines([notice])], plain: () => whole.messages };
  const ref = await post(underItsOwnName(attempt, '+'), channel, first);
  attempt.unsure = true;
  return post(attempt, channel, { ...whole, over: ref });
}

/** Reminders of a plan are told from what else comes unasked by what can be pressed on them. */
function isOfPlan({ buttons }: Card): boolean {
  return buttons.some(({ action }) => action.startsWith('remind'));
}

function postingOf(card: Card, to: Addressee): Posting {
  return { messages: renderCard(card, to), plain: () => renderPlain(card, to) };
}

/** Why it comes, and what it asks, is seen once it is opened. */
function asNotified(card: Card, notice: string): Card {
  const blocks = card.blocks.filter(({ kind }) => kind === 'input');
  const open = { action: 'remind:open', word: 'remind open', label: 'Why now?' };
  return { ...card, asks: 'nothing', blocks: [text(notice), ...blocks], buttons: [...card.buttons, open] };
}
