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
  /** Between two calls of the Web API; these methods allow about 50 a minute. */
  readonly pauseMs?: number;
}): CatchUp {
  const { client, openPlaces, take, bot, log, pauseMs = 1_200 } = options;
  const stopping = new AbortController();
  const pace = { pauseMs, signal: stopping.signal };
  let running: Promise<void> | undefined;
  let isAskedAgain = false;

  async function once(): Promise<void> {
    const conversations = byChannel(await openPlaces());
    log('slack-catch-up', { conversations: conversations.length });
    let taken = 0;
    for (const places of conversations) {
      const read = await messagesOf(places);
      if (read === 'refused') return;
      taken += await handOver(read);
    }
    log('slack-caught-up', { conversations: conversations.length, messages: taken });
  }

  /** What the person wrote in one conversation, the oldest first. */
  async function messagesOf(places: readonly OpenPlace[]): Promise<readonly MessageIn[] | 'refused'> {
    const [latest] = places;
    if (latest === undefined) return [];
    const { channel } = latest.place;
    const [earliest = ''] = places.map(oldestOf).sort(compareTs);
    const top = { channel, thread: undefined, oldest: earliest };
    const threads = places.flatMap((open) =>
      open.place.thread === undefined ? [] : [{ channel, thread: open.place.thread, oldest: oldestOf(open) }],
    );
    const found = new Map<string, SlackMessage>();
    for (const where of [...threads, top]) {
      const listed = await listMessages(client, where, pace);
      if ('stop' in listed) {
        log('slack-catch-up-not-read', { code: listed.code });
        if (listed.stop === 'refused') return 'refused';
        continue;
      }
      for (const message of listed.messages) {
        // Slack gives a thread's root with every page, however old it is.
        if (compareTs(message.ts, where.oldest) < 0) continue;
        found.set(message.ts, { ...message, thread_ts: message.thread_ts ?? where.thread });
      }
    }
    return [...found.values()]
      .sort((a, b) => compareTs(a.ts, b.ts))
      .filter((message) => message.user === latest.person.userId && isWords(message, bot))
      .flatMap((message) =>
        [saidIn(message, channel, latest), editedIn(message, channel, latest) ?? []].flat(),
      );
  }

  async function handOver(messages: readonly MessageIn[]): Promise<number> {
    let taken = 0;
    for (const message of messages) {
      if (stopping.signal.aborted) return taken;
      try {
        await take(message, false).catch(() => take(message, true));
        taken += 1;
      } catch (error) {
        // What follows in this conversation may rest on it: all of it comes with the next run.
        log('slack-catch-up-not-taken', { code: codeOf(error) });
        return taken;
      }
    }
    return taken;
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

  return {
    run() {
      if (running === undefined) running = untilDone();
      else isAskedAgain = true;
      return running;
    },
    stop: () => stopping.abort(),
  };
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

/** From where on, as Slack writes instants: seconds, and six digits behind the point. */
function oldestOf({ since, knownSince }: OpenPlace): string {
  const from = Math.max(since.getTime() - OVERLAP_MS, knownSince?.getTime() ?? 0);
  return `${Math.floor(from / 1_000)}.000000`;
}
