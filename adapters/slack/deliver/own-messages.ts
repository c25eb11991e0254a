import { compareTs, listMessages, type Pace } from '../api/listed-messages.ts';
import type { Desk } from '../desk.ts';
import type { SlackMessage } from '../receive/payload-schemas.ts';

/** A message of the coach's, and the files that came with it. */
export interface Own {
  readonly ts: string;
  readonly files: readonly string[];
  /** Others hang on it. */
  readonly isRoot?: boolean;
}

interface Conversation {
  readonly channel: string;
  /** Only what came before it, and of a thread not its root. */
  readonly before?: Date;
}

export interface OwnMessages {
  /**
   * The coach's own of a thread, the newest first: it is they that quote. The root last: what cannot be listed is the root
   * alone. Undefined where it cannot be listed just now.
   */
  inThread(thread: Conversation & { readonly ref: string }): Promise<readonly Own[] | undefined>;
  /** The coach's own of a whole conversation, the newest first, with what it wrote in threads. Undefined as above. */
  inConversation(conversation: Conversation): Promise<readonly Own[] | undefined>;
}

/** Finds what the coach wrote itself, in conversations in which others write as well. */
export function createOwnMessages(
  { client, bot, log }: Pick<Desk, 'client' | 'bot' | 'log'>,
  pace: Pace,
): OwnMessages {
  function ownBefore(messages: readonly SlackMessage[], before: Date | undefined): SlackMessage[] {
    const until = before === undefined ? undefined : stampOf(before);
    return messages
      .filter(
        ({ user, bot_id: id, ts }) =>
          (user === bot.userId || id === bot.botId) && (until === undefined || compareTs(ts, until) < 0),
      )
      .reverse();
  }

  async function inThread({ channel, ref, before }: Conversation & { readonly ref: string }) {
    const listed = await listMessages(client, { channel, thread: ref, oldest: '0' }, pace);
    const root: Own[] = before === undefined ? [{ ts: ref, files: [], isRoot: true }] : [];
    if ('stop' in listed) return listed.stop === 'later' ? undefined : root;
    const replies = ownBefore(listed.messages, before).filter(({ ts }) => ts !== ref);
    return [...replies.map(ownOf), ...root];
  }

  async function inConversation({ channel, before }: Conversation) {
    const listed = await listMessages(client, { channel, oldest: '0' }, pace);
    if ('stop' in listed) {
      // Without the scope for groups' messages what is known of them one by one is all that can be removed.
      log('slack-leftover', { code: listed.code });
      return listed.stop === 'later' ? undefined : [];
    }
    const own: Own[] = [];
    for (const message of ownBefore(listed.messages, before)) {
      const isRoot = message.thread_ts === message.ts;
      const replies = isRoot
        ? await inThread({ channel, ref: message.ts, ...(before === undefined ? {} : { before }) })
        : [];
      if (replies === undefined) return undefined;
      own.push(...replies, { ...ownOf(message), isRoot });
    }
    return own;
  }

  return { inThread, inConversation };
}

function ownOf({ ts, files }: SlackMessage): Own {
  return { ts, files: files.flatMap(({ id }) => id ?? []) };
}

/** An instant as Slack stamps it. */
function stampOf(instant: Date): string {
  return `${(instant.getTime() / 1_000).toFixed(3)}000`;
}
