import { MessageFlags, type REST, Routes } from 'discord.js';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import { CODES } from '../api/codes.ts';
import { type DiscordMessage, V2_ALONE } from '../render/message.ts';
import { shortened } from '../render/shortened.ts';
import { type LiveAnswer, type LiveAnswers, MOST_FOLLOW_UPS } from './live-answers.ts';
import { bodyOf, withoutPictures } from './outgoing.ts';
import type { Attempt } from './posting.ts';

/** Nothing more can be shown to the person alone until they press something. */
class NoRoom extends Error {
  override readonly name = 'NoRoom';
}

/** Deliveries that could not be shown in one go. Few: whoever presses again is shown them anew. */
const REMEMBERED = 500;

/** Of a delivery's messages, as many as there is room for in the answers to one interaction, `count` are shown. */
interface Progress {
  readonly token: string;
  readonly messages: readonly DiscordMessage[];
  count: number;
}

interface How {
  /** The next card takes its place; it takes no card's place itself, and follows none. */
  readonly isPassing?: boolean;
}

/**
 * Shows messages in the answers to the newest thing the delivery's person pressed that takes answers still: the first
 * takes the place of what they pressed, the others follow it. False where there is no such answer any more: they see it at
 * their next visit. Throws what the REST throws where it may come through in a moment; then it goes on at the message that
 * is missing.
 */
export type InAnswers = (
  attempt: Attempt,
  messages: readonly DiscordMessage[],
  how?: How,
) => Promise<boolean>;

export function createInAnswers(parts: {
  readonly rest: REST;
  readonly answers: LiveAnswers;
  readonly log: Log;
}): InAnswers {
  const { rest, answers, log } = parts;
  const shown = new Map<string, Progress>();

  async function show(live: LiveAnswer, message: DiscordMessage, isLast: boolean): Promise<void> {
    const { body } = await bodyOf(withoutPictures(message), log);
    if (live.isShown && !live.isPassing && live.followUps < MOST_FOLLOW_UPS) {
      try {
        const alone = { ...body, flags: V2_ALONE };
        await rest.post(Routes.webhook(live.appId, live.token), { body: alone, auth: false });
        live.followUps += 1;
        return;
      } catch (error) {
        if (answerOf(error).code !== CODES.noMoreFollowUps) throw error;
        live.followUps = MOST_FOLLOW_UPS;
      }
    }
    if (!live.isAlone) throw new NoRoom();
    // There is one message left to show something in: the last holds what can be pressed.
    if (live.isShown && !live.isPassing && !isLast) return log('discord-answers-full');
    const at = Routes.webhookMessage(live.appId, live.token, '@original');
    await rest.patch(at, { body: { ...body, flags: MessageFlags.IsComponentsV2 }, auth: false });
    live.isShown = true;
    live.isPassing = false;
  }

  function progressOf(deliveryId: string, live: LiveAnswer, all: readonly DiscordMessage[]): Progress {
    const known = shown.get(deliveryId);
    if (known?.token === live.token) return known;
    const inItsPlace = live.isAlone && (!live.isShown || live.isPassing) ? 1 : 0;
    const room = Math.max(1, MOST_FOLLOW_UPS - live.followUps + inItsPlace);
    const begun = { token: live.token, messages: shortened(all, room).messages, count: 0 };
    shown.set(deliveryId, begun);
    const [oldest] = shown.keys();
    if (shown.size > REMEMBERED && oldest !== undefined) shown.delete(oldest);
    return begun;
  }

  /** Goes on at the message that is missing. Throws `NoRoom`, or what the REST throws. */
  async function showAll(
    deliveryId: string,
    live: LiveAnswer,
    all: readonly DiscordMessage[],
    isPassing: boolean,
  ): Promise<void> {
    if (isPassing && live.isShown && !live.isPassing) return;
    const progress = progressOf(deliveryId, live, all);
    for (const [index, message] of progress.messages.entries()) {
      if (index < progress.count) continue;
      await show(live, message, index === progress.messages.length - 1);
      progress.count = index + 1;
    }
    live.isPassing = isPassing;
  }

  return async ({ delivery: { deliveryId, person } }, messages, { isPassing = false } = {}) => {
    for (;;) {
      const live = await answers.of(person.userId);
      if (live === undefined) return false;
      try {
        await answers.inTurn(live, () => showAll(deliveryId, live, messages, isPassing));
        shown.delete(deliveryId);
        return true;
      } catch (error) {
        if (error instanceof NoRoom) {
          log('discord-answers-full');
          shown.delete(deliveryId);
          return false;
        }
        const { kind, code } = answerOf(error);
        if (kind === 'later' || kind === 'unknown') throw error;
        log('discord-answer-not-shown', { code });
        shown.delete(deliveryId);
        if (kind !== 'gone') return false;
        // Its time is over, or its first response was lost: what they did before it may take answers still.
        answers.over(live.token);
      }
    }
  };
}
