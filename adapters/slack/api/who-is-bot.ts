import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { ConfigError } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import type { BotIdentity } from '../transport/bolt-app.ts';
import { answerOf } from './answers.ts';

const AnswerSchema = z.object({
  team_id: z.string(),
  user_id: z.string(),
  bot_id: z.string(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().optional(),
});

/** Slack says of the token itself that it is none. */
const REFUSED: ReadonlySet<string> = new Set([
  ...['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'],
  'not_allowed_token_type',
]);

/** Slack says of the token, asked about nothing else, that it is none any more. False where it does not answer. */
export async function isRefused(client: WebClient): Promise<boolean> {
  try {
    await client.auth.test();
    return false;
  } catch (error) {
    return REFUSED.has(answerOf(error).code);
  }
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Who the token is, by `auth.test`. Waits for a Slack that is away; undefined where `isOver` said so meanwhile. Throws a
 * `ConfigError` where Slack refuses the token: nothing is deleted for that, it may be a slip of whoever set it.
 */
export async function whoIsBot(
  client: WebClient,
  log: Log,
  isOver: () => boolean,
): Promise<BotIdentity | undefined> {
  for (let wait = FIRST_WAIT_MS; !isOver(); wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
    try {
      const answer = AnswerSchema.parse(await client.auth.test());
      const installation =
        answer.is_enterprise_install === true ? (answer.enterprise_id ?? answer.team_id) : answer.team_id;
      return { teamId: answer.team_id, botId: answer.bot_id, botUserId: answer.user_id, installation };
    } catch (error) {
      const { code } = answerOf(error);
      if (REFUSED.has(code))
        throw new ConfigError(
          'SLACK_BOT_TOKEN',
          `Slack refuses it (${code}). Copy it again from OAuth & Permissions, or run: npm run coach -- doctor slack`,
          'xoxb-0000-0000-your-token',
        );
      log('slack-away', { code });
      await sleep(wait, undefined, { ref: true });
    }
  }
  return undefined;
}
