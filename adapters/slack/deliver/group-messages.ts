import type { WebClient } from '@slack/web-api';
import { answerOf } from '../api/answers.ts';
import { isUser, OpenedSchema } from './direct-messages.ts';

/** Beside the bot: https://docs.slack.dev/reference/methods/conversations.open */
const MOST_PEOPLE = 8;

/** The app was installed without the scope that group messages need: no waiting mends that. */
const NO_SCOPE = 'missing_scope mpim:write';

/** Where several people are together now, or why they cannot be. */
export type Gathered = { readonly channel: string } | { readonly refused: string };

/**
 * Opens the direct messages of the bot with all of these people. The same people have the same conversation for ever, in
 * whatever order they are named: to open it twice is to open it once, and their second session goes on below the first.
 * One person alone is in their own direct messages. Throws what else Slack answers.
 */
export async function gatherPeople(client: WebClient, people: readonly string[]): Promise<Gathered> {
  const users = [...new Set(people)];
  if (users.length === 0) return { refused: 'nobody-to-gather' };
  if (users.length > MOST_PEOPLE) return { refused: `more-than-${MOST_PEOPLE}-people` };
  if (!users.every(isUser)) return { refused: 'not-a-user' };
  try {
    const opened = await client.conversations.open({ users: users.join(',') });
    return { channel: OpenedSchema.parse(opened).channel.id };
  } catch (error) {
    if (users.length > 1 && answerOf(error).code === 'missing_scope') return { refused: NO_SCOPE };
    throw error;
  }
}
