import type { Place } from '../../../src/who/place.ts';
import { encodeCustomId } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import type { MessageIn } from '../receive/message-event.ts';
import { buttonRow } from '../render/retry.ts';
import { inChannel } from './said-directly.ts';

const HOW =
  'Discord did not show me what you sent here, so it is not in your answer. Press Write your answer, or begin your message with @ and my name.';

/** An empty message came: without the Message Content intent Discord leaves out what is typed in a server. Said once a thread. */
export async function howToWrite(desk: Desk, message: MessageIn, place: Place): Promise<void> {
  if (desk.bot.hasContent || place.thread === undefined || desk.told.has(place.thread)) return;
  // At once: two messages in a row are told once. What was not sent is said with the next one.
  desk.told.add(place.thread);
  let isTold = false;
  try {
    isTold = await told(desk, message);
  } finally {
    if (!isTold) desk.told.delete(place.thread);
  }
}

async function told(desk: Desk, message: MessageIn): Promise<boolean> {
  const { appId, userId } = message;
  const looked = await desk.world.looks.openPractice({ platform: 'discord', scope: appId, userId });
  if (looked === undefined) return false;
  const { id: sessionId, turn } = looked.session;
  const id = encodeCustomId({ kind: 'open', action: 'write', userId, sessionId, turn });
  return inChannel(desk, message.channel, [buttonRow(HOW, 'Write your answer', id)], message.id);
}
