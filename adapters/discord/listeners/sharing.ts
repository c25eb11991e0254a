import type { Card } from '../../../src/card/card.ts';
import type { Happening } from '../../../src/coach/incoming.ts';
import { encodeCustomId } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { renderCard } from '../render/render.ts';
import { buttonRow } from '../render/retry.ts';
import { answerAlone, answered, deferAlone } from './answering.ts';
import { happens, personOf } from './happens.ts';

/** The action of the button under the preview. */
export const SEND = 'share-send';

const TOO_LONG =
  'This is longer than I can show you here, so I do not send it. To give it to somebody, use export.';

/** The person picked somebody: exactly what they would get is shown before anything is sent. */
export async function previewed(desk: Desk, i: InteractionOf<'modal'>): Promise<void> {
  await answered(desk, i, deferAlone(desk, i), () => previewOf(desk, i), answerAlone);
}

async function previewOf(desk: Desk, i: InteractionOf<'modal'>): Promise<readonly DiscordMessage[]> {
  const { to } = i.values;
  const { sessionId } = i.customId;
  if (to === undefined || sessionId === undefined)
    return [coachLines(['Nobody was picked, so nothing is sent.'])];
  if (to === i.userId) return [coachLines(['That is you. Pick somebody else.'])];
  const toName = i.names[to] ?? 'them';
  if (i.bots.includes(to)) return [coachLines([`${toName} is a bot. Pick a person.`])];
  const looked = await desk.world.looks.share(personOf(i), sessionId, i.userName);
  if (looked === undefined) return [coachLines(['There is nothing in this practice that could be shown.'])];
  const blocks = looked.card.blocks.filter(({ kind }) => kind !== 'input');
  const shown: Card = { v: 1, blocks, buttons: [], asks: 'nothing' };
  const preview = renderCard(shown, { userId: i.userId, writesInForm: false });
  // What cannot be shown before is not sent.
  if (preview.length > 3) return [coachLines([TOO_LONG])];
  const id = encodeCustomId({
    kind: 'press',
    action: SEND,
    userId: i.userId,
    sessionId,
    turn: looked.turn,
    note: BigInt(to).toString(36),
  });
  return [
    coachLines([`${toName} gets exactly this:`]),
    ...preview,
    buttonRow('Nothing is sent until you press Send.', 'Send', id),
  ];
}

/** The preview was seen, and is to be sent. */
export async function shares(desk: Desk, i: InteractionOf<'component'>): Promise<readonly DiscordMessage[]> {
  const { sessionId, turn, note } = i.customId;
  if (sessionId === undefined || turn === undefined || note === undefined) return [];
  const to = Number.isNaN(Number.parseInt(note, 36)) ? undefined : fromBase36(note);
  if (to === undefined) return [];
  const what: Happening = { type: 'shared', to, toName: 'them', fromName: i.userName, sessionId, turn };
  const handled = await happens(desk, i, what);
  return handled.outcome === 'gone'
    ? [coachLines(['That practice is deleted, and nothing of it is kept.'])]
    : [];
}

function fromBase36(digits: string): string {
  return [...digits].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString();
}
