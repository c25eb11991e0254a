import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, unreachable } from '../../../src/errors.ts';
import { takenBackCard } from '../../../src/mocks/cards/typed-cards.ts';
import type { Leftover } from '../../../src/store/leftovers.ts';
import { answerOf } from '../api/answers.ts';
import type { Desk, SlackWorld } from '../desk.ts';
import { NEUTRAL_TEXT } from '../render/message.ts';
import { renderCard } from '../render/render.ts';
import { createDirectMessages, isUser } from './direct-messages.ts';
import { createOwnMessages, type Own } from './own-messages.ts';

/** `chat.delete` allows some 50 calls a minute: https://docs.slack.dev/reference/methods/chat.delete */
const PAUSE_MS = 1_200;
const SWEEP_MS = 60_000;
const AT_ONCE = 20;
/** What cannot be removed for a day, a try a minute, stays: somebody else decides about it then. */
const MOST_TRIES = 24 * 60;

/** Slack says that there is nothing to remove, or that it will never be ours to remove. */
const OVER: ReadonlySet<string> = new Set([
  ...['message_not_found', 'channel_not_found', 'cant_delete_message', 'thread_not_found', 'not_in_channel'],
  ...['compliance_exports_prevent_deletion', 'is_inactive', 'account_inactive', 'token_revoked'],
  ...['file_not_found', 'file_deleted', 'cant_delete_file'],
]);

/** In the place of a conversation: it is no more. */
const GONE = 'gone';

export interface Tidying {
  start(): void;
  /** Looks now. */
  now(): void;
  stop(): void;
}

export interface TidyingDesk extends Pick<Desk, 'client' | 'bot' | 'log'> {
  readonly world: Pick<SlackWorld, 'takeLeftovers' | 'forgetLeftover'>;
}

/** Removes what the coach posted for people, and for practices, that were deleted since: their words stand in it. */
export function createTidying(desk: TidyingDesk, pauseMs = PAUSE_MS): Tidying {
  const stopping = new AbortController();
  const direct = createDirectMessages(desk.client);
  const own = createOwnMessages(desk, { pauseMs, signal: stopping.signal });
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
    const isDone = one.kind === 'lent' ? await takenBack(one) : await removedAll(one);
    if (isDone || one.attempts >= MOST_TRIES) await desk.world.forgetLeftover(one.id);
  }

  async function removedAll(one: Leftover): Promise<boolean> {
    const channel = await conversationOf(one.channel);
    if (channel === undefined) return false;
    if (channel === GONE) return true;
    const all = await ownOf({ ...one, channel });
    let isDone = all !== undefined;
    for (const { ts, files, isRoot } of all ?? []) {
      // A root is the last of its thread: without it the others are not found again.
      if (!isDone && isRoot) continue;
      // A message that goes leaves its files behind; without the message they would not be found again.
      let isBare = true;
      for (const file of files)
        isBare = (await removed('slack-file-left', () => desk.client.files.delete({ file }))) && isBare;
      isDone = isBare && (await removedMessage(channel, ts)) && isDone;
    }
    return isDone;
  }

  /** Undefined where it cannot be listed just now. */
  function ownOf(one: Leftover): Promise<readonly Own[] | undefined> | readonly Own[] {
    switch (one.kind) {
      case 'thread':
        return own.inThread(one);
      case 'place':
      case 'direct':
        return own.inConversation(one);
      case 'message':
      case 'lent':
        return [isFile(one.ref) ? { ts: '', files: [one.ref] } : { ts: one.ref, files: [] }];
      default:
        return unreachable(one.kind);
    }
  }

  /** Direct messages are named by the user: a message is listed, changed and deleted by its conversation. */
  async function conversationOf(channel: string): Promise<string | undefined> {
    if (!isUser(channel)) return channel;
    try {
      return await direct.of(channel);
    } catch (error) {
      const { kind, code } = answerOf(error);
      desk.log('slack-leftover', { code });
      return kind === 'gone' ? GONE : undefined;
    }
  }

  /**
   * Nobody is told what it was, nor whose. What cannot be changed is removed; in a conversation that is no more there is
   * nothing to take back.
   */
  async function takenBack(one: Leftover): Promise<boolean> {
    const channel = await conversationOf(one.channel);
    if (channel === undefined || channel === GONE) return channel === GONE;
    const [{ text, blocks } = { text: NEUTRAL_TEXT, blocks: [] }] = renderCard(takenBackCard(), {
      userId: one.channel,
    });
    const change = () => desk.client.chat.update({ channel, ts: one.ref, text, blocks: [...blocks] });
    return (await removed('slack-not-taken-back', change)) || (await removedMessage(channel, one.ref));
  }

  async function removedMessage(channel: string, ts: string): Promise<boolean> {
    // What was called off has a word there instead of a stamp.
    if (!/^\d+\.\d+$/.test(ts)) return true;
    return removed('slack-leftover', () => desk.client.chat.delete({ channel, ts }));
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

/** What was handed over is known by itself: its message is not (see `upload.ts`). */
function isFile(ref: string): boolean {
  return /^F[A-Z0-9]+$/.test(ref);
}
