import { codeOf } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { type Place, placeKey } from '../../src/who/place.ts';
import type { Bot } from './desk.ts';
import { isInAnswers, isUnopened, targetOf } from './discord-place.ts';
import { type Listing, listMessages } from './receive/listed-messages.ts';
import { type MessageIn, readBack } from './receive/message-event.ts';
import { snowflakeOf } from './receive/snowflake.ts';

/** Where a practice is open, and when the newest message known of it was written. */
export interface OpenPlace {
  readonly person: PersonRef;
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
 * Reads back what was written while nobody listened: the direct messages or the thread of each open practice. What is
 * there already is taken again: the coach knows it by its id. Deletions are not told by Discord afterwards.
 */
export function createCatchUp(options: {
  readonly rest: Listing;
  readonly openPlaces: () => Promise<readonly OpenPlace[]>;
  readonly take: (message: MessageIn) => Promise<void>;
  readonly bot: Bot;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Between two calls: they count against the bot's 50 a second, as what people wait for does. */
  readonly pauseMs?: number;
  /** Where something could not be read or taken: how long until the next run, in milliseconds. */
  readonly againMs?: number;
}): CatchUp {
  const { rest, openPlaces, take, bot, log, now, pauseMs = 500, againMs = 60_000 } = options;
  const stopping = new AbortController();
  const pace = { pauseMs, signal: stopping.signal };
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let again: NodeJS.Timeout | undefined;
  /** Up to where each place was read by this process (ms since 1970): an answer that came since moves `since` past what was missed. */
  let marks = new Map<string, number>();
  let lastRunAt: number | undefined;
  let isToldOfHistory = false;

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
    const places = readable(await openPlaces());
    const before = marks;
    // Practices that are open no more are forgotten with this.
    marks = new Map();
    for (const open of places) marks.set(keyOf(open), from(open, before));
    log('discord-catch-up', { places: places.length });
    let isWhole = true;
    let taken = 0;
    for (const open of places) {
      const listed = await listMessages(rest, { channel: targetOf(open.place), after: after(open) }, pace);
      if ('stop' in listed) {
        notRead(listed.code);
        if (listed.stop === 'refused') return true;
        isWhole &&= listed.stop !== 'later';
        continue;
      }
      const handed = await handOver(open, listed.messages);
      taken += handed.taken;
      if (handed.isWhole) marks.set(keyOf(open), began - OVERLAP_MS);
      else isWhole = false;
    }
    log('discord-caught-up', { places: places.length, messages: taken });
    return isWhole;
  }

  /** From when on a place is read: where this process left it, or its last known message, whichever is earlier. */
  function from(open: OpenPlace, before: ReadonlyMap<string, number>): number {
    const oldest = oldestOf(open);
    const begun = lastRunAt === undefined ? oldest : lastRunAt - OVERLAP_MS;
    return Math.min(before.get(keyOf(open)) ?? begun, oldest);
  }

  function after(open: OpenPlace): string {
    return snowflakeOf(Math.max(marks.get(keyOf(open)) ?? oldestOf(open), open.knownSince?.getTime() ?? 0));
  }

  async function handOver(
    { person, place }: OpenPlace,
    listed: readonly unknown[],
  ): Promise<{ taken: number; isWhole: boolean }> {
    let taken = 0;
    const isThread = place.thread !== undefined;
    const messages = listed
      .flatMap((message) => readBack(message, bot, { isThread }))
      .filter(({ userId }) => userId === person.userId);
    for (const message of messages) {
      if (stopping.signal.aborted) return { taken, isWhole: false };
      try {
        await take(message);
        taken += 1;
      } catch (error) {
        // What follows in this place may rest on it: all of it comes with the next run.
        log('discord-catch-up-not-taken', { code: codeOf(error) });
        return { taken, isWhole: false };
      }
    }
    return { taken, isWhole: true };
  }

  function notRead(code: string): void {
    log('discord-catch-up-not-read', { code });
    if (code !== MISSING_ACCESS || isToldOfHistory) return;
    isToldOfHistory = true;
    log('discord-history-refused', { needs: 'Read Message History' });
  }

  async function untilDone(): Promise<void> {
    do {
      isAskedAgain = false;
      try {
        await once();
      } catch (error) {
        if (!stopping.signal.aborted) log('discord-catch-up-broke-off', { code: codeOf(error) });
      }
    } while (isAskedAgain && !stopping.signal.aborted);
    running = undefined;
  }

  function run(): Promise<void> {
    if (stopping.signal.aborted) return Promise.resolve();
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

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json: also where only the history is closed. */
const MISSING_ACCESS = '50001';

/** The places that are a channel of Discord's, the most recently active first. */
function readable(places: readonly OpenPlace[]): OpenPlace[] {
  return places
    .filter(({ place }) => !isInAnswers(place) && !isUnopened(place))
    .sort((a, b) => b.since.getTime() - a.since.getTime());
}

function keyOf({ person, place }: OpenPlace): string {
  return `${person.userId} ${placeKey(place)}`;
}

function oldestOf({ since, knownSince }: OpenPlace): number {
  return Math.max(since.getTime() - OVERLAP_MS, knownSince?.getTime() ?? 0);
}
