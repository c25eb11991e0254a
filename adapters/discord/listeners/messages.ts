import type { Handled } from '../../../src/coach/coach.ts';
import { OPEN_AGAIN } from '../../../src/conversation/undelivered.ts';
import type { Place } from '../../../src/who/place.ts';
import { readFiles } from '../api/read-file.ts';
import type { Desk } from '../desk.ts';
import { discordPlace, isInAnswers } from '../discord-place.ts';
import { isTextFile, withFileTexts } from '../receive/files.ts';
import { type DeletedIn, type MessageIn, toIncoming } from '../receive/message-event.ts';
import { typedText } from '../receive/typed-text.ts';
import { renderCard } from '../render/render.ts';
import { howToWrite } from './how-to-write.ts';
import { movedOut } from './moved-out.ts';
import { inChannel } from './said-directly.ts';

/** Older messages of somebody who was deleted are echoes of before. */
const FRESH_MS = 10 * 60_000;

/** A person wrote or edited a message. Resolves at the commit; rejects where there was none, so that it is read back. */
export function takeMessage(desk: Desk, message: MessageIn): Promise<void> {
  return desk.inOrder(message, () => taken(desk, message));
}

async function taken(desk: Desk, message: MessageIn): Promise<void> {
  const place = await placeOf(desk, message);
  if (place === undefined) return;
  if (message.isEmpty) return howToWrite(desk, message, place);
  const { texts, unread } = await readFiles(message.files, { apiUrl: desk.apiUrl });
  const text = withFileTexts(typedText(message.text, message, desk.bot.userId), texts);
  if (
    message.kind === 'edited' &&
    message.files.some((file) => isTextFile(file) && unread.includes(file.name))
  )
    // Without the words of its file the edit would take them out of the answer: it stays as it was, and that is said.
    return leftAsItWas(desk, message, place, unread);
  const begins = { ways: [message.userId, 'answers'] };
  for (const incoming of toIncoming(message, text, place, unread)) {
    const handled = await desk.world.coach.handle({ ...incoming, begins });
    if (message.guild === undefined && isShownInAnswers(handled))
      await movedOut(desk, incoming, handled, OPEN_AGAIN);
    void answeredBeside(desk, message, handled);
  }
}

async function leftAsItWas(
  desk: Desk,
  message: MessageIn,
  place: Place,
  unread: readonly string[],
): Promise<void> {
  for (const incoming of toIncoming({ ...message, kind: 'said' }, '', place, unread))
    await desk.world.coach.handle(incoming);
}

/** Their practice runs on answers, for want of another place, and here they write to the bot. */
function isShownInAnswers(handled: Handled): boolean {
  const place = handled.place();
  return place !== undefined && isInAnswers(place);
}

/** Direct messages, or the thread of a practice of this very person: everything else in a server is none of ours. */
async function placeOf(desk: Desk, { channel, guild, userId }: MessageIn) {
  if (guild === undefined) return discordPlace(channel);
  const parent = await desk.threads.parentOf(channel);
  if (parent === undefined) return undefined;
  const place = discordPlace(parent, channel);
  const owners = await desk.world.looks.ownersAt(place);
  return owners.some((owner) => owner.userId === userId) ? place : undefined;
}

/** Discord does not say whose message was deleted: it is looked for with whoever practises there. */
export async function takeDeleted(desk: Desk, { channel, guild, messageIds }: DeletedIn): Promise<void> {
  const parent = guild === undefined ? undefined : await desk.threads.parentOf(channel);
  if (guild !== undefined && parent === undefined) return;
  const place = parent === undefined ? discordPlace(channel) : discordPlace(parent, channel);
  const people =
    parent === undefined ? await recipient(desk, channel) : await desk.world.looks.ownersAt(place);
  const where = parent === undefined ? { place, atLarge: true as const } : { place };
  for (const person of people) {
    for (const messageId of messageIds) {
      const id = `discord-${channel}-${messageId}-deleted`;
      const what = { type: 'deleted', messageId } as const;
      await desk.inOrder({ channel, userId: person.userId }, () =>
        desk.world.coach.handle({ id, person, ...where, what }),
      );
    }
  }
}

async function recipient(desk: Desk, channel: string) {
  const userId = await desk.threads.recipientOf(channel);
  return userId === undefined ? [] : [{ platform: 'discord' as const, scope: desk.bot.appId, userId }];
}

/** For somebody about whom nothing is kept any more there is no outbox: they are answered here. */
async function answeredBeside(desk: Desk, message: MessageIn, handled: Handled): Promise<void> {
  const { channel, userId } = message;
  if (handled.hasForgotten === true) desk.tidy();
  if (handled.reply !== undefined) {
    await inChannel(desk, channel, renderCard(handled.reply, { userId, writesInForm: false }), message.id);
  } else if (handled.outcome === 'gone' && isFresh(desk, message)) {
    const begin = { action: 'start', word: 'start', label: 'Begin', style: 'primary' } as const;
    const blocks = [
      { kind: 'text' as const, runs: ['Nothing of yours is kept here any more. To begin anew:'] },
    ];
    const card = { v: 1, blocks, buttons: [begin], asks: 'nothing' } as const;
    await inChannel(desk, channel, renderCard(card, { userId, writesInForm: false }), message.id);
  }
}

function isFresh(desk: Desk, { kind, sentAt }: MessageIn): boolean {
  return kind === 'said' && desk.now() - sentAt < FRESH_MS;
}
