import type { Card } from '../../../src/card/card.ts';
import { text } from '../../../src/card/card.ts';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import { targetOf, waysIn } from '../discord-place.ts';
import { renderCard, renderPlain } from '../render/render.ts';
import type { DirectMessages } from './direct-messages.ts';
import { type OpenParts, openPlace } from './open-place.ts';
import type { Attempt, Post } from './posting.ts';
import { isShut } from './why-shut.ts';

export interface RemindParts extends Omit<OpenParts, 'whyMoved'> {
  readonly post: Post;
  readonly direct: DirectMessages;
  readonly log: Log;
}

/** Where a reminder was shown: the channel, and its messages. Undefined where the person can be written to nowhere. */
export interface Reminded {
  readonly channel: string;
  readonly ref: string;
}

/**
 * Shows a card that comes unasked: in the person's direct messages; where those are shut, in a private thread of the
 * channel where they practised. Never in the open. Throws what the REST throws, where another try may do better.
 */
export async function remind(
  attempt: Attempt,
  whole: Card,
  hears: boolean,
  parts: RemindParts,
): Promise<Reminded | undefined> {
  const { delivery } = attempt;
  const { userId } = delivery.person;
  const to = { userId, writesInForm: !hears };
  const card = asNotified(whole);
  const posting = { messages: renderCard(card, to), plain: () => renderPlain(card, to) };
  try {
    const channel = await parts.direct.of(userId);
    return { channel, ref: await parts.post(attempt, channel, posting) };
  } catch (error) {
    const { kind, code } = answerOf(error);
    if (!isShut(kind)) throw error;
    parts.direct.closed(userId);
    parts.log('discord-way-shut', { key: delivery.key, code });
  }
  const others = waysIn(delivery.place).filter((way) => way !== userId && way !== 'answers');
  if (others.length === 0) return undefined;
  const inThread = { ...delivery, place: { ...delivery.place, channel: others.join('+') } };
  const place = await openPlace({ ...attempt, delivery: inThread }, undefined, {
    ...parts,
    whyMoved: undefined,
  });
  if (place === undefined) return undefined;
  const channel = targetOf(place);
  // The first lines went out under the delivery's own name: Discord would take this for the same message.
  const second = {
    ...attempt,
    delivery: { ...inThread, deliveryId: `${delivery.deliveryId.slice(0, -1)}~` },
  };
  return { channel, ref: await parts.post(second, channel, posting) };
}

/** Discord shows on a lock screen what stands in a message: why it comes is seen once it is opened. */
function asNotified(card: Card): Card {
  const { notice, buttons } = card;
  if (notice === undefined) return card;
  const blocks = card.blocks.filter(({ kind }) => kind === 'input');
  const open = { action: 'remind:open', word: 'remind open', label: 'Why now?' };
  return { ...card, blocks: [text(notice), ...blocks], buttons: [...buttons.slice(0, 5), open] };
}
