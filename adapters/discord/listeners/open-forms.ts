import type { Looked } from '../../../src/coach/looks.ts';
import { standingCard } from '../../../src/conversation/standing.ts';
import { codeOf } from '../../../src/errors.ts';
import { HOW_WAS_IT } from '../../../src/reminders/cards/how-was-it-card.ts';
import { withinTime } from '../../catch-up/within-time.ts';
import { encodeCustomId } from '../custom-id.ts';
import type { Desk } from '../desk.ts';
import type { InteractionOf } from '../receive/interaction-event.ts';
import { FOR_PLAN, OPENS } from '../render/card-buttons.ts';
import { coachLines } from '../render/coach-lines.ts';
import { answersModal, ratingsModal, shareModal, writeModal } from '../render/forms.ts';
import type { DiscordMessage } from '../render/message.ts';
import { retryRow } from '../render/retry.ts';
import { whenModal } from '../render/when-modal.ts';
import { openModal, tellAtOnce } from './answering.ts';
import { personOf } from './happens.ts';
import { practiceDeleted } from './practice-deleted.ts';
import { writeForm } from './write-form.ts';

type Press = InteractionOf<'component'>;

/** Discord's three seconds count from the press: what is not there by then is asked for again. */
const FILLED_WITHIN_MS = 1_800;

/** A press that asks for a form. What stands in it is read first, and in time. */
export async function openForm(desk: Desk, i: Press): Promise<void> {
  if (i.customId.note === FOR_PLAN) {
    await openModal(desk, i, howWasItForm(i));
    return;
  }
  if (i.customId.action === OPENS.when) {
    await openModal(desk, i, whenModal(encodeCustomId({ ...i.customId, kind: 'form' })));
    return;
  }
  const filled = lookFor(desk, i).catch((error: unknown) => {
    desk.log('discord-form-not-filled', { code: codeOf(error) });
    return 'late' as const;
  });
  // Where it could not be read at all, or not in time, the person presses again.
  const looked = await withinTime(filled, FILLED_WITHIN_MS, 'late' as const);
  if (looked === 'late') return told(desk, i, retry(i));
  if (looked === undefined) return told(desk, i, practiceDeleted());
  const form = formOf(i, looked);
  if (typeof form === 'string') return told(desk, i, coachLines([form]));
  await openModal(desk, i, form);
}

/** How the interview went: it is for the plan of reminders, and needs no practice. */
function howWasItForm({ userId }: Press): object {
  const customId = encodeCustomId({ kind: 'form', action: 'write', userId, note: FOR_PLAN });
  return writeModal({ title: 'How did it go?', question: HOW_WAS_IT, customId });
}

function lookFor(desk: Desk, i: Press): Promise<Looked | undefined> {
  const { sessionId } = i.customId;
  const person = personOf(i);
  return sessionId === undefined
    ? desk.world.looks.openPractice(person)
    : desk.world.looks.practice(person, sessionId);
}

/** The modal, or why there is none. */
function formOf(i: Press, { session, guide }: Looked): object | string {
  const { action } = i.customId;
  const parts = { kind: 'form', action, userId: i.userId, sessionId: session.id } as const;
  const turn = i.customId.turn ?? session.turn;
  switch (action) {
    case 'answers':
      return answersModal({ guide, session, owner: { ...parts, turn } });
    case 'write':
      return writeForm(i, { session, guide });
    case 'ratings': {
      const inputs = standingCard(session, guide).blocks.flatMap((block) =>
        block.kind === 'input' && block.input.type !== 'choice' ? [block.input] : [],
      );
      return inputs.length === 0
        ? 'There is nothing to rate where your practice stands.'
        : ratingsModal(inputs, encodeCustomId({ ...parts, turn }));
    }
    case 'share':
      return shareModal(encodeCustomId({ ...parts, turn }));
    default:
      return 'That button is from an earlier version of me. Send me a message, and we go on.';
  }
}

function retry(i: Press): DiscordMessage {
  return retryRow('That took a moment too long. Nothing is lost.', encodeCustomId(i.customId));
}

async function told(desk: Desk, i: Press, message: DiscordMessage): Promise<void> {
  await tellAtOnce(desk, i, message);
}
