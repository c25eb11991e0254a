import { ChannelType, type REST, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import { z } from 'zod';
import type { Delivery } from '../../../src/coach/ports.ts';
import type { Log } from '../../../src/log.ts';
import type { Place } from '../../../src/who/place.ts';
import { answerOf } from '../api/answers.ts';
import { answersPlace, discordPlace, waysIn } from '../discord-place.ts';
import { snowflakeOf } from '../receive/snowflake.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DirectMessages } from './direct-messages.ts';
import type { Attempt, Post } from './posting.ts';
import { READERS_DM, READERS_IN_ANSWERS, READERS_THREAD } from './readers.ts';
import { threadName } from './thread-name.ts';

export interface OpenParts {
  readonly rest: REST;
  readonly post: Post;
  readonly direct: DirectMessages;
  readonly log: Log;
  readonly botId: () => string | undefined;
  /** Shows lines in the answers to what the person pressed. */
  readonly inAnswers: (userId: string, lines: ReturnType<typeof coachLines>) => Promise<boolean>;
}

/** Why a place could not be opened in one way, as the person is told. */
interface Shut {
  readonly why: string;
  readonly code: string;
}

const ThreadSchema = z.object({ id: z.string().min(1) });
const ParentSchema = z.object({ guild_id: z.string().optional() });
const ActiveSchema = z.object({
  threads: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string().nullish(),
      parent_id: z.string().nullish(),
      owner_id: z.string().nullish(),
      /** Counted up to 50. */
      member_count: z.int().default(0),
    }),
  ),
});

/** "Unknown member". */
const NO_MEMBER = '10007';

const APART_MS = 2 * 60_000;
const CLOSED: Shut = { why: 'I cannot reach you in direct messages', code: 'closed-before' };

/**
 * Opens a practice in the first way that can be had: direct messages, a private thread, or the answers to what the person
 * presses. The first message there says who can read it, and why it is not the place that was wanted, before anything
 * is asked. Resolves with the place; undefined where there is none.
 */
export async function openPlace(
  attempt: Attempt,
  called: string | undefined,
  parts: OpenParts,
): Promise<Place | undefined> {
  const { delivery } = attempt;
  const { userId } = delivery.person;
  const ways = waysIn(delivery.place);
  const ordered = [...ways.filter((way) => way !== 'answers'), ...ways.filter((way) => way === 'answers')];
  const shut: Shut[] = [];
  for (const way of ordered) {
    const opened = await tried(way);
    if ('place' in opened) return opened.place;
    parts.log('discord-way-shut', { key: delivery.key, code: opened.code });
    shut.push(opened);
  }
  return undefined;

  async function tried(way: string): Promise<{ readonly place: Place } | Shut> {
    if (way === 'answers') {
      await parts.inAnswers(userId, coachLines([READERS_IN_ANSWERS.join(' ')]));
      return { place: answersPlace(userId) };
    }
    return way === userId
      ? inDirectMessages(attempt, shut[0]?.why, parts)
      : inThread(attempt, way, threadName(called), shut[0]?.why, parts);
  }
}

async function inDirectMessages(
  attempt: Attempt,
  why: string | undefined,
  { post, direct }: OpenParts,
): Promise<{ readonly place: Place } | Shut> {
  const { userId } = attempt.delivery.person;
  const others = waysIn(attempt.delivery.place).length > 1;
  if (others && direct.isClosed(userId)) return CLOSED;
  try {
    const channel = await direct.of(userId);
    await post(attempt, channel, { messages: [firstLines(why, 'our direct messages', READERS_DM)] });
    return { place: discordPlace(channel) };
  } catch (error) {
    const { kind, code } = answerOf(error);
    if (!isShut(kind)) throw error;
    direct.closed(userId);
    return { why: 'I cannot reach you in direct messages', code };
  }
}

async function inThread(
  attempt: Attempt,
  parent: string,
  name: string,
  why: string | undefined,
  parts: OpenParts,
): Promise<{ readonly place: Place } | Shut> {
  const { rest, post } = parts;
  const { delivery } = attempt;
  let lacking = 'Create Private Threads';
  try {
    const before = delivery.inDoubt ? await openedBefore(delivery, parent, name, parts) : undefined;
    const thread = before ?? (await created(rest, parent, name));
    lacking = 'Send Messages in Threads';
    await rest.put(Routes.threadMembers(thread, delivery.person.userId));
    await post(attempt, thread, { messages: [firstLines(why, 'this thread', READERS_THREAD)] });
    return { place: discordPlace(parent, thread) };
  } catch (error) {
    const { kind, code } = answerOf(error);
    if (!isShut(kind)) throw error;
    return { why: whyNoThread(kind, code, lacking), code };
  }
}

async function created(rest: REST, parent: string, name: string): Promise<string> {
  const body = {
    name,
    type: ChannelType.PrivateThread,
    invitable: false,
    auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
  };
  return ThreadSchema.parse(await rest.post(Routes.threads(parent), { body })).id;
}

/**
 * A thread has no nonce: one that was opened by a try whose answer was lost is looked for among the bot's own of that
 * name since then. Two people who begin at the same time with the same role are told apart by who is in it; one that
 * nobody is in yet is taken.
 */
async function openedBefore(
  { person, since }: Delivery,
  parent: string,
  name: string,
  { rest, log, botId }: OpenParts,
): Promise<string | undefined> {
  try {
    const { guild_id: guild } = ParentSchema.parse(await rest.get(Routes.channel(parent)));
    if (guild === undefined || since === undefined) return undefined;
    const { threads } = ActiveSchema.parse(await rest.get(Routes.guildActiveThreads(guild)));
    const from = snowflakeOf(since.getTime() - APART_MS);
    const own = threads.filter(
      (each) =>
        each.parent_id === parent && each.owner_id === botId() && each.name === name && each.id >= from,
    );
    for (const { id, member_count: members } of own)
      if (members <= 1 || (await isIn(rest, id, person.userId))) return id;
    return undefined;
  } catch (error) {
    const { kind, code } = answerOf(error);
    if (kind === 'unknown' || kind === 'token-dead' || kind === 'later') throw error;
    log('discord-look-up-refused', { code });
    return undefined;
  }
}

/** Who is in a thread may be asked of one person at a time; the list of all needs a privileged intent. */
async function isIn(rest: REST, thread: string, userId: string): Promise<boolean> {
  try {
    await rest.get(Routes.threadMembers(thread, userId));
    return true;
  } catch (error) {
    if (answerOf(error).code === NO_MEMBER) return false;
    throw error;
  }
}

function firstLines(why: string | undefined, here: string, readers: readonly string[]) {
  const first = why === undefined ? [] : [[`${why}, so we practise in ${here}. Nothing is lost.`]];
  return coachLines(...first, ...readers.map((line) => [line]));
}

/** Another way may be open where this one is not. */
function isShut(kind: ReturnType<typeof answerOf>['kind']): boolean {
  return kind === 'gone' || kind === 'forbidden' || kind === 'archived' || kind === 'strange';
}

const FULL = '160006';

function whyNoThread(kind: string, code: string, lacking: string): string {
  if (kind === 'forbidden') return `I lack "${lacking}" in that channel`;
  if (code === FULL) return 'That server has as many open threads as it can hold';
  return 'I cannot open a thread there';
}
