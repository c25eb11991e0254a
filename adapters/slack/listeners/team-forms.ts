import type { AckFn, ViewResponseAction } from '@slack/bolt';
import type { z } from 'zod';
import type { Card } from '../../../src/card/card.ts';
import type { TeamFilled } from '../../../src/coach/teams/team-from.ts';
import { codeOf } from '../../../src/errors.ts';
import type { PersonRef } from '../../../src/who/person.ts';
import { respondAt } from '../api/response-url.ts';
import { createDirectMessages } from '../deliver/direct-messages.ts';
import type { Desk } from '../desk.ts';
import { errorsOf } from '../receive/form-values.ts';
import { calledIn, problemsAt, teamValues } from '../receive/team-payload.ts';
import type { SubmissionIn } from '../receive/view-event.ts';
import { noticeModal } from '../render/forms.ts';
import { renderCard } from '../render/render.ts';
import { withinAck } from '../transport/within-ack.ts';
import { changeModal } from './modals.ts';
import { TeamNoteSchema } from './team-answer.ts';
import { teamFrom } from './team-from.ts';
import { ephemeral } from './told-alone.ts';

type Ack = AckFn<ViewResponseAction>;
type TeamNote = z.infer<typeof TeamNoteSchema>;

const NOT_KEPT = 'That did not get through. All you filled in is still here: send it again.';
const SLOW = 'That took too long. All you filled in is still here: send it again.';
const LOST = 'That did not get through, and nothing has changed. Please open the form again.';
const ONE_MOMENT = 'I am reading it, and tell you what came of it.';

function noteOf(privateMetadata: string): TeamNote | undefined {
  try {
    return TeamNoteSchema.safeParse(JSON.parse(privateMetadata)).data;
  } catch {
    return undefined;
  }
}

/** A form of a team's was sent. It closes once what is in it is kept; what is missing is said under its input. */
export async function takeTeamForm(desk: Desk, form: SubmissionIn, body: unknown, ack: Ack): Promise<void> {
  const note = noteOf(form.privateMetadata);
  if (note === undefined) return ack();
  const blocks = Object.keys(form.values);
  try {
    const within = await withinAck<TeamFilled, ViewResponseAction>(ack, filled(desk, form, note, body), {
      inTime: (done) => ('problems' in done ? shownAt(done.problems, blocks) : undefined),
      late: isOnce(note) ? notice('One moment', ONE_MOMENT) : errorsOf(blocks.slice(0, 1), SLOW),
    });
    if (within.when === 'late') return await finished(desk, form, note, within.work);
    if (!('problems' in within.value)) await tellReply(desk, form.person, note, within.value.reply);
  } catch (error) {
    desk.log('slack-form-not-stored', { code: codeOf(error) });
    await ack(errorsOf(blocks.slice(0, 1), NOT_KEPT));
  }
}

async function filled(desk: Desk, form: SubmissionIn, note: TeamNote, body: unknown): Promise<TeamFilled> {
  const { person, installation, hashId: eventId } = form;
  const actor = { person, installation, eventId, channel: note.channel, called: calledIn(body) };
  return desk.world.teamDesk.filled(note.action, teamValues(form.values), await teamFrom(desk, actor));
}

/** Sent a second time it would be another series; anything else of the same form is the same event. */
function isOnce({ action }: TeamNote): boolean {
  return action === 'team:schedule';
}

/** The form was answered before it was through. */
async function finished(
  desk: Desk,
  form: SubmissionIn,
  note: TeamNote,
  work: Promise<TeamFilled>,
): Promise<void> {
  const done = await work.catch((error: unknown) => {
    desk.log('slack-form-not-stored', { code: codeOf(error) });
    return undefined;
  });
  if (done !== undefined && !('problems' in done)) return tellReply(desk, form.person, note, done.reply);
  if (!isOnce(note)) return;
  const lines = done === undefined ? [LOST] : Object.values(done.problems);
  await changeModal(desk, form.viewId, noticeModal('Not done', lines));
}

/** To them alone where the form was opened, else in their direct messages. */
async function tellReply(
  desk: Desk,
  person: PersonRef,
  { url, until }: TeamNote,
  reply: Card | undefined,
): Promise<void> {
  if (reply === undefined) return;
  const messages = renderCard(reply, person);
  try {
    if (url === undefined || desk.now() > until) throw new Error('too late to answer there');
    for (const message of messages) await respondAt(url, ephemeral(message), desk.apiUrl);
    return;
  } catch (error) {
    desk.log('slack-not-told', { code: codeOf(error) });
  }
  try {
    const channel = await createDirectMessages(desk.client).of(person.userId);
    for (const { text, blocks } of messages)
      await desk.client.chat.postMessage({ channel, text, blocks: [...blocks] });
  } catch (error) {
    desk.log('slack-not-told', { code: codeOf(error) });
  }
}

function shownAt(problems: Readonly<Record<string, string>>, blocks: readonly string[]): ViewResponseAction {
  return { response_action: 'errors', errors: problemsAt(problems, blocks) };
}

function notice(title: string, words: string): ViewResponseAction {
  return { response_action: 'update', view: noticeModal(title, [words]) };
}
