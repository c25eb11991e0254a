import { codeOf } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { PersonRef } from '../../src/who/person.ts';
import type { Place } from '../../src/who/place.ts';
import { compareTs, type ListingClient, listMessages } from './api/listed-messages.ts';
import { type Bot, editedIn, isWords, type MessageIn, saidIn } from './receive/message-event.ts';
import type { SlackMessage } from './receive/payload-schemas.ts';

/** Where a practice is open, and when the newest message known of it was written. */
export interface OpenPlace {
  readonly person: PersonRef;
  readonly installation: string;
  readonly place: Place;
  readonly since: Date;
  /** Nothing older is read back: what a person wrote before was deleted with them. */
  readonly knownSince?: Date;
}

export interface CatchUp {
  /** Resolves when everything was read that can be. A call during a run has another one follow. */
  run(): Promise<void>;
  /** Ends a run at its next step. */
  stop(): void;
}

/** Before the last thing known: two clocks differ, and a message may have come while another was handled. */
const OVERLAP_MS = 5 * 60 * 1_000;

/**
 * Reads back what was written while nobody listened: each open thread, and the top of each person's direct messages.
 * What is there already is taken again: the coach knows it by its id. Deletions are not told by Slack afterwards.
 */
export function createCatchUp(options: {
  readonly client: ListingClient;
  readonly openPlaces: () => Promise<readonly OpenPlace[]>;
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
  const stopping = new AbortController();
  const pace = { pauseMs, signal: stopping.signal };
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let again: NodeJS.Timeout | undefined;
  /** Up to where each conversation was read by this process, as a `ts`: an answer that came since moves `since` past what was missed. */
  const marks = new Map<string, string>();
  let lastRunAt: number | undefined;

  async function once(): Promise<void> {
    const began = now();
    let isWhole = false;
    try {
      isWhole = await throughAll(began);
    } finally {
      lastRunAt = began;
      clearTimeout(again);
      if (!isWhole && !stopping.signal.aborted) {
        again = setTimeout(() => void run(), againMs);
        again.unref();
      }
    }
  }

  /** False where something was left for another run. */
  async function throughAll(began: number): Promise<boolean> {
    const conversations = byChannel(await openPlaces());
    let isWhole = true;
    log('slack-catch-up', { conversations: conversations.length });
    let taken = 0;
    for (const places of conversations) {
      const read = await messagesOf(places);
      if (read === 'refused') return true;
      const handed = await handOver(read.messages);
      taken += handed.taken;
      if (read.isWhole && handed.isWhole)
        for (const key of read.keys) marks.set(key, tsOf(began - OVERLAP_MS));
      else isWhole = false;
    }
    log('slack-caught-up', { conversations: conversations.length, messages: taken });
    return isWhole;
  }

  /** From where on a conversation is read: where this process left it, or its last known message, whichever is earlier. */
  function from(key: string, open: OpenPlace): string {
    const begun = lastRunAt === undefined ? oldestOf(open) : tsOf(lastRunAt - OVERLAP_MS);
    const mark = marks.get(key) ?? begun;
    const [earlier = ''] = [mark, oldestOf(open)].sort(compareTs);
    marks.set(key, earlier);
    const [, latest = earlier] = [earlier, tsOf(open.knownSince?.getTime() ?? 0)].sort(compareTs);
    return latest;
  }

  /** What the person wrote in one conversation, the oldest first. */
  async function messagesOf(places: readonly OpenPlace[]): Promise<Read | 'refused'> {
    const [latest] = places;
    if (latest === undefined) return { messages: [], keys: [], isWhole: true };
    const { channel } = latest.place;
    const [earliest = ''] = places.map((open) => from(channel, open)).sort(compareTs);
    const top = { key: channel, channel, thread: undefined, oldest: earliest };
    const threads = places.flatMap((open) => {
      const { thread } = open.place;
      if (thread === undefined) return [];
      const key = `${channel} ${thread}`;
      return [{ key, channel, thread, oldest: from(key, open) }];
    });
    let isWhole = true;
    const found = new Map<string, SlackMessage>();
    for (const where of [...threads, top]) {
      const listed = await listMessages(client, where, pace);
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
    return { messages, keys: [...threads, top].map(({ key }) => key), isWhole };
  }

  async function handOver(messages: readonly MessageIn[]): Promise<{ taken: number; isWhole: boolean }> {
    let taken = 0;
    for (const message of messages) {
      if (stopping.signal.aborted) return { taken, isWhole: false };
      try {
        await take(message, false).catch(() => take(message, true));
        taken += 1;
      } catch (error) {
        // What follows in this conversation may rest on it: all of it comes with the next run.
        log('slack-catch-up-not-taken', { code: codeOf(error) });
        return { taken, isWhole: false };
      }
    }
    return { taken, isWhole: true };
  }

  async function untilDone(): Promise<void> {
    do {
      isAskedAgain = false;
      try {
        await once();
      } catch (error) {
        if (!stopping.signal.aborted) log('slack-catch-up-broke-off', { code: codeOf(error) });
      }
    } while (isAskedAgain && !stopping.signal.aborted);
    running = undefined;
  }

  function run(): Promise<void> {
    if (running === undefined) running = untilDone();
    else isAskedAgain = true;
    return running;
  }

  return {
    run,
    stop() {
      clearTimeout(again);
      stopping.abort();
    },
  };
}

/** What was found in one conversation. `isWhole`: nothing of it has to be asked for again. */
interface Read {
  readonly messages: readonly MessageIn[];
  readonly keys: readonly string[];
  readonly isWhole: boolean;
}

/** Each conversation with its open places, the most recently active first. */
function byChannel(places: readonly OpenPlace[]): OpenPlace[][] {
  const channels = new Map<string, OpenPlace[]>();
  const latestFirst = [...places].sort((a, b) => b.since.getTime() - a.since.getTime());
  for (const open of latestFirst) {
    channels.set(open.place.channel, [...(channels.get(open.place.channel) ?? []), open]);
  }
  return [...channels.values()];
}

function oldestOf({ since, knownSince }: OpenPlace): string {
  return tsOf(Math.max(since.getTime() - OVERLAP_MS, knownSince?.getTime() ?? 0));
}

/** As Slack writes instants: seconds, and six digits behind the point. */
function tsOf(ms: number): string {
  return `${Math.floor(ms / 1_000)}.000000`;
}
