import type { Log } from '../../src/log.ts';
import { placeKey } from '../../src/who/place.ts';
import { handOver } from '../catch-up/hand-over.ts';
import { createHowFar } from '../catch-up/how-far.ts';
import { latestFirst, type OpenPlace } from '../catch-up/open-place.ts';
import { type CatchUp, createRuns } from '../catch-up/runs.ts';
import type { Bot } from './desk.ts';
import { isInAnswers, isUnopened, targetOf } from './discord-place.ts';
import { type Listing, listMessages } from './receive/listed-messages.ts';
import { type MessageIn, readBack } from './receive/message-event.ts';
import { snowflakeOf } from './receive/snowflake.ts';

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
  const howFar = createHowFar();
  const notTaken = (code: string) => log('discord-catch-up-not-taken', { code });
  let isToldOfHistory = false;

  async function through(signal: AbortSignal): Promise<boolean> {
    const began = now();
    const places = latestFirst((await openPlaces()).filter(isChannel));
    howFar.begin(
      began,
      places.map((open) => [keyOf(open), open]),
    );
    log('discord-catch-up', { places: places.length });
    let isWhole = true;
    let taken = 0;
    for (const open of places) {
      const after = snowflakeOf(howFar.from(keyOf(open), open));
      const listed = await listMessages(rest, { channel: targetOf(open.place), after }, { pauseMs, signal });
      if ('stop' in listed) {
        notRead(listed.code);
        if (listed.stop === 'refused') return true;
        isWhole &&= listed.stop !== 'later';
        continue;
      }
      const handed = await handOver(theirs(open, listed.messages), take, { signal, notTaken });
      taken += handed.taken;
      if (handed.isWhole) howFar.done(keyOf(open));
      else isWhole = false;
    }
    log('discord-caught-up', { places: places.length, messages: taken });
    return isWhole;
  }

  function theirs({ person, place }: OpenPlace, listed: readonly unknown[]): MessageIn[] {
    const isThread = place.thread !== undefined;
    return listed
      .flatMap((message) => readBack(message, bot, { isThread }))
      .filter(({ userId }) => userId === person.userId);
  }

  function notRead(code: string): void {
    log('discord-catch-up-not-read', { code });
    if (code !== MISSING_ACCESS || isToldOfHistory) return;
    isToldOfHistory = true;
    log('discord-history-refused', { needs: 'Read Message History' });
  }

  return createRuns({ through, brokeOff: (code) => log('discord-catch-up-broke-off', { code }), againMs });
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json: also where only the history is closed. */
const MISSING_ACCESS = '50001';

function isChannel({ place }: OpenPlace): boolean {
  return !isInAnswers(place) && !isUnopened(place);
}

function keyOf({ person, place }: OpenPlace): string {
  return `${person.userId} ${placeKey(place)}`;
}
