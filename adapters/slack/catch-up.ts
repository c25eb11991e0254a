import type { Log } from '../../src/log.ts';
import { handOver } from '../catch-up/hand-over.ts';
import { createHowFar } from '../catch-up/how-far.ts';
import { latestFirst, type OpenPlace } from '../catch-up/open-place.ts';
import { type CatchUp, createRuns } from '../catch-up/runs.ts';
import { compareTs, type ListingClient, listMessages } from './api/listed-messages.ts';
import { type Bot, editedIn, isWords, type MessageIn, saidIn } from './receive/message-event.ts';
import type { SlackMessage } from './receive/payload-schemas.ts';

export interface OpenSlackPlace extends OpenPlace {
  readonly installation: string;
}

/**
 * Reads back what was written while nobody listened: each open thread, and the top of each person's direct messages.
 * What is there already is taken again: the coach knows it by its id. Deletions are not told by Slack afterwards.
 */
export function createCatchUp(options: {
  readonly client: ListingClient;
  readonly openPlaces: () => Promise<readonly OpenSlackPlace[]>;
  /** `isLast`: it is not tried again, so a file that cannot be had is named instead. */
  readonly take: (message: MessageIn, isLast: boolean) => Promise<void>;
  readonly bot: Bot;
  readonly log: Log;
  /** Milliseconds. */
  readonly now: () => number;
  /** Between two calls of the Web API; these methods allow about 50 a minute. */
  readonly pauseMs?: number;
  /** Where something could not be read or taken: how long until the next run, in milliseconds. */
  readonly againMs?: number;
}): CatchUp {
  const { client, openPlaces, take, bot, log, now, pauseMs = 1_200, againMs = 60_000 } = options;
  const howFar = createHowFar();
  const notTaken = (code: string) => log('slack-catch-up-not-taken', { code });
  const takeOrLast = (message: MessageIn) => take(message, false).catch(() => take(message, true));

  async function through(signal: AbortSignal): Promise<boolean> {
    const began = now();
    const open = await openPlaces();
    howFar.begin(
      began,
      open.flatMap((one) => keysOf(one).map((key) => [key, one] as const)),
    );
    const conversations = byChannel(open);
    let isWhole = true;
    log('slack-catch-up', { conversations: conversations.length });
    let taken = 0;
    for (const places of conversations) {
      const read = await messagesOf(places, signal);
      if (read === 'refused') return true;
      const handed = await handOver(read.messages, takeOrLast, { signal, notTaken });
      taken += handed.taken;
      if (read.isWhole && handed.isWhole) for (const key of places.flatMap(keysOf)) howFar.done(key);
      else isWhole = false;
    }
    log('slack-caught-up', { conversations: conversations.length, messages: taken });
    return isWhole;
  }

  /** What the person wrote in one conversation, the oldest first. */
  async function messagesOf(
    places: readonly OpenSlackPlace[],
    signal: AbortSignal,
  ): Promise<Read | 'refused'> {
    const [latest] = places;
    if (latest === undefined) return { messages: [], isWhole: true };
    const { channel } = latest.place;
    const top = { channel, thread: undefined, oldest: tsOf(howFar.from(channel, latest)) };
    const threads = places.flatMap((open) => {
      const { thread } = open.place;
      if (thread === undefined) return [];
      return [{ channel, thread, oldest: tsOf(howFar.from(threadKey(channel, thread), open)) }];
    });
    let isWhole = true;
    const found = new Map<string, SlackMessage>();
    for (const where of [...threads, top]) {
      const listed = await listMessages(client, where, { pauseMs, signal });
      if ('stop' in listed) {
        log('slack-catch-up-not-read', { code: listed.code });
        if (listed.stop === 'refused') return 'refused';
        isWhole &&= listed.stop !== 'later';
        continue;
      }
      for (const message of listed.messages) {
        // Slack gives a thread's root with every page, however old it is.
        if (compareTs(message.ts, where.oldest) < 0) continue;
        found.set(message.ts, { ...message, thread_ts: message.thread_ts ?? where.thread });
      }
    }
    const messages = [...found.values()]
      .sort((a, b) => compareTs(a.ts, b.ts))
      .filter((message) => message.user === latest.person.userId && isWords(message, bot))
      .flatMap((message) =>
        [saidIn(message, channel, latest), editedIn(message, channel, latest) ?? []].flat(),
      );
    return { messages, isWhole };
  }

  return createRuns({ through, brokeOff: (code) => log('slack-catch-up-broke-off', { code }), againMs });
}

/** What was found in one conversation. `isWhole`: nothing of it has to be asked for again. */
interface Read {
  readonly messages: readonly MessageIn[];
  readonly isWhole: boolean;
}

/** Each conversation with its open places, the most recently active first. */
function byChannel(places: readonly OpenSlackPlace[]): OpenSlackPlace[][] {
  const channels = new Map<string, OpenSlackPlace[]>();
  for (const open of latestFirst(places)) {
    channels.set(open.place.channel, [...(channels.get(open.place.channel) ?? []), open]);
  }
  return [...channels.values()];
}

/** What is read for an open place: the top of its conversation, and its thread. */
function keysOf({ place: { channel, thread } }: OpenPlace): string[] {
  return thread === undefined ? [channel] : [channel, threadKey(channel, thread)];
}

function threadKey(channel: string, thread: string): string {
  return `${channel} ${thread}`;
}

/** As Slack writes instants: seconds, and six digits behind the point. */
function tsOf(ms: number): string {
  return `${Math.floor(ms / 1_000)}.000000`;
}
