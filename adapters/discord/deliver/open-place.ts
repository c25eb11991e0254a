import type { Log } from '../../../src/log.ts';
import type { Place } from '../../../src/who/place.ts';
import { answerOf } from '../api/answers.ts';
import { answersPlace, discordPlace, waysIn } from '../discord-place.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import type { DirectMessages } from './direct-messages.ts';
import type { Opener } from './open-thread.ts';
import type { Attempt, Post } from './posting.ts';
import { READERS_DM, READERS_IN_ANSWERS, READERS_THREAD } from './readers.ts';
import { threadName } from './thread-name.ts';
import { isShut, type Lacking, NOT_REACHED, whyNoThread } from './why-shut.ts';

export interface OpenParts {
  readonly post: Post;
  readonly direct: DirectMessages;
  readonly opener: Opener;
  readonly log: Log;
  /** Shows lines in the answers to what the person pressed. */
  readonly inAnswers: (attempt: Attempt, messages: readonly DiscordMessage[]) => Promise<boolean>;
  /** Why the practice had to leave another place, where it did. */
  readonly whyMoved: string | undefined;
}

/** Why a place could not be opened in one way, as the person is told. */
interface Shut {
  readonly why: string;
  readonly code: string;
}
type Tried = { readonly place: Place } | Shut;

const CLOSED: Shut = { why: NOT_REACHED, code: 'closed-before' };

/**
 * Opens a practice in the first way that can be had: direct messages, a private thread, or the answers to what the person
 * presses. The first message there says who can read it, and why it is not the place that was wanted, before anything
 * is asked. Resolves with the place; undefined where there is none.
 */
export async function openPlace(
  attempt: Attempt,
  called: string | undefined,
  parts: OpenParts,
): Promise<Place | undefined> {
  const { delivery } = attempt;
  const { userId } = delivery.person;
  const ways = waysIn(delivery.place);
  const ordered = [...ways.filter((way) => way !== 'answers'), ...ways.filter((way) => way === 'answers')];
  let why = parts.whyMoved;
  for (const way of ordered) {
    const opened = await tried(way);
    if ('place' in opened) return opened.place;
    parts.log('discord-way-shut', { key: delivery.key, code: opened.code });
    why ??= opened.why;
  }
  return undefined;

  async function tried(way: string): Promise<Tried> {
    if (way === 'answers') {
      await parts.inAnswers(attempt, [coachLines([READERS_IN_ANSWERS.join(' ')])]);
      return { place: answersPlace(userId) };
    }
    if (way !== userId) return inThread(attempt, way, threadName(called, delivery.deliveryId), why, parts);
    return inDirectMessages(attempt, why, ordered.length > 1, parts);
  }
}

async function inDirectMessages(
  attempt: Attempt,
  why: string | undefined,
  hasOthers: boolean,
  { post, direct }: OpenParts,
): Promise<Tried> {
  const { userId } = attempt.delivery.person;
  if (hasOthers && direct.isClosed(userId)) return CLOSED;
  try {
    const channel = await direct.of(userId);
    await post(attempt, channel, { messages: [firstLines(why, 'our direct messages', READERS_DM)] });
    return { place: discordPlace(channel) };
  } catch (error) {
    const { kind, code } = answerOf(error);
    if (!isShut(kind)) throw error;
    direct.closed(userId);
    return { why: NOT_REACHED, code };
  }
}

async function inThread(
  attempt: Attempt,
  parent: string,
  name: string,
  why: string | undefined,
  { post, opener }: OpenParts,
): Promise<Tried> {
  let lacking: Lacking = 'Create Private Threads';
  try {
    const { userId } = attempt.delivery.person;
    const thread = await opener.open(attempt, { parent, name, userId }, () => {
      lacking = 'Send Messages in Threads';
    });
    await post(attempt, thread, { messages: [firstLines(why, 'this thread', READERS_THREAD)] });
    opener.done(attempt);
    return { place: discordPlace(parent, thread) };
  } catch (error) {
    const answer = answerOf(error);
    if (!isShut(answer.kind)) throw error;
    await opener.drop(attempt);
    return { why: whyNoThread(answer, lacking), code: answer.code };
  }
}

function firstLines(why: string | undefined, here: string, readers: readonly string[]): DiscordMessage {
  const first = why === undefined ? [] : [[`${why}, so we practise in ${here}. Nothing is lost.`]];
  return coachLines(...first, ...readers.map((line) => [line]));
}
