import type { Card } from '../../../src/card/card.ts';
import type { Happening } from '../../../src/coach/incoming.ts';
import { shorten } from '../../../src/text/graphemes.ts';
import { fromBase36, toBase36 } from '../base36.ts';
import { encodeCustomId } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import type { DiscordMessage } from '../render/message.ts';
import { renderCard } from '../render/render.ts';
import { buttonRow } from '../render/retry.ts';
import { answerAlone, answered, deferAlone } from './answering.ts';
import { happens, personOf } from './happens.ts';
import { practiceDeleted } from './practice-deleted.ts';
import { changeOriginal, inTurn } from './told-alone.ts';

/** The action of the button under the preview. */
export const SEND = 'share-send';

/** A custom id holds 100 characters: two users, a practice and a turn leave room for as many bytes. */
const NAME_BYTES = 21;

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
  if (!(await desk.world.looks.takesShares({ ...personOf(i), userId: to })))
    return [coachLines([`${toName} takes no shared answers here. Pick somebody else.`])];
  const id = encodeCustomId({
    kind: 'press',
    action: SEND,
    userId: i.userId,
    sessionId,
    turn: looked.turn,
    note: noteOf({ to, toName }),
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
  const picked = pickedIn(note);
  if (picked === undefined) return [];
  const what: Happening = { type: 'shared', ...picked, fromName: i.userName, sessionId, turn };
  const handled = await happens(desk, i, what);
  if (handled.outcome === 'gone') return [practiceDeleted()];
  await withoutButton(desk, i);
  return [];
}

/** What came of it is said in the practice; where that is answers, its card may stand here already, and is not written over. */
function withoutButton(desk: Desk, i: InteractionOf<'component'>): Promise<void> {
  const line = coachLines(['I have that. What comes of it, I tell you in our practice.']);
  return inTurn(desk, i, async (live) => {
    if (live?.isShown === true) return;
    if ((await changeOriginal(desk, i, line)) && live !== undefined) live.isShown = true;
  });
}

/** The button remembers who was picked, and their name as far as it fits: a press names nobody. */
function noteOf({ to, toName }: Picked): string {
  let name = toName;
  for (let most = NAME_BYTES; Buffer.byteLength(name) > NAME_BYTES; most -= 1) name = shorten(toName, most);
  return `${toBase36(to)}_${Buffer.from(name).toString('base64url')}`;
}

interface Picked {
  readonly to: string;
  readonly toName: string;
}

/** Of a button from before names were remembered, the id alone. */
function pickedIn(note: string): Picked | undefined {
  const [, id, name = ''] = /^([0-9a-z]+)(?:_([A-Za-z0-9_-]+))?$/.exec(note) ?? [];
  if (id === undefined) return undefined;
  return { to: fromBase36(id), toName: Buffer.from(name, 'base64url').toString() || 'whom you picked' };
}
