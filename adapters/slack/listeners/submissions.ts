import type { AckFn, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Handled } from '../../../src/coach/coach.ts';
import type { Happening } from '../../../src/coach/incoming.ts';
import { codeOf } from '../../../src/errors.ts';
import type { Desk } from '../desk.ts';
import { errorsOf, readAnswers, readValues } from '../receive/form-values.ts';
import { type SubmissionIn, submissionIn } from '../receive/view-event.ts';
import { coachLines } from '../render/coach-lines.ts';
import { FORMS, noticeModal, sharePreviewModal } from '../render/forms.ts';
import { touched } from '../render/prefills.ts';
import { slackPlace } from '../slack-place.ts';
import { withinAck } from '../transport/within-ack.ts';
import { changeModal, type FormNote, noteOf } from './modals.ts';
import { takeTeamForm } from './team-forms.ts';
import { takeWhenForm } from './when-form.ts';

type Ack = AckFn<ViewResponseAction>;

const NOT_SAVED = 'Not saved yet. Your text is still here: press Save again.';
const NOT_SENT = 'Not sent yet. To send it, press “Share with a coach” once more.';

/** A form was sent. It closes once what is in it is stored; until then it keeps the words. */
export async function takeSubmission(desk: Desk, body: unknown, ack: Ack): Promise<void> {
  const form = submissionIn(body);
  if (form?.callbackId === FORMS.when)
    return takeWhenForm(desk, form, ack, (body as { api_app_id?: string }).api_app_id);
  if (form?.callbackId === FORMS.team) return takeTeamForm(desk, form, body, ack);
  const note = form === undefined ? undefined : noteOf(form.privateMetadata);
  if (form === undefined || note === undefined) return ack();
  const inputs = Object.keys(form.values);
  switch (form.callbackId) {
    case FORMS.answers:
      return stored(desk, form, note, ack, inputs, {
        type: 'filled',
        action: 'answers',
        values: touched(readAnswers(form.values), note.prefills),
        sessionId: note.session,
        // A stamp like Slack's own: what was written in a form stands among messages by when it was sent.
        stamp: (desk.now() / 1_000).toFixed(6),
      });
    case FORMS.ratings:
      return stored(desk, form, note, ack, inputs, {
        type: 'filled',
        action: 'rate',
        values: readValues(form.values),
        sessionId: note.session,
        ...(note.turn === undefined ? {} : { turn: note.turn }),
      });
    case FORMS.share:
      return previewed(desk, form, note, ack);
    case FORMS.sharePreview:
      return sent(desk, form, note, ack);
    default:
      return ack();
  }
}

async function stored(
  desk: Desk,
  form: SubmissionIn,
  note: FormNote,
  ack: Ack,
  inputs: readonly string[],
  what: Happening,
): Promise<void> {
  try {
    await withinAck<Handled, ViewResponseAction>(ack, happens(desk, form, note, what), {
      inTime: (handled) => (handled.outcome === 'gone' ? instead(GONE) : undefined),
      late: errorsOf(inputs.slice(0, 1), NOT_SAVED),
    });
  } catch (error) {
    desk.log('slack-form-not-stored', { code: codeOf(error) });
    await ack(errorsOf(inputs.slice(0, 1), NOT_SAVED));
  }
}

const GONE_LINE = 'That practice is deleted, and nothing of it is kept.';
const GONE = noticeModal('It is gone', [GONE_LINE]);

/** The person picked somebody: exactly what they would get is shown before anything is sent. */
async function previewed(desk: Desk, form: SubmissionIn, note: FormNote, ack: Ack): Promise<void> {
  const { to } = readValues(form.values);
  if (to === undefined) return ack(errorsOf(['to'], 'Pick a person first.'));
  if (to === form.person.userId) return ack(errorsOf(['to'], 'That is you. Pick somebody else.'));
  const shown = async (): Promise<ModalView> => {
    const [toName, fromName] = await namesOf(desk, form, to);
    if (!(await desk.world.looks.takesShares({ ...form.person, userId: to })))
      return noticeModal('Somebody else', [
        `${toName} takes no shared answers here. You can pick somebody else.`,
      ]);
    const looked = await desk.world.looks.share(form.person, note.session, fromName);
    if (looked === undefined)
      return noticeModal('Nothing to show', ['There is nothing in this practice that could be shown.']);
    return sharePreviewModal(looked.card, toName, JSON.stringify({ ...note, to, turn: looked.turn }));
  };
  try {
    await withinAck<ModalView, ViewResponseAction>(ack, shown(), {
      inTime: instead,
      late: errorsOf(['to'], 'That took too long. Please press Next again.'),
    });
  } catch (error) {
    desk.log('slack-share-not-shown', { code: codeOf(error) });
    await ack(errorsOf(['to'], 'That did not work. Please press Next again.'));
  }
}

async function sent(desk: Desk, form: SubmissionIn, note: FormNote, ack: Ack): Promise<void> {
  const { to, turn } = note;
  if (to === undefined || turn === undefined) return ack();
  const send = async () => {
    const [toName, fromName] = await namesOf(desk, form, to);
    return happens(desk, form, note, { type: 'shared', to, toName, fromName, sessionId: note.session, turn });
  };
  try {
    const within = await withinAck<Handled, ViewResponseAction>(ack, send(), {
      inTime: (handled) => (handled.outcome === 'gone' ? instead(GONE) : undefined),
      // No input stands in the preview for an error to stand under.
      late: instead(noticeModal('One moment', ['I am sending it. If it cannot reach them, I tell you.'])),
    });
    if (within.when === 'late') await toldLater(desk, form, note, within.work);
  } catch (error) {
    desk.log('slack-share-not-sent', { code: codeOf(error) });
    await ack(instead(noticeModal('Not sent', [NOT_SENT])));
  }
}

/** The preview says "one moment" meanwhile. What came of it is said there, or in the thread where it was closed. */
async function toldLater(
  desk: Desk,
  form: SubmissionIn,
  note: FormNote,
  work: Promise<Handled>,
): Promise<void> {
  const line = await work.then(
    ({ outcome }) => (outcome === 'gone' ? GONE_LINE : undefined),
    (error: unknown) => {
      desk.log('slack-share-not-sent', { code: codeOf(error) });
      return NOT_SENT;
    },
  );
  const isSent = line === undefined;
  const view = noticeModal(isSent ? 'On its way' : 'Not sent', [line ?? 'I am sending it now.']);
  if ((await changeModal(desk, form.viewId, view)) || isSent || note.channel?.startsWith('D') !== true)
    return;
  const message = { channel: note.channel, ...(note.thread === undefined ? {} : { thread_ts: note.thread }) };
  const { text, blocks } = coachLines([line]);
  await desk.client.chat
    .postMessage({ ...message, text, blocks: [...blocks] })
    .catch((error: unknown) => desk.log('slack-not-told', { code: codeOf(error) }));
}

async function namesOf(desk: Desk, { person }: SubmissionIn, to: string): Promise<[string, string]> {
  const [toName, fromName] = await Promise.all([desk.names.nameOf(to), desk.names.nameOf(person.userId)]);
  return [toName ?? 'whom you picked', fromName ?? 'Somebody in your workspace'];
}

function happens(desk: Desk, form: SubmissionIn, note: FormNote, what: Happening): Promise<Handled> {
  const { person, installation, hashId: id } = form;
  const isDirect = note.channel?.startsWith('D') === true;
  return desk.world.coach.handle({
    id,
    person,
    installation,
    place:
      isDirect && note.channel !== undefined
        ? slackPlace(note.channel, note.thread)
        : slackPlace(person.userId),
    ...(isDirect && note.thread !== undefined ? {} : { atLarge: true }),
    what,
  });
}

function instead(view: ModalView): ViewResponseAction {
  return { response_action: 'update', view };
}
