import type { REST } from 'discord.js';
import type { Card } from '../../../src/card/card.ts';
import type { Outcome } from '../../../src/coach/ports.ts';
import type { Log } from '../../../src/log.ts';
import type { Place } from '../../../src/who/place.ts';
import { answerOf } from '../api/answers.ts';
import { discordPlace, targetOf, waysIn } from '../discord-place.ts';
import { coachLines } from '../render/coach-lines.ts';
import { addressedIn } from './addressed.ts';
import type { DirectMessages } from './direct-messages.ts';
import { underItsOwnName } from './its-own-name.ts';
import type { Opener } from './open-thread.ts';
import type { Attempt, Post } from './posting.ts';
import { READERS_THREAD_REMINDERS } from './readers.ts';
import { reminderThread } from './reminder-thread.ts';
import { standingIn } from './standing-in.ts';
import { threadName } from './thread-name.ts';
import { postUnasked } from './unasked.ts';
import { isShut, NOT_REACHED } from './why-shut.ts';

export interface RemindParts {
  readonly rest: REST;
  readonly post: Post;
  readonly direct: DirectMessages;
  readonly opener: Opener;
  readonly log: Log;
  readonly botId: () => string | undefined;
}

interface Shown {
  readonly place: Place;
  readonly ref: string;
}

export interface Reminding {
  remind(attempt: Attempt, card: Card): Promise<Outcome>;
  /** Where the last card that came unasked was shown to this person, as far as this process showed it. */
  remindedIn(userId: string): Place | undefined;
}

/** Whoever is told where their reminders come has just set them. */
const REMEMBERED = 1_000;

export function createReminding(parts: RemindParts): Reminding {
  const remindedIn = new Map<string, Place>();
  return {
    async remind(attempt, card) {
      const userId = addressedIn(attempt.delivery);
      if (userId === undefined) return { outcome: 'refused', reason: 'not-reached no-user' };
      const shown = await showUnasked(attempt, card, userId, parts);
      // The codes say why, in the one line that the log has of it.
      if ('shut' in shown) return { outcome: 'refused', reason: `not-reached ${shown.shut.join(' ')}` };
      remindedIn.set(userId, shown.place);
      const [oldest] = remindedIn.keys();
      if (remindedIn.size > REMEMBERED && oldest !== undefined) remindedIn.delete(oldest);
      return { outcome: 'done', ref: standingIn(targetOf(shown.place), shown.ref) };
    },
    remindedIn: (userId) => remindedIn.get(userId),
  };
}

/**
 * Shows a card that comes unasked: in the direct messages of the user whom the place names; where those are shut, in a
 * private thread of a channel that it names as well, the same one each time. Never in the open. Throws what the REST
 * throws, where another try may do better. `shut`: they can be written to nowhere, for these codes.
 */
async function showUnasked(
  attempt: Attempt,
  card: Card,
  userId: string,
  parts: RemindParts,
): Promise<Shown | { readonly shut: readonly string[] }> {
  const { delivery } = attempt;
  const shut: string[] = [];
  const shown = await unlessShut(shut, async () => {
    const channel = await parts.direct.of(userId);
    return {
      place: discordPlace(channel),
      ref: await postUnasked(parts.post, attempt, channel, card, { userId, writesInForm: false }),
    };
  });
  if (shown !== undefined) return shown;
  parts.direct.closed(userId);
  for (const parent of waysIn(delivery.place).filter((way) => way !== userId && way !== 'answers')) {
    const inThread = await threadShown(attempt, { parent, userId, card }, shut, parts);
    if (inThread === undefined) continue;
    parts.log('discord-way-shut', { key: delivery.key, code: shut[0] });
    return inThread;
  }
  return { shut };
}

async function threadShown(
  attempt: Attempt,
  { parent, userId, card }: { readonly parent: string; readonly userId: string; readonly card: Card },
  shut: string[],
  { rest, post, opener, botId }: RemindParts,
): Promise<Shown | undefined> {
  const name = threadName('reminders', `reminders for ${userId}`);
  const in_ = async (thread: string) => {
    const place = discordPlace(parent, thread);
    // What is typed in a thread is heard only where somebody practises in it.
    const to = { userId, writesInForm: true };
    return { place, ref: await postUnasked(post, attempt, targetOf(place), card, to) };
  };
  // A message wakes a thread that Discord archived; one that a moderator locked stays shut, and another is opened.
  const known = await reminderThread(rest, { parent, name, userId, botId: botId() });
  const again = known === undefined ? undefined : await unlessShut(shut, () => in_(known));
  if (again !== undefined) return again;
  const made = await unlessShut(shut, async () => {
    const thread = await opener.open(attempt, { parent, name, userId }, () => undefined);
    await post(underItsOwnName(attempt, '~'), thread, { messages: [FIRST_LINES] });
    opener.done(attempt);
    return in_(thread);
  });
  if (made === undefined) await opener.drop(attempt);
  return made;
}

const FIRST_LINES = coachLines([`${NOT_REACHED}, so your reminders come here.`], [READERS_THREAD_REMINDERS]);

async function unlessShut<T>(shut: string[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const { kind, code } = answerOf(error);
    if (!isShut(kind)) throw error;
    shut.push(code);
    return undefined;
  }
}
