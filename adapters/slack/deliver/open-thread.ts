import { placeKey } from '../../../src/who/place.ts';
import { coachLines } from '../render/coach-lines.ts';
import { slackPlace } from '../slack-place.ts';
import type { DirectMessages } from './direct-messages.ts';
import { isUser } from './direct-messages.ts';
import type { Attempt, Post } from './posting.ts';

/**
 * Opens a practice: the root of a thread in the person's direct messages, which says who can read it before anything
 * is asked. Resolves with the key of the new place.
 */
export async function openThread(
  attempt: Attempt,
  { post, direct, readers }: { post: Post; direct: DirectMessages; readers: readonly string[] },
): Promise<string> {
  const { place, person } = attempt.delivery;
  const channel = await direct.of(isUser(place.channel) ? place.channel : person.userId);
  const root = coachLines(['We practise in this thread.'], [readers.join(' ')]);
  const thread = await post(attempt, { channel }, { messages: [root] });
  return placeKey(slackPlace(channel, thread));
}
