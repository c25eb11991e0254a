import type { ModalView } from '@slack/types';
import type { Looked } from '../../../src/coach/looks.ts';
import { standingCard } from '../../../src/conversation/standing.ts';
import { codeOf } from '../../../src/errors.ts';
import type { Desk } from '../desk.ts';
import { encodePress } from '../press.ts';
import type { PressIn } from '../receive/press-event.ts';
import { slackButton } from '../render/card-buttons.ts';
import { coachLines } from '../render/coach-lines.ts';
import { answersModal, noticeModal, ratingModal, shareModal } from '../render/forms.ts';
import { prefillsOf } from '../render/prefills.ts';
import { type FormNote, openFilled } from './modals.ts';
import { ephemeral, type Respond, tellAlone } from './told-alone.ts';

/** All answers in one form. */
export function openAnswersForm(desk: Desk, press: PressIn, respond: Respond): Promise<void> {
  return openForm(desk, press, respond, ({ session, guide }, note) =>
    answersModal({
      session,
      guide,
      privateMetadata: JSON.stringify({ ...note, prefills: prefillsOf(guide, session) } satisfies FormNote),
    }),
  );
}

/** What the card asks to be rated, one by one. */
export function openRatingsForm(desk: Desk, press: PressIn, respond: Respond): Promise<void> {
  return openForm(desk, press, respond, ({ session, guide }, note) => {
    const inputs = standingCard(session, guide).blocks.flatMap((block) =>
      block.kind === 'input' && block.input.type !== 'choice' ? [block.input] : [],
    );
    return inputs.length === 0
      ? noticeModal('Not now', ['There is nothing to rate where your practice stands.'])
      : ratingModal(inputs, JSON.stringify(note));
  });
}

/** Whom to show it to. */
export function openShareForm(desk: Desk, press: PressIn, respond: Respond): Promise<void> {
  return openForm(desk, press, respond, (_, note) => shareModal(JSON.stringify(note)));
}

async function openForm(
  desk: Desk,
  press: PressIn,
  respond: Respond,
  draw: (looked: Looked, note: FormNote) => ModalView,
): Promise<void> {
  const { sessionId, turn } = press.press;
  const isOpen = await openFilled(desk, press.triggerId, drawn(desk, press, sessionId, turn, draw));
  if (!isOpen) await offerAgain(desk, press, respond);
}

/** The form, or a line where there is nothing to fill in; never rejects. */
async function drawn(
  desk: Desk,
  { person, channel, thread }: PressIn,
  sessionId: string | undefined,
  turn: number | undefined,
  draw: (looked: Looked, note: FormNote) => ModalView,
): Promise<ModalView> {
  try {
    const looked = sessionId === undefined ? undefined : await desk.world.looks.practice(person, sessionId);
    if (looked === undefined || sessionId === undefined)
      return noticeModal('It is gone', ['That practice is deleted, and nothing of it is kept.']);
    const note: FormNote = {
      session: sessionId,
      ...(turn === undefined ? {} : { turn }),
      ...(channel === undefined ? {} : { channel }),
      ...(thread === undefined ? {} : { thread }),
    };
    return draw(looked, note);
  } catch (error) {
    desk.log('slack-form-not-read', { code: codeOf(error) });
    return noticeModal('Not now', ['I could not fetch it. Nothing is lost; please try again in a minute.']);
  }
}

/** The moment for opening a form has passed: a button to try again, for the person alone. */
export async function offerAgain(desk: Desk, press: PressIn, respond: Respond): Promise<void> {
  const { text, blocks } = coachLines(['Slack was too slow for the form to open. Nothing has changed.']);
  const again = slackButton(press.actionId, 'Open the form', encodePress(press.press), 'primary');
  await tellAlone(
    desk,
    respond,
    ephemeral({ text, blocks: [...blocks, { type: 'actions', elements: [again] }] }),
  );
}
