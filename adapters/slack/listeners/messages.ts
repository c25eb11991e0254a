import type { Handled } from '../../../src/coach/coach.ts';
import { codeOf, PlatformError } from '../../../src/errors.ts';
import { triedAgain } from '../../beside-outbox/tried-again.ts';
import { answerOf } from '../api/answers.ts';
import { readFiles } from '../api/read-file.ts';
import type { Desk } from '../desk.ts';
import { encodePress } from '../press.ts';
import { withFileTexts } from '../receive/files.ts';
import { type MessageIn, messageIn, toIncoming } from '../receive/message-event.ts';
import { typedText } from '../receive/typed-text.ts';
import { slackButton } from '../render/card-buttons.ts';
import { coachLines } from '../render/coach-lines.ts';
import { renderCard } from '../render/render.ts';
import { withZone } from './zone-of.ts';

/** Slack tries an event three times more: on the last of them a file that cannot be had is named instead. */
export const LAST_RETRY = 3;
/** Older messages of somebody who was deleted are echoes of before. */
const FRESH_MS = 10 * 60_000;

/** A person wrote, edited or deleted a message. Resolves at the commit; rejects where there was none, so that it comes again. */
export async function takeMessageEvent(desk: Desk, body: unknown, retry: number): Promise<void> {
  const message = messageIn(body, desk.bot);
  if (message !== undefined) await takeMessage(desk, message, retry);
}

export async function takeMessage(desk: Desk, message: MessageIn, retry = 0): Promise<void> {
  const { text, unread } = await wordsOf(desk, message, retry);
  for (const incoming of toIncoming(message, text, unread)) {
    const handled = await desk.world.coach.handle({ ...(await withZone(desk, incoming)), pointer: true });
    // What follows is Slack's to wait for no longer.
    void answeredBeside(desk, message, handled);
  }
}

/** What the person typed: Slack's codes decoded, the words of text files behind it. */
async function wordsOf(
  desk: Desk,
  message: MessageIn,
  retry: number,
): Promise<{ text: string; unread: readonly string[] }> {
  if (message.kind === 'deleted') return { text: '', unread: [] };
  const named = new Map<string, string>();
  await Promise.all(
    message.mentions.map(async (user) => {
      const name = await desk.names.nameOf(user);
      if (name !== undefined) named.set(user, name);
    }),
  );
  const typed = typedText(message.text, (user) => named.get(user));
  if (message.files.length === 0) return { text: typed, unread: [] };
  try {
    const { texts, unread } = await readFiles(message.files, { token: desk.token, apiUrl: desk.apiUrl });
    return { text: withFileTexts(typed, texts), unread };
  } catch (error) {
    if (retry < LAST_RETRY || !(error instanceof PlatformError)) throw error;
    desk.log('slack-file-unread', { code: codeOf(error) });
    return { text: typed, unread: message.files.map(({ name }) => name) };
  }
}

/** For somebody about whom nothing is kept any more there is no outbox: they are answered here. */
async function answeredBeside(desk: Desk, message: MessageIn, handled: Handled): Promise<void> {
  const { channel, person } = message;
  try {
    if (handled.hasForgotten === true) desk.tidy();
    if (handled.reply !== undefined) {
      for (const { text, blocks } of renderCard(handled.reply, person))
        await triedAgain(
          () => desk.client.chat.postMessage({ channel, text, blocks: [...blocks] }),
          answerOf,
        );
    } else if (handled.outcome === 'gone' && isFresh(desk, message)) {
      const start = encodePress({ action: 'start', userId: person.userId });
      const { text, blocks } = coachLines(['Nothing of yours is kept here any more. To begin anew:']);
      const begin = slackButton('press:start', 'Begin', start, 'primary');
      const withBegin = [...blocks, { type: 'actions' as const, elements: [begin] }];
      await triedAgain(() => desk.client.chat.postMessage({ channel, text, blocks: withBegin }), answerOf);
    }
  } catch (error) {
    desk.log('slack-not-told', { code: codeOf(error) });
  }
}

function isFresh(desk: Desk, { kind, ts }: MessageIn): boolean {
  return kind === 'said' && desk.now() - Number.parseFloat(ts) * 1_000 < FRESH_MS;
}
