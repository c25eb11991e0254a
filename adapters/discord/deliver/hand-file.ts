import { Buffer } from 'node:buffer';
import { text } from '../../../src/card/card.ts';
import type { Order, Outcome } from '../../../src/coach/ports.ts';
import { answerOf } from '../api/answers.ts';
import { renderPlain } from '../render/render.ts';
import { addressedIn } from './addressed.ts';
import type { DirectMessages } from './direct-messages.ts';
import type { Attempt, Post } from './posting.ts';
import { standingIn } from './standing-in.ts';
import { isShut } from './why-shut.ts';

/** Without its type Discord would guess one, and a phone would not offer its calendar. */
const TYPES: Readonly<Record<string, string>> = {
  ics: 'text/calendar; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/**
 * Puts a text file into the direct messages of the user whom the place names, with the line beside it. Nowhere else:
 * closed ones are refused as `not-reached`, with the code. Throws what the REST throws, where another try may do better.
 */
export async function handFile(
  attempt: Attempt,
  { name, text: content, words }: Extract<Order, { kind: 'file' }>,
  { post, direct }: { readonly post: Post; readonly direct: DirectMessages },
): Promise<Outcome> {
  const userId = addressedIn(attempt.delivery);
  if (userId === undefined) return { outcome: 'refused', reason: 'not-reached no-user' };
  const contentType = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8';
  const files = [{ name, data: Buffer.from(content, 'utf8'), contentType }];
  // A message of Components V2 shows a file only where a component names it: this one is plain.
  const card = { v: 1, blocks: [text(words)], buttons: [], asks: 'nothing' } as const;
  const messages = renderPlain(card, { userId, writesInForm: false });
  try {
    const channel = await direct.of(userId);
    const ref = await post(attempt, channel, {
      messages: messages.map((message, at) => (at === messages.length - 1 ? { ...message, files } : message)),
    });
    return { outcome: 'done', ref: standingIn(channel, ref) };
  } catch (error) {
    const { kind, code } = answerOf(error);
    if (!isShut(kind)) throw error;
    direct.closed(userId);
    return { outcome: 'refused', reason: `not-reached ${code}` };
  }
}
