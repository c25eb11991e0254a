import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../../src/errors.ts';
import type { Leftover } from '../../../src/store/leftovers.ts';
import { answerOf } from '../api/answers.ts';
import { compareTs, listMessages } from '../api/listed-messages.ts';
import type { Desk } from '../desk.ts';
import { createDirectMessages, isUser } from './direct-messages.ts';

/** `chat.delete` allows some 50 calls a minute: https://docs.slack.dev/reference/methods/chat.delete */
const PAUSE_MS = 1_200;
const SWEEP_MS = 60_000;
const AT_ONCE = 20;
/** A message that cannot be removed in so many tries stays: somebody else decides about it then. */
const MOST_TRIES = 20;

/** Slack says that there is nothing to remove, or that it will never be ours to remove. */
const OVER: ReadonlySet<string> = new Set([
  ...['message_not_found', 'channel_not_found', 'cant_delete_message', 'thread_not_found', 'not_in_channel'],
  ...['compliance_exports_prevent_deletion', 'is_inactive', 'account_inactive', 'token_revoked'],
  ...['file_not_found', 'file_deleted', 'cant_delete_file'],
]);

/** A message of the coach's, and the files that came with it. */
interface Own {
  readonly ts: string;
  readonly files: readonly string[];
}

export interface Tidying {
  start(): void;
  /** Looks now. */
  now(): void;
  stop(): void;
}

/** Removes what the coach posted for people, and for practices, that were deleted since: their words stand in it. */
export function createTidying(desk: Omit<Desk, 'tidy'>, pauseMs = PAUSE_MS): Tidying {
  const stopping = new AbortController();
  const direct = createDirectMessages(desk.client);
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isAskedAgain = false;

  async function sweep(): Promise<void> {
    for (;;) {
      const left = await desk.world.takeLeftovers(AT_ONCE);
      if (left.length === 0) return;
      for (const one of left) {
        if (stopping.signal.aborted) return;
        await remove(one);
      }
    }
  }

  async function remove(one: Leftover): Promise<void> {
    const own = one.kind === 'thread' ? await ownIn(one) : [{ ts: one.ref, files: [] }];
    let isDone = own !== undefined;
    for (const { ts, files } of own ?? []) {
      // The root is the last: without it the others are not found again.
      if (!isDone && ts === one.ref) break;
      // A message that goes leaves its files behind; without the message they would not be found again.
      let isBare = true;
      for (const file of files)
        isBare = (await removed('slack-file-left', () => desk.client.files.delete({ file }))) && isBare;
      isDone = isBare && (await removedMessage(one.channel, ts)) && isDone;
    }
    if (isDone || one.attempts >= MOST_TRIES) await desk.world.forgetLeftover(one.id);
  }

  /**
   * The coach's own messages of a thread, its root last: what cannot be listed is the root alone. Where only a practice
   * was deleted the root stays, and so does what came after. Undefined where it cannot be listed just now.
   */
  async function ownIn({ channel, ref, before }: Leftover): Promise<readonly Own[] | undefined> {
    const pace = { pauseMs, signal: stopping.signal };
    const listed = await listMessages(desk.client, { channel, thread: ref, oldest: '0' }, pace);
    const root = before === undefined ? [{ ts: ref, files: [] }] : [];
    if ('stop' in listed) return listed.stop === 'later' ? undefined : root;
    const until = before === undefined ? undefined : stampOf(before);
    const own = listed.messages.filter(
      ({ user, bot_id: bot }) => user === desk.bot.userId || bot === desk.bot.botId,
    );
    // The newest first: it is they that quote.
    return [
      ...own
        .filter(({ ts }) => ts !== ref && (until === undefined || compareTs(ts, until) < 0))
        .map(({ ts, files }) => ({ ts, files: files.flatMap(({ id }) => id ?? []) }))
        .reverse(),
      ...root,
    ];
  }

  async function removedMessage(channel: string, ts: string): Promise<boolean> {
    // What was called off has a word there instead of a stamp.
    if (!/^\d+\.\d+$/.test(ts)) return true;
    // What came unasked was posted to the person: a message is deleted by its conversation.
    return removed('slack-leftover', async () =>
      desk.client.chat.delete({ channel: isUser(channel) ? await direct.of(channel) : channel, ts }),
    );
  }

  /** Whether it is removed now, or never ours to remove. */
  async function removed(what: string, remove: () => Promise<unknown>): Promise<boolean> {
    try {
      await remove();
      return true;
    } catch (error) {
      const answer = answerOf(error);
      const { code } = answer;
      if (!OVER.has(code)) desk.log(what, { code });
      if (answer.kind === 'later')
        await sleep(answer.afterMs, undefined, { signal: stopping.signal, ref: false }).catch(
          () => undefined,
        );
      return OVER.has(code);
    } finally {
      await sleep(pauseMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  function now(): void {
    // What was left while the last look was under way is not seen by it.
    isAskedAgain = isRunning;
    if (isRunning) return;
    isRunning = true;
    sweep()
      .catch((error: unknown) => desk.log('slack-leftovers-lost', { code: codeOf(error) }))
      .finally(() => {
        isRunning = false;
        if (isAskedAgain && !stopping.signal.aborted) now();
      });
  }

  return {
    start() {
      timer = setInterval(now, SWEEP_MS);
      timer.unref();
      now();
    },
    now,
    stop() {
      clearInterval(timer);
      stopping.abort();
    },
  };
}

/** An instant as Slack stamps it. */
function stampOf(instant: Date): string {
  return `${(instant.getTime() / 1_000).toFixed(3)}000`;
}
