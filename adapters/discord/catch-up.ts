import type { Log } from '../../src/log.ts';
import type { PersonRef } from '../../src/who/person.ts';
import { placeKey } from '../../src/who/place.ts';
import { createFirstCome, type FirstCome } from '../catch-up/first-come.ts';
import { type HandedOver, handOver } from '../catch-up/hand-over.ts';
import { createHowFar } from '../catch-up/how-far.ts';
import { latestFirst, type OpenPlace } from '../catch-up/open-place.ts';
import { type CatchUp, createRuns } from '../catch-up/runs.ts';
import { answerOf } from './api/answers.ts';
import { CODES } from './api/codes.ts';
import { goneMessages } from './api/gone-messages.ts';
import { type Listing, listMessages } from './api/listed-messages.ts';
import type { Bot } from './desk.ts';
import { isInAnswers, isUnopened, targetOf } from './discord-place.ts';
import { type DeletedIn, deletedFrom, type MessageIn, readBack, saidId } from './receive/message-event.ts';
import { compareSnowflakes, snowflakeOf } from './receive/snowflake.ts';

export interface DiscordCatchUp extends CatchUp, Pick<FirstCome<OpenPlace>, 'isRead'> {
  /**
   * Whether what was written in a place waits until older words of its person are read. Of a server's channels only those
   * count of which it is known already that a practice of theirs stands there.
   */
  isHeldBack(message: Pick<MessageIn, 'userId' | 'channel' | 'guild'>): boolean;
}

/**
 * Reads back what was done while nobody listened: the direct messages or the thread of each open practice, from its first
 * message on. What had its turn already is known by its id. What is gone was deleted meanwhile.
 */
export function createCatchUp(options: {
  readonly rest: Listing;
  readonly openPlaces: () => Promise<readonly OpenPlace[]>;
  readonly take: (message: MessageIn) => Promise<void>;
  readonly takeDeleted: (deleted: DeletedIn) => Promise<void>;
  /** Which of these events of a person had their turn: it tells the messages that were written in a channel from others. */
  readonly heard: (person: PersonRef, eventIds: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly bot: Bot;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Between two calls: they count against the bot's 50 a second, as what people wait for does. */
  readonly pauseMs?: number;
  /** Where something could not be read or taken: how long until the next run, in milliseconds. */
  readonly againMs?: number;
}): DiscordCatchUp {
  const { rest, openPlaces, take, takeDeleted, heard, bot, log, now, pauseMs = 500 } = options;
  const { againMs = 60_000 } = options;
  const howFar = createHowFar();
  const queue = createFirstCome<OpenPlace>(({ person }) => person.userId);
  const notTaken = (code: string) => log('discord-catch-up-not-taken', { code });
  let isToldOfHistory = false;

  async function through(signal: AbortSignal): Promise<boolean> {
    queue.begins();
    return read(signal).finally(queue.ends);
  }

  async function read(signal: AbortSignal): Promise<boolean> {
    const began = now();
    const places = latestFirst((await openPlaces()).filter(isChannel));
    howFar.begin(
      began,
      places.map((open) => [keyOf(open), open]),
    );
    log('discord-catch-up', { places: places.length });
    let isWhole = true;
    let taken = 0;
    const lacking: Lacking[] = [];
    queue.reads(places);
    for (let open = queue.next(); open !== undefined; open = queue.next()) {
      const said = await readPlace(open, signal);
      if ('stop' in said) {
        if (said.stop === 'refused') return true;
        isWhole &&= said.stop !== 'later';
        continue;
      }
      taken += said.taken;
      lacking.push(said);
    }
    // Each look costs a call and a pause, and nobody who writes now waits for what they deleted: so all words come first.
    for (const place of lacking) {
      const isSure = await tookDeleted(place, signal);
      if (place.isWhole && isSure) howFar.done(keyOf(place.open));
      else isWhole = false;
    }
    log('discord-caught-up', { places: places.length, messages: taken });
    return isWhole;
  }

  /** Hands over what was written in a place. */
  async function readPlace(
    open: OpenPlace,
    signal: AbortSignal,
  ): Promise<(Lacking & HandedOver) | { readonly stop: 'gone' | 'refused' | 'later' }> {
    const from = snowflakeOf(howFar.from(keyOf(open), open));
    const held = (open.messages ?? []).filter((id) => /^\d+$/.test(id)).sort(compareSnowflakes);
    const after = before(held[0], from);
    const listed = await listMessages(rest, { channel: targetOf(open.place), after }, { pauseMs, signal });
    if ('stop' in listed) {
      notRead(listed.code);
      return listed;
    }
    // What the practice holds as it was said needs no turn of its own; an edit of it may be news.
    const isNews = ({ kind, messageId }: MessageIn) =>
      held.includes(messageId) ? kind === 'edited' : compareSnowflakes(messageId, from) > 0;
    const news = theirs(open, listed.messages).filter(isNews);
    const handed = await handOver(news, take, { signal, notTaken });
    const there = new Set(listed.messages.map(({ id }) => id));
    const ids = held.filter((id) => !there.has(id) && compareSnowflakes(id, after) > 0);
    return { ...handed, open, ids };
  }

  /** Takes out what is gone. False where that is not sure yet; one place never keeps the others from being looked through. */
  async function tookDeleted({ open, ids }: Lacking, signal: AbortSignal): Promise<boolean> {
    if (ids.length === 0) return true;
    try {
      const { gone, isSure } = await goneFrom(open, ids, signal);
      if (gone.length > 0) await takeDeleted(deletedFrom(open.place, gone));
      return isSure;
    } catch (error) {
      signal.throwIfAborted();
      notTaken(answerOf(error).code);
      return false;
    }
  }

  /** Of what a listing lacks only what was written in this very channel: the rest of the answer may stand in others. */
  async function goneFrom({ person, place }: OpenPlace, lacking: readonly string[], signal: AbortSignal) {
    const channel = targetOf(place);
    const known = await heard(
      person,
      lacking.map((id) => saidId(channel, id)),
    );
    const here = lacking.filter((id) => known.has(saidId(channel, id)));
    return goneMessages(rest, channel, here, { pauseMs, signal });
  }

  function theirs({ person, place }: OpenPlace, listed: readonly unknown[]): MessageIn[] {
    const isThread = place.thread !== undefined;
    return listed
      .flatMap((message) => readBack(message, bot, { isThread }))
      .filter(({ userId }) => userId === person.userId);
  }

  function notRead(code: string): void {
    log('discord-catch-up-not-read', { code });
    if (code !== CODES.missingAccess || isToldOfHistory) return;
    isToldOfHistory = true;
    log('discord-history-refused', { needs: 'Read Message History' });
  }

  const runs = createRuns({
    through,
    brokeOff: (code) => log('discord-catch-up-broke-off', { code }),
    againMs,
  });
  return {
    ...runs,
    isRead: queue.isRead,
    isHeldBack: ({ userId, channel, guild }) =>
      guild === undefined
        ? queue.isLeft(userId)
        : queue.leftOf(userId).some(({ place }) => targetOf(place) === channel),
  };
}

/** A place whose listing lacks some of the messages that its practice holds: they may be deleted. */
interface Lacking {
  readonly open: OpenPlace;
  readonly ids: readonly string[];
  readonly isWhole: boolean;
}

/** The snowflake after which both are: the first message that is held, and where reading goes on. */
function before(first: string | undefined, from: string): string {
  if (first === undefined || compareSnowflakes(first, from) > 0) return from;
  return (BigInt(first) - 1n).toString();
}

function isChannel({ place }: OpenPlace): boolean {
  return !isInAnswers(place) && !isUnopened(place);
}

function keyOf({ person, place }: OpenPlace): string {
  return `${person.userId} ${placeKey(place)}`;
}
