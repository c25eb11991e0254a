import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { answerOf } from '../api/answers.ts';
import type { Desk } from '../desk.ts';
import { loadingModal, noticeModal } from '../render/forms.ts';

/** What a form remembers of the card it was opened from, and by a hash a step what it was filled with: no words. */
export const FormNoteSchema = z.strictObject({
  session: z.string(),
  turn: z.int().optional(),
  channel: z.string().optional(),
  thread: z.string().optional(),
  to: z.string().optional(),
  prefills: z.record(z.string(), z.string()).optional(),
});
export type FormNote = z.infer<typeof FormNoteSchema>;

/** The note of a form of ours; undefined for anything else. */
export function noteOf(privateMetadata: string): FormNote | undefined {
  try {
    return FormNoteSchema.safeParse(JSON.parse(privateMetadata)).data;
  } catch {
    return undefined;
  }
}

/** Opens a modal. `expired`: the three seconds from the click are over (they count from the click, not from its arrival). */
export async function openModal(
  desk: Desk,
  triggerId: string | undefined,
  view: ModalView,
): Promise<{ readonly opened: string } | 'expired' | 'refused'> {
  if (triggerId === undefined) return 'expired';
  try {
    const { view: opened } = await desk.client.views.open({ trigger_id: triggerId, view });
    return { opened: opened?.id ?? '' };
  } catch (error) {
    const { code } = answerOf(error);
    desk.log('slack-modal-not-opened', { code });
    // `invalid_arguments` has come with a message that names the trigger.
    return EXPIRED.has(code) ? 'expired' : 'refused';
  }
}

const EXPIRED: ReadonlySet<string> = new Set([
  ...[
    'expired_trigger_id',
    'invalid_trigger_id',
    'exchanged_trigger_id',
    'trigger_expired',
    'invalid_arguments',
  ],
]);

/** Puts a view in the place of an open one. False where that is closed already, or Slack does not take it. */
export async function changeModal(desk: Desk, viewId: string, view: ModalView): Promise<boolean> {
  try {
    await desk.client.views.update({ view_id: viewId, view });
    return true;
  } catch (error) {
    desk.log('slack-modal-not-changed', { code: answerOf(error).code });
    return false;
  }
}

/** Slack's three seconds count from the click: what is not there by then comes into a modal that says so. */
const FILLED_WITHIN_MS = 1_200;

/** Opens a modal whose content takes time, in time. `view` must not reject. False where Slack opened none. */
export async function openFilled(
  desk: Desk,
  triggerId: string | undefined,
  view: Promise<ModalView>,
): Promise<boolean> {
  const inTime = await Promise.race([view, after(FILLED_WITHIN_MS)]);
  const opened = await openModal(desk, triggerId, inTime ?? loadingModal());
  if (typeof opened === 'string') return false;
  if (inTime === undefined) await changeModal(desk, opened.opened, await view);
  return true;
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, undefined).unref();
  });
}

/** A few lines in a modal, where there is no conversation to say them in. */
export async function showNotice(
  desk: Desk,
  triggerId: string | undefined,
  title: string,
  lines: readonly string[],
  link?: { readonly label: string; readonly url: string },
): Promise<void> {
  await openModal(desk, triggerId, noticeModal(title, lines, link));
}
