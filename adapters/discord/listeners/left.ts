import { Routes } from 'discord.js';
import type { Handled } from '../../../src/coach/coach.ts';
import { PLACE_GONE } from '../../../src/conversation/undelivered.ts';
import { answerOf } from '../api/answers.ts';
import { CODES } from '../api/codes.ts';
import type { Desk } from '../desk.ts';
import type { InteractionIn } from '../receive/interaction-event.ts';
import { personOf } from './happens.ts';
import { movedOut } from './moved-out.ts';
import { placeAfter } from './where-it-goes-on.ts';

/**
 * Whoever left the server cannot see a thread in it any more, and no event tells the bot so without a privileged
 * intent: when they come back their practice moves to where they can read it.
 */
export async function whoLeft(desk: Desk, i: InteractionIn, handled: Handled): Promise<void> {
  const place = await placeAfter(handled);
  if (place?.thread === undefined || handled.sessionId === undefined || !/^\d+$/.test(place.thread)) return;
  try {
    await desk.rest.get(Routes.threadMembers(place.thread, i.userId));
  } catch (error) {
    const { code } = answerOf(error);
    if (code !== CODES.unknownMember) return;
    await movedOut(desk, { id: i.eventId, person: personOf(i) }, handled, `${PLACE_GONE}left`);
  }
}
