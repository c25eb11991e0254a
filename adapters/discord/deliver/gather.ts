import { ChannelType, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { type Card, text } from '../../../src/card/card.ts';
import type { Order, Outcome } from '../../../src/coach/ports.ts';
import { placeKey } from '../../../src/who/place.ts';
import { type Answer, answerOf } from '../api/answers.ts';
import { CODES, NO_CHANNEL } from '../api/codes.ts';
import { discordPlace } from '../discord-place.ts';
import { renderCard, renderPlain } from '../render/render.ts';
import { isUserId } from './addressed.ts';
import { ALL_OF_THEM } from './of-team.ts';
import type { Opener } from './open-thread.ts';
import type { Attempt, Post } from './posting.ts';
import { READERS_GATHERED } from './readers.ts';
import { threadName } from './thread-name.ts';
import { isShut } from './why-shut.ts';

export interface GatherParts {
  readonly rest: REST;
  readonly post: Post;
  readonly opener: Opener;
}

/** How far it came: what Discord has against it means something else each time. */
type Step = 'looking' | 'making' | 'adding' | 'saying';

const ChannelSchema = z.object({ type: z.int() });

/** Of somebody who is to be added: not in the server, nobody any more, may not see the channel, takes no invitation. */
const OF_PERSON: ReadonlySet<string> = new Set([
  ...[CODES.unknownMember, CODES.unknownUser, CODES.missingAccess],
  ...['50007', '50033', '50278'],
]);
const NOT_THIS_CHANNEL: ReadonlySet<string> = new Set(['50003', '50024']);

/**
 * Opens a private thread for several people in the channel that `near` names, and shows them its first card, which says
 * first who can read it. All of them are in it, or it is refused and the thread is put out of the way. Throws what the REST
 * throws, where another try may do better: it goes on in the same thread, found by its name.
 *
 * Reasons: `near-not-text`, `near-gone`, `lacks-view-channels`, `lacks-create-private-threads`,
 * `lacks-send-messages-in-threads`, `too-many-threads`, `not-added` with the number in `people` (from 1) and the code of
 * each who could not be, as `not-added 2-10007`, since no id belongs in a log; `not-gathered-CODE` for all else.
 */
export async function gather(
  attempt: Attempt,
  { card, people, called, near }: Extract<Order, { kind: 'gather' }>,
  { rest, post, opener }: GatherParts,
): Promise<Outcome> {
  const parent = near.channel;
  let step: Step = 'looking';
  try {
    // Direct messages have no threads, and those of a forum are open to all.
    if (!isUserId(parent) || !(await isText(rest, parent))) return refused('near-not-text');
    step = 'making';
    const name = threadName(called, attempt.delivery.deliveryId);
    const thread = await opener.make(attempt, { parent, name });
    step = 'adding';
    const keptOut = await addAll(rest, thread, people);
    if (keptOut.length > 0) {
      await opener.drop(attempt);
      return refused(`not-added ${keptOut.join(' ')}`);
    }
    step = 'saying';
    const first = withReaders(card);
    await post(attempt, thread, {
      messages: renderCard(first, ALL_OF_THEM),
      plain: () => renderPlain(first, ALL_OF_THEM),
    });
    opener.done(attempt);
    return { outcome: 'done', ref: placeKey(discordPlace(parent, thread)) };
  } catch (error) {
    const answer = answerOf(error);
    if (!isShut(answer.kind) && answer.kind !== 'unreadable') throw error;
    await opener.drop(attempt);
    return refused(whyNot(answer, step));
  }
}

async function isText(rest: REST, channel: string): Promise<boolean> {
  const { type } = ChannelSchema.parse(await rest.get(Routes.channel(channel)));
  return type === ChannelType.GuildText;
}

/** Adds each; whoever is in it stays. Resolves with the number and the code of each who could not be. */
async function addAll(rest: REST, thread: string, people: readonly string[]): Promise<readonly string[]> {
  const keptOut: string[] = [];
  for (const [index, userId] of people.entries()) {
    const code = isUserId(userId) ? await notAdded(rest, thread, userId) : 'no-user';
    if (code !== undefined) keptOut.push(`${index + 1}-${code}`);
  }
  return keptOut;
}

async function notAdded(rest: REST, thread: string, userId: string): Promise<string | undefined> {
  try {
    await rest.put(Routes.threadMembers(thread, userId));
    return undefined;
  } catch (error) {
    const { code } = answerOf(error);
    if (!OF_PERSON.has(code)) throw error;
    return code;
  }
}

function withReaders(card: Card): Card {
  return { ...card, blocks: [text(READERS_GATHERED), ...card.blocks] };
}

function whyNot({ kind, code }: Answer, step: Step): string {
  if (kind === 'forbidden')
    return step === 'making' ? 'lacks-create-private-threads' : 'lacks-send-messages-in-threads';
  if (code === CODES.missingAccess) return 'lacks-view-channels';
  if (code === CODES.tooManyThreads) return 'too-many-threads';
  if (NOT_THIS_CHANNEL.has(code)) return 'near-not-text';
  if (NO_CHANNEL.has(code) && (step === 'looking' || step === 'making')) return 'near-gone';
  return `not-gathered-${code}`;
}

function refused(reason: string): Outcome {
  return { outcome: 'refused', reason };
}
