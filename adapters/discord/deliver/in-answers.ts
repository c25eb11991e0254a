import { MessageFlags, type REST, Routes } from 'discord.js';
import type { Log } from '../../../src/log.ts';
import { answerOf } from '../api/answers.ts';
import { type DiscordMessage, V2_ALONE } from '../render/message.ts';
import type { LiveAnswers } from './live-answers.ts';
import { bodyOf, withoutPictures } from './outgoing.ts';

/** https://discord.com/developers/docs/interactions/receiving-and-responding: for apps that are installed to a user only. */
const MOST_FOLLOW_UPS = 5;

/**
 * Shows messages in the answers to the newest thing a person pressed: the first takes the place of what they pressed,
 * the others follow it. False where there is no such answer any more: they see it at their next visit.
 */
export async function showInAnswers(
  { rest, answers, log }: { readonly rest: REST; readonly answers: LiveAnswers; readonly log: Log },
  userId: string,
  messages: readonly DiscordMessage[],
): Promise<boolean> {
  for (const message of messages) {
    const live = answers.of(userId);
    if (live === undefined) return false;
    const { body } = await bodyOf(withoutPictures(message));
    const isFollowUp = live.isShown && live.followUps < MOST_FOLLOW_UPS;
    try {
      if (isFollowUp) {
        live.followUps += 1;
        const alone = { ...body, flags: V2_ALONE };
        await rest.post(Routes.webhook(live.appId, live.token), { body: alone, auth: false });
      } else {
        live.isShown = true;
        const shown = { ...body, flags: MessageFlags.IsComponentsV2 };
        const at = Routes.webhookMessage(live.appId, live.token, '@original');
        await rest.patch(at, { body: shown, auth: false });
      }
    } catch (error) {
      log('discord-answer-not-shown', { code: answerOf(error).code });
      return false;
    }
  }
  return true;
}
