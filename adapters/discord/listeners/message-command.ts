import { shorten } from '../../../src/text/graphemes.ts';
import { readFiles } from '../api/read-file.ts';
import type { Desk } from '../desk.ts';
import { withFileTexts } from '../receive/files.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { typedText } from '../receive/typed-text.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { answerAlone, answered, deferAlone, tellAtOnce } from './answering.ts';
import { happens } from './happens.ts';
import { waysOf } from './ways.ts';
import { toTalk } from './where-it-goes-on.ts';

/** "Critique this answer", on a message of one's own. */
export async function takeMessageCommand(desk: Desk, i: InteractionOf<'message-command'>): Promise<void> {
  if (i.target.authorId !== i.userId) {
    const line = 'I look at your own messages only. Ask the person who wrote this one to try it.';
    await tellAtOnce(desk, i, coachLines([line]));
    return;
  }
  await answered(desk, i, deferAlone(desk, i), () => looksAt(desk, i), answerAlone);
}

async function looksAt(desk: Desk, i: InteractionOf<'message-command'>): Promise<readonly DiscordMessage[]> {
  const { target } = i;
  const { texts, unread } = await readFiles(target.files, { apiUrl: desk.apiUrl });
  const words = withFileTexts(typedText(target.text, target, desk.bot.userId), texts);
  const left = unread.length === 0 ? [] : [coachLines([leftOut(unread)])];
  if (words.trim() === '')
    return [...left, coachLines(['There are no words in that message for me to look at.'])];
  const what = { type: 'brought', messageId: target.id, stamp: target.id, text: words } as const;
  const handled = await happens(desk, i, what, { at: 'large', begins: { ways: waysOf(i, 'dm') } });
  return [...left, ...(await toTalk(desk, handled, 'I look at it, just for you:'))];
}

function leftOut(names: readonly string[]): string {
  const quoted = names.map((name) => `"${shorten(name, LONGEST_NAME)}"`).join(', ');
  return `I could not read ${quoted} of that message. To use it, write or paste what it says in our messages.`;
}

/** Graphemes. */
const LONGEST_NAME = 60;
