import { setTimeout as sleep } from 'node:timers/promises';
import { flat } from '../fakes/discord/controls.ts';
import type { FakeDiscord } from '../fakes/discord/fake-discord.ts';
import type { Interacted } from '../fakes/discord/interacting.ts';
import type { FakeMessage } from '../fakes/discord/message.ts';
import { readMessage } from '../fakes/discord/plain.ts';
import { textOf } from '../fakes/slack/json.ts';
import { ANSWERS } from './human.ts';
import type { CoachLife } from './slack-process.ts';

/** What somebody does on seeing a card: writes (once in their life) and then presses Next, or presses alone. */
type Reply = { readonly says: string } | { readonly presses: string };

/** The first that fits counts. */
const REPLIES: readonly { readonly sees: RegExp; readonly does: (match: RegExpExecArray) => Reply }[] = [
  { sees: /Which step felt weakest\?/, does: () => ({ presses: 'Look at it' }) },
  { sees: /Keep it, add, or change\?/, does: () => ({ presses: 'Keep it' }) },
  { sees: /just keep it and go on\./, does: () => ({ presses: 'next' }) },
  { sees: /([1-5]) of 5: /, does: (match) => ({ says: ANSWERS[match[1] ?? ''] ?? '' }) },
  { sees: /Send another message to add, or press Next\./, does: () => ({ presses: 'next' }) },
  { sees: /Tell me the failure in a line or two/, does: () => ({ says: ANSWERS['2'] ?? '' }) },
  { sees: /What are you practising for\?/, does: () => ({ says: 'event manager' }) },
  { sees: /How would you like to begin\?/, does: () => ({ presses: 'I have a story (about 12 min)' }) },
];

/** How long a person looks at a screen on which nothing happens, in ms. */
const PATIENCE_MS = 15_000;
/** After Discord said that it did not respond. */
const AGAIN_AFTER_MS = 3_000;
/** A person who reads is no faster, in ms. */
const LOOKS_MS = 200;
/** Starts that were responded to and led to nothing; and those that nobody responded to, since each may meet a kill. */
const MOST_TRIES = { answered: 12, lost: 40 };
/** A practice takes ten replies; every kill may cost a few more. */
const MOST_REPLIES = 40;

/** The server in which people call the coach, and the channel they call it in. */
const SERVER = '2222222222222222221';
const CHANNEL = '2222222222222222231';

/** Where they practise, and how they answer there: by typing, or, where nothing typed is heard, in the form. */
export interface DiscordHabit {
  readonly where: 'dm' | 'thread';
  readonly answersIn: 'messages' | 'form';
}

/** Every card of a person, the first showing of each, oldest first; wherever the coach writes to them. */
export function cardsOf(discord: FakeDiscord, userId: string): FakeMessage[] {
  const seen = new Set<string>();
  return writtenTo(discord, userId).filter((message) => {
    const names = [message.nonce ?? message.id, printOf(message)];
    const isNew = names.every((name) => !seen.has(name));
    for (const name of names) seen.add(name);
    return isNew;
  });
}

/** Messages that stand there a second time: under the same nonce, or with the same words and buttons. */
export function shownTwice(discord: FakeDiscord, userId: string): FakeMessage[] {
  const first = new Set(cardsOf(discord, userId));
  return writtenTo(discord, userId).filter((message) => !first.has(message));
}

/** Threads of which this person is a member: more than one would be a practice opened twice. */
export function threadsOf(discord: FakeDiscord, userId: string): string[] {
  return discord
    .threads(CHANNEL)
    .filter(({ members }) => members.has(userId))
    .map(({ id }) => id);
}

function writtenTo(discord: FakeDiscord, userId: string): FakeMessage[] {
  return [discord.dmOf(userId), ...threadsOf(discord, userId)]
    .flatMap((channel) => discord.messages(channel))
    .filter(({ author }) => author.id === discord.botUserId);
}

/** A button's id names the turn that its card belongs to: two cards of the same words are told apart by it. */
function printOf(message: FakeMessage): string {
  const ids = flat(message.components).map((each) => textOf(each.custom_id));
  return [message.channel_id, readMessage(message), ...ids].join('\n');
}

/**
 * Practises to the critique as a person does: reads the newest card and answers it. What they wrote they never write
 * again: what nobody heard, the coach has to read back. What they pressed or sent in vain they press or send again.
 */
export async function practiseInDiscord(
  discord: FakeDiscord,
  userId: string,
  { where, answersIn }: DiscordHabit,
  life: CoachLife,
): Promise<void> {
  discord.guild(SERVER, { channels: [CHANNEL] });
  const person = discord.user(userId);
  /** What they wrote so far: in forms, what was taken. */
  const said = new Set<string>();
  /** What stands in a form that is open. */
  let written: string | undefined;
  const came = (isSo: () => boolean, what: string, ms: number) =>
    discord.until(isSo, what, ms).catch(() => undefined);
  const newest = () =>
    cardsOf(discord, userId)
      .map((message) => ({ message, text: readMessage(message) }))
      .findLast(({ text }) => /^KEEP$/m.test(text) || REPLIES.some(({ sees }) => sees.test(text)));

  const tries = { answered: 0, lost: 0 };
  while (newest() === undefined) {
    if (tries.answered >= MOST_TRIES.answered || tries.lost >= MOST_TRIES.lost)
      throw new Error(`no practice was opened: ${JSON.stringify({ tries, told: person.toldAlone })}`);
    await life.up();
    const { lost } = await person.slash('practice-failure', {
      sub: 'start',
      options: { where },
      in: CHANNEL,
    });
    tries[lost ? 'lost' : 'answered'] += 1;
    await came(() => newest() !== undefined, 'the first card', lost ? AGAIN_AFTER_MS : PATIENCE_MS);
  }

  for (let replies = 0; ; replies += 1) {
    // Several cards may come at once: what is read is the last of them.
    await sleep(LOOKS_MS);
    const card = newest();
    if (card === undefined || /^KEEP$/m.test(card.text)) return;
    const { message, text } = card;
    if (replies >= MOST_REPLIES)
      throw new Error(`it comes to no end:\n${person.reads({ channel: message.channel_id }).slice(-4_000)}`);
    const isPast = () => newest()?.message.id !== message.id;
    const reply = replyTo(text);
    const isNew = 'says' in reply && !said.has(reply.says);
    if (isNew && answersIn === 'messages') {
      said.add(reply.says);
      await person.says(reply.says, { channel: message.channel_id });
    }
    await life.up();
    if (isPast() && written === undefined) continue;
    const done =
      written !== undefined || (isNew && answersIn === 'form')
        ? await fillIn(message.id, 'says' in reply ? reply.says : '')
        : await pressIn(message.id, 'says' in reply ? 'next' : reply.presses);
    await came(isPast, 'the next card', done === undefined || done.lost ? AGAIN_AFTER_MS : PATIENCE_MS);
  }

  /** Undefined where the button is gone: the card has had its answer. */
  function pressIn(id: string, what: string): Promise<Interacted | undefined> {
    return person.presses(what, { in: id }).catch(() => undefined);
  }

  /** A form that could not be sent stays open with what was written in it, and is sent again before anything else. */
  async function fillIn(id: string, words: string): Promise<Interacted | undefined> {
    const pressed = written === undefined ? await pressIn(id, 'Write your answer') : undefined;
    if (person.modal() === undefined) return pressed;
    written ??= words;
    const sent = await person.submits({ text: written });
    if (!sent.lost) {
      said.add(written);
      written = undefined;
    }
    return sent;
  }
}

function replyTo(text: string): Reply {
  for (const { sees, does } of REPLIES) {
    const match = sees.exec(text);
    if (match !== null) return does(match);
  }
  throw new Error('nothing to answer');
}
